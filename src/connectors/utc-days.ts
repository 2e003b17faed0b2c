import type { KnownDay, Window } from '../ingest/ports.ts'
import { dayNumber, isoDay } from '../spend/calendar.ts'

export type Span = Readonly<{ from: string; to: string }>

const DAY_MS = 86_400_000
/** A day has begun, or is over, only so long after: clocks differ, and the last calls are still written. */
const SKEW_MS = 5 * 60_000

/** The UTC day of a moment in epoch milliseconds. */
export function utcDay(epochMs: number): string {
  return isoDay(Math.floor(epochMs / DAY_MS))
}

/** First moment of a UTC day in epoch milliseconds. */
export function startOf(day: string): number {
  return dayNumber(day) * DAY_MS
}

/** The part of a span that is not in the future; undefined when all of it is. */
export function begun({ from, to }: Span, now: number): Span | undefined {
  const today = utcDay(now - SKEW_MS)
  return from > today ? undefined : { from, to: to < today ? to : today }
}

/** Days of a span, both ends included. */
export function daysOf({ from, to }: Span): string[] {
  const first = dayNumber(from)
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, i) => isoDay(first + i))
}

/** A day is settled when it and so many further days have been over for the skew of a clock. */
export function standing(days: readonly string[], at: number, settleDays: number): KnownDay[] {
  const today = dayNumber(utcDay(at - SKEW_MS))
  return days.map((day) => ({ day, settled: today - dayNumber(day) > settleDays }))
}

/** Runs of days that follow each other, as windows. */
export function runsOf(days: readonly string[]): Window[] {
  const runs: { from: string; to: string }[] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last && dayNumber(day) === dayNumber(last.to) + 1) last.to = day
    else runs.push({ from: day, to: day })
  }
  return runs
}
