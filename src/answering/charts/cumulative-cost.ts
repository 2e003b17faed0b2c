import { monthsUntilCheaper } from '../../engine/cost/cost-over-months.ts'
import type { Range } from '../../engine/range.ts'
import { showFigure } from '../../language/figures.ts'
import { filled } from '../../language/filled.ts'
import type { Bilingual, Language } from '../../language/language.ts'
import { showUsd } from '../../language/numbers.ts'
import type { Option, Recommendation } from '../../sizing/recommendation.ts'
import type { ChartBuilder } from './answer-chart.ts'
import { chartedOptions, drawable, LEAST_OPTIONS, rangeOf } from './drawn-options.ts'

const WORDS = {
  title: { en: 'Cost added up over {months} months', ko: '{months}개월 누적 비용' },
  month: { en: 'Months from the start', ko: '시작 후 개월' },
  option: { en: 'Option', ko: '선택지' },
  once: { en: 'Paid once', ko: '일회성 비용' },
  monthly: { en: 'Cost a month, all in', ko: '월 비용(전부 포함)' },
  total: { en: 'After {months} months', ko: '{months}개월 뒤' },
  payback: { en: 'Paid back against {reference}', ko: '{reference} 대비 회수' },
  paidBack: { en: 'month {month}', ko: '{month}개월째' },
  never: { en: 'not within {months} months', ko: '{months}개월 안에는 안 됨' },
  between: {
    en: '{central}, at the high end of its cost {worst}',
    ko: '{central}, 비용이 높은 쪽이면 {worst}',
  },
  crowded: {
    en: 'Left out, to keep it readable: {options}.',
    ko: '보기 쉽도록 뺀 선택지: {options}.',
  },
  whisker: {
    en: 'Upright line at the end: range of the total.',
    ko: '끝의 세로선: 합계의 범위.',
  },
} as const satisfies Record<string, Bilingual>

/** Lines that a reader can follow. */
const MOST = 6

/** A plan: what is paid once, then every month; what it has cost by the end of each month. */
type Plan = Readonly<{
  option: Option
  once: number
  /** From the start on, one entry more than there are months. */
  totals: readonly number[]
  /** The same where every month costs what its range has at the high end. */
  highTotals: readonly number[]
  end: Readonly<{ low: number; high: number }>
}>

