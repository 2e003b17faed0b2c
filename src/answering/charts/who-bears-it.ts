import type { Estimate } from '../../engine/estimate.ts'
import { socialCostUsd } from '../../engine/footprint/social-cost.ts'
import { FIRST_YEAR, SOCIAL_COST } from '../../engine/footprint/social-cost-table.ts'
import { range } from '../../engine/range.ts'
import { showFigure } from '../../language/figures.ts'
import type { Bilingual } from '../../language/language.ts'
import type { Option, Recommendation } from '../../sizing/recommendation.ts'
import type { ChartBuilder } from './answer-chart.ts'
import { barsOf, barsText, drawable, LEAST_OPTIONS, rangeOf } from './drawn-options.ts'

const WORDS = {
  title: { en: 'Who bears it, a month', ko: '누가 부담하나(월)' },
  bill: { en: 'You: the bill', ko: '귀사: 청구액' },
  grid: { en: 'Others on the same grid: electricity', ko: '같은 전력망을 쓰는 사람들: 전력' },
  basin: { en: 'Others on the same water: water', ko: '같은 물을 쓰는 사람들: 물' },
  climate: { en: 'Everybody, for decades: climate damage', ko: '모두, 수십 년간: 기후 피해' },
  burden: { en: 'Who and what', ko: '누가, 무엇을' },
  scale: {
    en: 'Each group has a scale of its own; lines are ranges.',
    ko: '묶음마다 눈금이 다릅니다. 선은 범위입니다.',
  },
  damage: {
    en: 'Climate damage: emissions at the social cost of carbon (US EPA 2023, 2020 dollars, discounted at 2%, range 1.5 to 2.5%). It is a value of damage, no price that anybody pays.',
    ko: '기후 피해: 배출량 × 탄소의 사회적 비용(미국 EPA 2023, 2020년 달러, 할인율 2%, 범위 1.5~2.5%). 피해의 가치이며 누가 내는 가격이 아닙니다.',
  },
  bearers: { en: 'There: ', ko: '그곳에서는: ' },
} as const satisfies Record<string, Bilingual>

/** Options compared: more would be the footprint's chart. */
const MOST = 3
const SOURCE = 'scc-epa-2023'

/** A burden: who bears what, and how much of it an option causes. */
type Burden = Readonly<{ title: Bilingual; figure: Estimate }>

/** What the options under comparison cost those who pay and those who do not, each burden in its own unit. */
export const whoBearsIt: ChartBuilder = ({ recommendation }, language, year) => {
  if (!recommendation) return undefined
  const burdens = (option: Option) => burdensOf(option, year)
  const options = compared(recommendation)
  const figures = (option: Option) => burdens(option).map((b) => b.figure)
  const { drawn, missing } = drawable(options, figures, language)
  const [first] = drawn
  if (!first || drawn.length < LEAST_OPTIONS) return undefined
  const titles = burdens(first.option).map((b) => b.title[language])
  const groups = titles.map((title, at) => ({
    title,
    rows: barsOf(drawn, figures, at, language),
  }))
  const who = [...new Set(drawn.flatMap(({ option }) => option.bearers.map((b) => b[language])))]
  const notes = [
    ...who.map((text) => `${WORDS.bearers[language]}${text}`),
    WORDS.scale[language],
    ...(isCovered(year) ? [WORDS.damage[language]] : []),
    ...missing,
  ]
  const title = WORDS.title[language]
  const said = groups.map(barsText)
  return {
    chart: {
      kind: 'rows',
      title,
      groups,
      notes,
      altText: [`${title}.`, ...said, ...missing].join(' '),
    },
    table: {
      heads: [WORDS.burden[language], ...options.map((o) => o.label[language])],
      rows: titles.map((head, at) => [
        head,
        ...options.map((option) => {
          const figure = figures(option)[at]
          return figure ? showFigure(figure, language) : '–'
        }),
      ]),
    },
  }
}

/** Climate damage is among them in years for which its price was worked out. */
function burdensOf(option: Option, year: number): readonly Burden[] {
  const { usdPerMonth, energyKwhPerMonth, waterLPerMonth } = option.figures
  return [
    { title: WORDS.bill, figure: usdPerMonth },
    { title: WORDS.grid, figure: energyKwhPerMonth },
    { title: WORDS.basin, figure: waterLPerMonth },
    ...(isCovered(year) ? [{ title: WORDS.climate, figure: climateDamage(option, year) }] : []),
  ]
}

function isCovered(year: number): boolean {
  return year >= FIRST_YEAR && year < FIRST_YEAR + SOCIAL_COST['2.0%'].length
}

/** The option recommended, the one it is held against, and the other of the pair that was compared. */
function compared({ options, verdict, reference, estimates }: Recommendation): readonly Option[] {
  const pair = estimates.find((e) => e.id === 'compare.gap')?.subject?.split(' > ') ?? []
  const ids = new Set([reference, ...pair, ...(verdict.option ? [verdict.option] : [])])
  return options.filter((o) => ids.has(o.id)).slice(0, MOST)
}

/** Damage of a month's emissions: low and high are those of the emissions at the outer discount rates. */
function climateDamage({ id, figures }: Option, year: number): Estimate {
  const { value, kind } = figures.co2eKgPerMonth
  const kg = rangeOf(value)
  return {
    id: `${id}.climateDamage`,
    quantity: 'cost',
    subject: id,
    unit: 'USD/month',
    value: kg
      ? range(
          socialCostUsd(kg.low, year, '2.5%'),
          socialCostUsd(kg.central, year, '2.0%'),
          socialCostUsd(kg.high, year, '1.5%'),
        )
      : value,
    kind,
    formula: 'social-cost',
    inputs: { kg: kg?.central ?? 'unknown', year },
    sources: [SOURCE],
  }
}
