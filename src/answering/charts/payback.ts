import { CURRENCIES, type Currency, type Estimate } from '../../engine/estimate.ts'
import { isUnknown } from '../../engine/unknown.ts'
import { showFigure, showValue } from '../../language/figures.ts'
import type { Bilingual } from '../../language/language.ts'
import { showMoney } from '../../language/numbers.ts'
import type { ChartBuilder } from './answer-chart.ts'
import { rangeOf } from './drawn-options.ts'

const WORDS = {
  title: { en: 'When it has paid for itself', ko: '본전을 회수하는 때' },
  month: { en: 'Months from the start', ko: '시작 후 개월' },
  once: { en: 'paid once', ko: '일회성 비용' },
  saved: { en: 'saved so far', ko: '누적 절감액' },
  what: { en: 'What', ko: '항목' },
  amount: { en: 'Amount', ko: '값' },
  savedMonthly: { en: 'saved a month', ko: '월 절감액' },
  payback: { en: 'paid back after', ko: '회수 기간' },
} as const satisfies Record<string, Bilingual>

/** As far as a payback is drawn, in months. */
const FURTHEST = 120
/** How much of the time after it is drawn too, so that the lines are seen to part. */
const BEYOND = 1.3

/** What is paid once against what it saves month by month, where an answer worked out when they are even. */
export const paybackCurve: ChartBuilder = ({ estimates }, language) => {
  const payback = estimates.find((e) => e.formula === 'distillation-payback' && !isUnknown(e.value))
  const until = rangeOf(payback?.value)?.central
  const [once, saving] = [
    Number(payback?.inputs.fixed_usd),
    Number(payback?.inputs.saving_usd_per_month),
  ]
  if (!payback || until === undefined || !(once > 0 && saving > 0 && until < FURTHEST / BEYOND))
    return undefined
  const currency = currencyOf(estimates)
  const months = Math.max(3, Math.ceil(until * BEYOND))
  const each = (value: (month: number) => number) =>
    Array.from({ length: months + 1 }, (_, month) => value(month))
  const money = (value: number) => showMoney(value, currency, language)
  const after = showFigure(payback, language)
  const title = WORDS.title[language]
  const rows = [
    [WORDS.once[language], money(once)],
    [WORDS.savedMonthly[language], money(saving)],
    [WORDS.payback[language], after],
  ]
  return {
    chart: {
      kind: 'line',
      title,
      y: { label: currency, unit: currency },
      xLabel: WORDS.month[language],
      categories: each((month) => month).map(String),
      series: [
        { name: WORDS.once[language], values: each(() => once) },
        { name: WORDS.saved[language], values: each((month) => month * saving) },
      ],
      marks: [{ at: until, value: once, label: showValue({ ...payback, digits: 3 }, language) }],
      altText: `${title}: ${rows.map((row) => row.join(' ')).join(', ')}.`,
    },
    table: { heads: [WORDS.what[language], WORDS.amount[language]], rows },
  }
}

/** The currency that the asker gave the amounts in. */
function currencyOf(estimates: readonly Estimate[]): Currency {
  const units = estimates.map((e) => e.unit)
  return CURRENCIES.find((currency) => units.includes(currency)) ?? 'USD'
}
