import { dayNumber, isoDay } from './calendar.ts'

/** UTC days, both ends included. */
export type Days = Readonly<{ from: string; to: string }>

const DAY_MS = 86_400_000

/** The UTC day of a moment in epoch milliseconds. */
export function utcDay(epochMs: number): string {
  return isoDay(Math.floor(epochMs / DAY_MS))
}

/** First moment of a UTC day in epoch milliseconds. */
export function startOf(day: string): number {
  return dayNumber(day) * DAY_MS
}

/** The day so many days later. Example: `later('2026-11-30', 1)` = `'2026-12-01'`. */
export function later(day: string, days: number): string {
  return isoDay(dayNumber(day) + days)
}

/** Each day, oldest first; none when the span ends before it begins. */
export function daysOf({ from, to }: Days): string[] {
  const count = dayNumber(to) - dayNumber(from) + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => later(from, i))
}
