import { isoWeek } from '../spend/calendar.ts'
import { groupBy } from '../spend/sums.ts'
import type { DailySeries, Period } from './digest.ts'
import type { Days } from './period.ts'

/** Days that a chart of a day or week shows at most: the period and what came before it. */
const SHOWN_DAYS = 14
/** Teams with a colour of their own; the others are added up. */
const TEAMS = 4

type Series = DailySeries['series'][number]
/** Whose cost a part of the bars is. */
export type Whose = Pick<Series, 'kind' | 'name'>

/** Bars beside each other, each of a day or of some days, and their parts: one sum a bar. */
export type Bars = Readonly<{
  bars: readonly Days[]
  parts: readonly (Whose & Readonly<{ nano: readonly bigint[] }>)[]
}>

/**
 * Cost by team as bars: of the last days, or of a month by its weeks, as Slack draws no more than twenty.
 * Bars of which a day is unknown are left out, not drawn as less. The dearest teams, the rest together and
 * what names no team, without those that cost nothing.
 */
export function barsOf({ days, series }: DailySeries, period: Period): Bars {
  const isKnown = (i: number) => series.every((s) => typeof s.nano[i] === 'bigint')
  const all = series.length === 0 ? [] : groupsOf(days, period)
  const known = all.filter((group) => group.every(isKnown))
  const groups = period.cadence === 'monthly' ? known : known.slice(-SHOWN_DAYS)
  const sums = (of: readonly Series[]) =>
    groups.map((group) =>
      of.reduce((sum, s) => group.reduce((own, i) => own + (s.nano[i] ?? 0n), sum), 0n),
    )
  const teams = series.filter((s) => s.kind === 'team')
  const others = [...teams.slice(TEAMS), ...series.filter((s) => s.kind === 'rest')]
  const parts = [
    ...teams.slice(0, TEAMS).map((s) => ({ kind: s.kind, name: s.name ?? '', nano: sums([s]) })),
    { kind: 'rest', nano: sums(others) } as const,
    ...series
      .filter((s) => s.kind === 'unattributed')
      .map((s) => ({ kind: s.kind, nano: sums([s]) })),
  ]
  return {
    bars: groups.map((group) => ({
      from: days[group[0] ?? 0] ?? '',
      to: days[group.at(-1) ?? 0] ?? '',
    })),
    parts: parts.filter(({ nano }) => nano.some((n) => n !== 0n)),
  }
}

/** Positions of the days that share a bar. */
function groupsOf(days: readonly string[], { cadence, from }: Period): number[][] {
  const at = days.map((_, i) => i)
  if (cadence !== 'monthly') return at.map((i) => [i])
  const own = at.filter((i) => (days[i] ?? '') >= from)
  return [...groupBy(own, (i) => isoWeek(days[i] ?? '')).values()]
}
