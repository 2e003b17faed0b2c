import { daysOfWeek, weekBefore, weekday } from './calendar.ts'
import type { Charge } from './charge.ts'

/** Days of an ISO week that have charges and those that have none: none is unknown, not zero. */
export type Coverage = Readonly<{ covered: readonly string[]; missing: readonly string[] }>

/** Which days of a week the charges cover, whatever their currency. */
export function coverageOf(charges: readonly Charge[], week: string): Coverage {
  const seen = new Set(charges.map((c) => c.day))
  const days = daysOfWeek(week)
  return { covered: days.filter((d) => seen.has(d)), missing: days.filter((d) => !seen.has(d)) }
}

/**
 * Whether a week may be held against the one before: both have data, and for the same weekdays. A
 * company that never works on Sundays is comparable; a half-imported week is not.
 */
export function isComparable(charges: readonly Charge[], week: string): boolean {
  const weekdays = (w: string) => coverageOf(charges, w).covered.map(weekday).join()
  const covered = weekdays(week)
  return covered !== '' && covered === weekdays(weekBefore(week))
}
