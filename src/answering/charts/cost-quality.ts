import type { PointStanding } from '../../charts/chart.ts'
import { showFigure, showValue } from '../../language/figures.ts'
import { quantityLabel } from '../../language/labels.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import type { Option, Recommendation } from '../../sizing/recommendation.ts'
import { passedOverWords, refusalWords } from '../compose/options.ts'
import type { ChartBuilder } from './answer-chart.ts'
import { chartedOptions, drawable, LEAST_OPTIONS } from './drawn-options.ts'

const WORDS = {
  title: { en: 'Cost against quality', ko: '비용과 품질' },
  cost: { en: 'Cost a month (USD)', ko: '월 비용(USD)' },
  quality: { en: 'Right answers (%)', ko: '정답률(%)' },
  option: { en: 'Option', ko: '선택지' },
  standing: { en: 'Standing', ko: '판정' },
  recommended: { en: 'recommended', ko: '추천' },
  frontier: { en: 'on the frontier', ko: '효율 경계 위' },
  dashed: {
    en: 'Dashed: no other eligible option is both as cheap and as good.',
    ko: '파선: 더 싸면서 더 나은 선택지가 없는 경계.',
  },
  ranges: { en: 'Lines through a point: its range.', ko: '점을 지나는 선: 범위.' },
} as const satisfies Record<string, Bilingual>

/** Cost a month against quality, the options that nothing beats on both joined. */
export const costQuality: ChartBuilder = ({ recommendation }, language) => {
  if (!recommendation) return undefined
  const options = chartedOptions(recommendation)
  const both = ({ figures }: Option) => [figures.usdPerMonth, figures.qualityPoints]
  const { drawn, missing } = drawable(options, both, language)
  if (drawn.length < LEAST_OPTIONS) return undefined
  const points = drawn.flatMap(({ option, ranges: [cost, quality] }) =>
    cost && quality
      ? [
          {
            name: named(option, recommendation, language),
            ...{ x: cost.central, y: quality.central, xSpread: cost, ySpread: quality },
            standing: standingOf(option, recommendation),
            onFrontier: option.pareto === true,
          },
        ]
      : [],
  )
  const hasFrontier = points.some((p) => p.onFrontier)
  const howToRead = [...(hasFrontier ? [WORDS.dashed] : []), WORDS.ranges].map((w) => w[language])
  const title = WORDS.title[language]
  const said = drawn.map(
    ({ option }) =>
      `${named(option, recommendation, language)} ${both(option)
        .map((f) => showValue(f, language, 'central'))
        .join(', ')}`,
  )
  return {
    chart: {
      kind: 'scatter',
      title,
      x: { label: WORDS.cost[language], unit: 'USD' },
      y: { label: WORDS.quality[language], unit: '%' },
      points,
      notes: [howToRead.join(' '), ...missing],
      altText: [`${title}: ${said.join('; ')}.`, ...missing].join(' '),
    },
    table: {
      heads: [
        WORDS.option[language],
        quantityLabel('cost', language),
        quantityLabel('quality', language),
        WORDS.standing[language],
      ],
      rows: options.map((option) => [
        option.label[language],
        ...both(option).map((f) => showFigure(f, language)),
        standingWords(option, recommendation, language),
      ]),
    },
  }
}

function standingOf(option: Option, { verdict }: Recommendation): PointStanding {
  if (option.refused) return 'refused'
  if (option.id === verdict.option) return 'chosen'
  return option.pareto ? 'frontier' : 'other'
}

/** A label, and in brackets what its shape says. */
function named(option: Option, recommendation: Recommendation, language: Language): string {
  const label = option.label[language]
  if (option.refused) return `${label} (${refusalWords(option.refused, language)})`
  return option.id === recommendation.verdict.option
    ? `${label} (${WORDS.recommended[language]})`
    : label
}

function standingWords(option: Option, { verdict }: Recommendation, language: Language): string {
  if (option.refused) return refusalWords(option.refused, language)
  const words = [
    ...(option.id === verdict.option ? [WORDS.recommended[language]] : []),
    ...(option.pareto ? [WORDS.frontier[language]] : []),
    ...(option.passedOver ? [passedOverWords(option.passedOver, language)] : []),
  ]
  return words.join('; ') || '–'
}
