import { dayNumber, isoDay } from './calendar.ts'
import { notableNano } from './floors.ts'
import { median } from './statistics.ts'
import { descending, scaleNano } from './sums.ts'

/** A day's spend that its weekdays before do not explain. */
export type Anomaly = Readonly<{
  /** Stays the same for as long as it is the same matter: what "snooze" refers to. */
  key: string
  /** `level` is three days in a row and more: the new usual. */
  kind: 'spike' | 'level'
  by: 'total' | 'model' | 'team'
  /** Group; none for the total. */
  name?: string
  /** Day of a spike, or first day of a new level. */
  day: string
  /** Cost of that day. */
  nano: bigint
  /** What the same weekday usually costs. */
  usualNano: bigint
  /** How many times the usual scatter it lies above the usual. */
  score: number
}>

/** What was looked for; fewer than 28 days of history say so instead of finding nothing. */
export type Anomalies =
  | Readonly<{ found: readonly Anomaly[]; historyDays: number }>
  | Readonly<{ tooFewDays: number }>

/** Cost a day of one group; a day that is known and has no cost is 0n, an unknown one is not there. */
export type Series = Readonly<{
  by: Anomaly['by']
  name?: string
  nano: ReadonlyMap<string, bigint>
}>

export const LEAST_HISTORY_DAYS = 28
/** Days of past residuals that the usual scatter is taken from. */
const SCATTER_DAYS = 56
const SMALLEST_SCATTER = 0.05
const THRESHOLD = 3.5
const LEVEL_DAYS = 3

/**
 * Days from `from` to `to` that stand out. On a log scale, e_t = ln(max(y_t, 1)) - median of the same
 * of the four weekdays before; flagged when (e_t - med) / max(1.4826 MAD, 0.05) > 3.5 over the
 * residuals of eight weeks, and the excess is above the currency's floor. After three flagged days in
 * a row it is a new level, which is then the usual; so it is, unsaid, after three days as far below.
 * Ranked by money. Source: storage-spend.md, section 5.
 * Example: Mondays of 100, 102, 98 and 100 and a Monday of 220: usual 100, a spike.
 */
export function anomaliesOf(
  series: readonly Series[],
  { from, to }: Readonly<{ from: string; to: string }>,
  currency: string,
): Anomalies {
  const days = [...new Set(series.flatMap((s) => [...s.nano.keys()]))].sort()
  const historyDays = days.filter((d) => d < from).length
  if (historyDays < LEAST_HISTORY_DAYS) return { tooFewDays: historyDays }
  const found = series
    .flatMap((s) => flagged(s, notableNano(currency)))
    .filter(({ lastDay, day }) => lastDay >= from && day <= to)
    .map(({ lastDay: _, ...anomaly }) => anomaly)
    .sort((a, b) => descending(a.nano - a.usualNano, b.nano - b.usualNano))
  return {
    found: found.filter((a, i) => !found.slice(0, i).some((b) => isSame(a, b))),
    historyDays,
  }
}

/** A team that uses one model is one matter, not two. */
function isSame(a: Anomaly, b: Anomaly): boolean {
  return a.day === b.day && a.kind === b.kind && a.nano === b.nano && a.usualNano === b.usualNano
}

type Flagged = Anomaly & Readonly<{ lastDay: string }>
type Shift = Readonly<{ from: number; log: number }>
type Outlier = Readonly<{
  at: number
  residual: number
  score: number
  nano: bigint
  usual: number
}>

function flagged({ by, name, nano }: Series, floorNano: bigint): Flagged[] {
  const days = [...nano.keys()].sort()
  const logs = new Map(
    [...nano].map(([day, n]) => [dayNumber(day), Math.log(Math.max(Number(n) / 1e9, 1))]),
  )
  const residuals: { at: number; value: number }[] = []
  const shifts: Shift[] = []
  const found: Flagged[] = []
  let run: Outlier[] = []
  const judge = (day: string): Outlier | undefined => {
    const at = dayNumber(day)
    const log = logs.get(at) ?? 0
    const before = [7, 14, 21, 28].flatMap((lag) => {
      const past = logs.get(at - lag)
      return past === undefined ? [] : [past + shiftSince(at - lag, shifts)]
    })
    if (before.length < 2) return undefined
    const usual = median(before)
    const residual = log - usual
    const past = residuals.filter((r) => r.at >= at - SCATTER_DAYS).map((r) => r.value)
    residuals.push({ at, value: residual })
    if (past.length < LEAST_HISTORY_DAYS / 2) return undefined
    const middle = median(past)
    const scatter = 1.4826 * median(past.map((r) => Math.abs(r - middle)))
    const score = (residual - middle) / Math.max(scatter, SMALLEST_SCATTER)
    return { at, residual, score, nano: nano.get(day) ?? 0n, usual }
  }
  for (const day of days) {
    const outlier = judge(day)
    const last = run.at(-1)
    const stands =
      outlier !== undefined &&
      Math.abs(outlier.score) > THRESHOLD &&
      differs(outlier, floorNano) &&
      (last === undefined || outlier.score > 0 === last.score > 0)
    if (!stands) {
      if (last && last.score > 0) found.push(...run.map((o) => said('spike', o, o, by, name)))
      run = []
      continue
    }
    run.push(outlier)
    if (run.length < LEVEL_DAYS) continue
    const [first = outlier] = run
    shifts.push({ from: first.at, log: median(run.map((o) => o.residual)) })
    if (first.score > 0) found.push(said('level', first, outlier, by, name))
    run = []
  }
  if ((run[0]?.score ?? 0) > 0) found.push(...run.map((o) => said('spike', o, o, by, name)))
  return found
}

/** By how much values of a day have to be lifted to the level of today. */
function shiftSince(at: number, shifts: readonly Shift[]): number {
  return shifts.reduce((sum, s) => (s.from > at ? sum + s.log : sum), 0)
}

function differs({ nano, usual }: Outlier, floorNano: bigint): boolean {
  const excess = Math.abs(Number(nano) - Math.exp(usual) * 1e9)
  return excess > Number(floorNano)
}

function said(
  kind: Anomaly['kind'],
  first: Outlier,
  last: Outlier,
  by: Anomaly['by'],
  name: string | undefined,
): Flagged {
  const day = isoDay(first.at)
  return {
    key: `anomaly ${by} ${name ?? ''} ${day}`,
    kind,
    by,
    ...(name === undefined ? {} : { name }),
    day,
    nano: first.nano,
    usualNano: scaleNano(1_000_000_000n, Math.exp(first.usual)),
    score: Math.round(first.score * 10) / 10,
    lastDay: isoDay(last.at),
  }
}
