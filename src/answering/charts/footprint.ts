import { showFigure } from '../../language/figures.ts'
import { quantityLabel } from '../../language/labels.ts'
import type { Bilingual } from '../../language/language.ts'
import type { Option } from '../../sizing/recommendation.ts'
import { RANGE } from '../compose/lead-carbon.ts'
import type { ChartBuilder } from './answer-chart.ts'
import { barsOf, barsText, chartedOptions, drawable, LEAST_OPTIONS } from './drawn-options.ts'

const WORDS = {
  title: { en: 'Electricity and emissions a month', ko: '월 전력과 탄소 배출' },
  energy: { en: 'Electricity', ko: '전력' },
  carbon: { en: 'Emissions', ko: '탄소 배출' },
  option: { en: 'Option', ko: '선택지' },
} as const satisfies Record<string, Bilingual>

/** Electricity and emissions a month of each option, with their ranges. */
export const footprint: ChartBuilder = ({ recommendation }, language) => {
  if (!recommendation) return undefined
  const both = ({ figures }: Option) => [figures.energyKwhPerMonth, figures.co2eKgPerMonth]
  const options = chartedOptions(recommendation)
  const { drawn, missing } = drawable(options, both, language)
  if (drawn.length < LEAST_OPTIONS) return undefined
  const groups = [WORDS.energy, WORDS.carbon].map((words, at) => ({
    title: words[language],
    rows: barsOf(drawn, both, at, language),
  }))
  const title = WORDS.title[language]
  const said = groups.map(barsText)
  return {
    chart: {
      kind: 'rows',
      title,
      groups,
      notes: [RANGE[language], ...missing],
      altText: [`${title}.`, ...said, ...missing].join(' '),
    },
    table: {
      heads: [
        WORDS.option[language],
        quantityLabel('energy', language),
        quantityLabel('carbon', language),
      ],
      rows: options.map((option) => [
        option.label[language],
        ...both(option).map((f) => showFigure(f, language)),
      ]),
    },
  }
}
