import type { Chart } from '../charts/chart.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { shortDay } from '../language/numbers.ts'
import type { CurrencyDigest, DailySeries, Digest } from './digest.ts'
import { nameText } from './digest-words.ts'
import type { Cadence } from './period.ts'
import { decimalOf, showNano } from './show-money.ts'

/** Days that a chart shows at most: the period and, where there is room, what came before it. */
const SHOWN_DAYS: Readonly<Record<Cadence, number>> = { daily: 14, weekly: 14, monthly: 20 }
/** Teams with a colour of their own; the others are added up. */
const TEAMS = 4

const OTHERS: Bilingual = { en: 'other teams', ko: '다른 팀' }
const NOBODY: Bilingual = { en: 'no team named', ko: '팀 미지정' }

/**
 * Daily cost by team in the currency that leads. Days nobody knows the cost of are left out, not drawn as
 * nothing; undefined when fewer than two days are known.
 */
export function digestChart({ currencies, period }: Digest, language: Language): Chart | undefined {
  const [main] = currencies
  if (!main) return undefined
  const ko = language === 'ko'
  const { days, series } = knownDays(main.daily, SHOWN_DAYS[period.cadence])
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined || days.length < 2) return undefined
  const name = (s: Named) => (s.kind === 'team' ? nameText(s.name ?? '') : wordOf(s.kind)[language])
  const places = fractionDigits(main.currency)
  const span = `${shortDay(first, language)}${ko ? '~' : ' to '}${shortDay(last, language)}`
  return {
    kind: 'bar',
    title: ko ? `팀별 일일 비용, ${span}(UTC)` : `Daily cost by team, ${span} (UTC)`,
    yLabel: main.currency,
    categories: days.map((day) => shortDay(day, language)),
    series: series.map((s) => ({
      name: name(s),
      values: s.nano.map((nano) => Number(Number(decimalOf(nano)).toFixed(places))),
    })),
    altText: altText(main, { days, series }, span, name, language),
  }
}

type Named = Readonly<{ kind: DailySeries['series'][number]['kind']; name?: string }>
type Known = Readonly<{
  days: readonly string[]
  series: readonly (Named & Readonly<{ nano: readonly bigint[] }>)[]
}>

/** The last days whose cost is known, of the dearest teams, the rest together and what names no team. */
function knownDays({ days, series }: DailySeries, most: number): Known {
  const known = days
    .flatMap((_, i) => (series.every((s) => typeof s.nano[i] === 'bigint') ? [i] : []))
    .slice(-most)
  const values = (s: DailySeries['series'][number]) => known.map((i) => s.nano[i] ?? 0n)
  const teams = series.filter((s) => s.kind === 'team')
  const others = [...teams.slice(TEAMS), ...series.filter((s) => s.kind === 'rest')].map(values)
  const shown: Known['series'] = [
    ...teams.slice(0, TEAMS).map((s) => ({ kind: s.kind, name: s.name ?? '', nano: values(s) })),
    ...(others.length === 0
      ? []
      : [
          {
            kind: 'rest' as const,
            nano: known.map((_, at) => others.reduce((sum, own) => sum + (own[at] ?? 0n), 0n)),
          },
        ]),
    ...series
      .filter((s) => s.kind === 'unattributed')
      .map((s) => ({ kind: s.kind, nano: values(s) })),
  ]
  return {
    days: series.length === 0 ? [] : known.map((i) => days[i] ?? ''),
    series: shown.filter((s) => s.nano.some((nano) => nano !== 0n)),
  }
}

function wordOf(kind: Named['kind']): Bilingual {
  return kind === 'unattributed' ? NOBODY : OTHERS
}

/** The chart in words: its dearest day, and each series' sum. */
function altText(
  { currency }: CurrencyDigest,
  { days, series }: Known,
  span: string,
  name: (s: Named) => string,
  language: Language,
): string {
  const ko = language === 'ko'
  const money = (nano: bigint) => showNano(nano, currency, language)
  const totals = days.map((_, i) => series.reduce((sum, s) => sum + (s.nano[i] ?? 0n), 0n))
  const top = totals.reduce((best, nano, i) => (nano > (totals[best] ?? 0n) ? i : best), 0)
  const dearest = `${shortDay(days[top] ?? '', language)} ${money(totals[top] ?? 0n)}`
  const sums = series.map((s) => `${name(s)} ${money(s.nano.reduce((a, b) => a + b, 0n))}`)
  return ko
    ? `팀별 일일 비용 누적 막대그래프, ${span}. 가장 많이 쓴 날 ${dearest}. 팀별 합계: ${sums.join(', ')}.`
    : `Stacked bars of daily cost by team, ${span}. Dearest day ${dearest}. By team: ${sums.join(', ')}.`
}

function fractionDigits(currency: string): number {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}