/** What each eligible option has cost by each month, and when what is paid once is earned back. */
export const cumulativeCost: ChartBuilder = ({ recommendation }, language) => {
  const months = recommendation && horizonOf(recommendation)
  if (!recommendation || months === undefined) return undefined
  const eligible = chartedOptions(recommendation).filter((o) => !o.refused)
  const { drawn, missing } = drawable(eligible, (o) => [o.figures.usdPerMonth], language)
  if (drawn.length < LEAST_OPTIONS) return undefined
  const say = (words: Bilingual, slots: Readonly<Record<string, string>> = {}) =>
    filled(words, language, { months: String(months), ...slots })
  const all = drawn
    .flatMap(({ option, ranges: [monthly] }) => (monthly ? [planOf(option, monthly, months)] : []))
    .sort((a, b) => weight(b, recommendation) - weight(a, recommendation))
  const [plans, others] = [all.slice(0, MOST), all.slice(MOST)]
  const left = others.map((p) => p.option.label[language]).join('; ')
  const crowded = left === '' ? [] : [say(WORDS.crowded, { options: left })]
  const reference = plans.find((p) => p.option.id === recommendation.reference && p.once === 0)
  const paybackOf = (plan: Plan, totals = plan.totals): number | undefined => {
    if (!reference || plan.once === 0) return undefined
    const until = monthsUntilCheaper(totals.slice(1), reference.totals.slice(1))
    return typeof until === 'number' ? until : Number.POSITIVE_INFINITY
  }
  const monthWords = (month: number) =>
    Number.isFinite(month) ? say(WORDS.paidBack, { month: String(month) }) : say(WORDS.never)
  const paybackWords = (plan: Plan): string => {
    const [month, worst] = [paybackOf(plan), paybackOf(plan, plan.highTotals)]
    if (month === undefined || worst === undefined) return '–'
    return month === worst
      ? monthWords(month)
      : say(WORDS.between, { central: monthWords(month), worst: monthWords(worst) })
  }
  const against = say(WORDS.payback, { reference: reference?.option.label[language] ?? '' })
  const paybacks = plans
    .filter((plan) => paybackOf(plan) !== undefined)
    .map((plan) => `${plan.option.label[language]}: ${paybackWords(plan)}`)
  const paid = paybacks.length === 0 ? [] : [`${against}: ${paybacks.join('; ')}.`]
  const hasSpread = plans.some(({ end }) => end.low !== end.high)
  const title = say(WORDS.title)
  return {
    chart: {
      kind: 'line',
      title,
      y: { label: 'USD', unit: 'USD' },
      xLabel: say(WORDS.month),
      categories: Array.from({ length: months + 1 }, (_, month) => String(month)),
      series: plans.map(({ option, totals, end }) => ({
        name: option.label[language],
        values: totals,
        ...(end.low === end.high
          ? {}
          : { spreads: totals.map((_, m) => (m === months ? end : undefined)) }),
      })),
      marks: plans.flatMap((plan) => {
        const month = paybackOf(plan)
        return month !== undefined && Number.isFinite(month)
          ? [
              {
                at: month,
                value: plan.totals[month] ?? 0,
                label: monthWords(month),
              },
            ]
          : []
      }),
      notes: [...paid, ...(hasSpread ? [say(WORDS.whisker)] : []), ...crowded, ...missing],
      altText: [
        `${title}: ${plans.map((p) => `${p.option.label[language]} ${endText(p, language)}`).join('; ')}.`,
        ...paid,
        ...crowded,
        ...missing,
      ].join(' '),
    },
    table: {
      heads: [
        ...[WORDS.option, WORDS.once, WORDS.monthly, WORDS.total].map((w) => say(w)),
        ...(reference ? [against] : []),
      ],
      rows: [
        ...plans.map((plan) => [
          plan.option.label[language],
          showUsd(plan.once, language),
          showFigure(plan.option.figures.usdPerMonth, language),
          endText(plan, language),
          ...(reference ? [paybackWords(plan)] : []),
        ]),
      ],
    },
  }
}

/** How much a plan belongs on the chart: the one recommended, the one it is held against, what is paid once. */
function weight({ option, once }: Plan, { verdict, reference }: Recommendation): number {
  if (option.id === verdict.option) return 3
  if (option.id === reference) return 2
  return once > 0 ? 1 : 0
}

/** What is paid once is in the monthly figure, written off over the horizon; here it is taken out again. */
function planOf(option: Option, monthly: Range, months: number): Plan {
  // An option without one-off work has none in its inputs.
  const once = Number(option.figures.usdPerMonth.inputs.one_off_usd ?? 0)
  const totals = (perMonth: number) =>
    Array.from({ length: months + 1 }, (_, month) => once + (perMonth - once / months) * month)
  return {
    option,
    once,
    totals: totals(monthly.central),
    highTotals: totals(monthly.high),
    end: { low: monthly.low * months, high: monthly.high * months },
  }
}

/** Months that the answer's own figures are written off over. */
function horizonOf({ options, pilot }: Recommendation): number | undefined {
  const written = options
    .map((o) => o.figures.usdPerMonth.inputs.written_off_over_months)
    .find((months) => months !== undefined)
  const months = Number(written ?? rangeOf(pilot?.horizon.value)?.central)
  return Number.isInteger(months) && months >= 1 && months <= 120 ? months : undefined
}

function endText({ totals, end }: Plan, language: Language): string {
  const total = showUsd(totals.at(-1) ?? 0, language)
  if (end.low === end.high) return total
  const [low, high] = [showUsd(end.low, language), showUsd(end.high, language)]
  return language === 'ko' ? `${total}(${low}~${high})` : `${total} (${low} to ${high})`
}
