import type { BarChart } from '../charts/chart.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { shortDay } from '../language/numbers.ts'
import { type Bars, barsOf, type Whose } from './chart-bars.ts'
import type { Digest } from './digest.ts'
import { NOBODY, nameText } from './digest-words.ts'
import { type ExpectedRate, expectedRate, expectedWords } from './expected-rate.ts'
import { periodText } from './period-text.ts'
import { decimalOf, showNano, showSpan } from './show-money.ts'

const OTHERS: Bilingual = { en: 'other teams', ko: '다른 팀' }

/**
 * Cost by team in the currency that leads, a bar a day, or a bar a week of a month; undefined when there
 * are fewer than two bars.
 */
export function digestChart(
  { currencies, period }: Digest,
  language: Language,
): BarChart | undefined {
  const [main] = currencies
  if (!main) return undefined
  const { currency } = main
  const { bars, parts } = barsOf(main.daily, period)
  const [first, last] = [bars[0]?.from, bars.at(-1)?.to]
  if (first === undefined || last === undefined || bars.length < 2) return undefined
  const ko = language === 'ko'
  const weeks = period.cadence === 'monthly'
  const span = `${shortDay(first, language)}${ko ? '~' : ' to '}${shortDay(last, language)}`
  const what = ko
    ? `팀별 ${weeks ? '주간' : '일일'} 비용`
    : `${weeks ? 'Weekly' : 'Daily'} cost by team`
  const places = fractionDigits(currency)
  const categories = bars.map((days) => periodText({ cadence: 'weekly', ...days }, language))
  const amount = (nano: bigint) => Number(Number(decimalOf(nano)).toFixed(places))
  const rate = expectedRate(main, period)
  return {
    kind: 'bar',
    title: ko ? `${what}, ${span}(UTC)` : `${what}, ${span} (UTC)`,
    y: { label: currency, unit: currency },
    categories,
    series: parts.map((part) => ({
      name: whose(part, language),
      values: part.nano.map(amount),
    })),
    ...(rate ? expectation(rate, amount, language) : {}),
    altText: [
      altText(`${what}, ${span}`, categories, parts, currency, language),
      ...(rate ? [`${expectedText(rate, currency, language)}.`] : []),
    ].join(' '),
  }
}

/** The bar of what is expected, and what it is. */
function expectation(
  rate: ExpectedRate,
  amount: (nano: bigint) => number,
  language: Language,
): Pick<BarChart, 'expected' | 'notes'> {
  const what = expectedWords(rate, language)
  const note =
    language === 'ko'
      ? `점선 막대: ${what}. 세로선: 과거 예측 오차로 본 범위(10~90%).`
      : `${what}: the dashed bar; upright line: its range, 10 to 90% of past forecasts.`
  return {
    expected: {
      label: language === 'ko' ? '예상' : 'expected',
      value: amount(rate.centralNano),
      spread: { low: amount(rate.lowNano), high: amount(rate.highNano) },
    },
    notes: [note],
  }
}

function expectedText(rate: ExpectedRate, currency: string, language: Language): string {
  return `${expectedWords(rate, language)}: ${showSpan(rate, currency, language)}`
}

function whose({ kind, name = '' }: Whose, language: Language): string {
  if (kind === 'team') return nameText(name)
  return (kind === 'unattributed' ? NOBODY.team : OTHERS)[language]
}

/** The chart in words: its highest bar, and each part's sum. */
function altText(
  what: string,
  categories: readonly string[],
  parts: Bars['parts'],
  currency: string,
  language: Language,
): string {
  const money = (nano: bigint) => showNano(nano, currency, language)
  const totals = categories.map((_, i) =>
    parts.reduce((sum, { nano }) => sum + (nano[i] ?? 0n), 0n),
  )
  const top = totals.reduce((best, nano, i) => (nano > (totals[best] ?? 0n) ? i : best), 0)
  const highest = `${categories[top]} ${money(totals[top] ?? 0n)}`
  const sums = parts
    .map((part) => `${whose(part, language)} ${money(part.nano.reduce((a, b) => a + b, 0n))}`)
    .join(', ')
  return language === 'ko'
    ? `누적 막대그래프: ${what}. 가장 높은 막대 ${highest}. 팀별 합계: ${sums}.`
    : `Stacked bars: ${what}. Highest: ${highest}. By team: ${sums}.`
}

function fractionDigits(currency: string): number {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}
