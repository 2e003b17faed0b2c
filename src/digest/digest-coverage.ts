import { dayNumber, isoDay } from '../spend/calendar.ts'
import {
  activeSources,
  comparableDays,
  type DayBook,
  daysBetween,
  settledThrough,
} from '../spend/whole-days.ts'
import type { DigestCoverage, Note, Period } from './digest.ts'
import { type Days, daysOfPeriod, periodBefore } from './period.ts'

/** Days of a period and of the one it is held against, and those that both have. */
export type Pairing = Readonly<{
  days: readonly string[]
  before: readonly string[]
  comparedDays: readonly string[]
  comparedBefore: readonly string[]
}>

/**
 * What a period is held against: a day against the same weekday a week earlier, a week against the
 * week before, a month against the month before.
 */
export function daysBefore({ cadence, from, to }: Period): Days {
  if (cadence === 'monthly') return daysOfPeriod(periodBefore('monthly', from))
  return { from: earlier(from), to: earlier(to) }
}

/**
 * Whole months are compared as they are, however long; else the days that both have settled, month by
 * day of the month and week by weekday.
 */
export function pairingOf(book: DayBook, period: Period, beforeDays: Days): Pairing {
  const days = daysBetween(period.from, period.to)
  const before = daysBetween(beforeDays.from, beforeDays.to)
  const active = activeSources(book, [...before, ...days])
  const isWhole = [...before, ...days].every((d) =>
    active.every((s) => book.stateOf(s, d) === 'settled'),
  )
  if (active.length > 0 && isWhole)
    return { days, before, comparedDays: days, comparedBefore: before }
  const pairs = days.flatMap((day, i) => {
    const other = before[i]
    return other === undefined ? [] : [[day, other] as const]
  })
  const common = comparableDays(book, pairs)
  return {
    days,
    before,
    comparedDays: common.map(([day]) => day),
    comparedBefore: common.map(([, day]) => day),
  }
}

export function coverageOf(book: DayBook, { days, before, comparedDays }: Pairing): DigestCoverage {
  const window = [...before.filter((d) => d < (days[0] ?? '')), ...days]
  const any = (day: string, state: 'settled' | 'unsettled') =>
    book.sources.some((s) => book.stateOf(s, day) === state)
  const isKnown = (day: string) => any(day, 'settled') || any(day, 'unsettled')
  return {
    settledDays: days.filter((d) => any(d, 'settled')),
    missingDays: days.filter((d) => !isKnown(d)),
    unsettledDays: days.filter((d) => any(d, 'unsettled')),
    comparedDays,
    sources: activeSources(book, window).map((source) => {
      const through = settledThrough(book, source, window)
      return {
        source,
        ...(through === undefined ? {} : { through }),
        missingDays: days.filter((d) => book.stateOf(source, d) === 'unknown'),
        unsettledDays: days.filter((d) => book.stateOf(source, d) === 'unsettled'),
      }
    }),
  }
}

/** What has to be said about the days. */
export function dayNotes(
  { settledDays, missingDays, unsettledDays, comparedDays }: DigestCoverage,
  beforeKnown: boolean,
): Note[] {
  if (settledDays.length === 0)
    return unsettledDays.length === 0
      ? [{ kind: 'no-data' }]
      : [{ kind: 'unsettled-days', days: unsettledDays }]
  const notes: Note[] = []
  if (missingDays.length > 0) notes.push({ kind: 'missing-days', days: missingDays })
  if (unsettledDays.length > 0) notes.push({ kind: 'unsettled-days', days: unsettledDays })
  if (!beforeKnown) notes.push({ kind: 'before-unknown' })
  else if (comparedDays.length < settledDays.length)
    notes.push({
      kind: 'compared-in-part',
      compared: comparedDays.length,
      settled: settledDays.length,
    })
  return notes
}

function earlier(day: string): string {
  return isoDay(dayNumber(day) - 7)
}
