import type { KnownDay, Window } from '../ingest/ports.ts'
import { dayNumber } from '../spend/calendar.ts'
import { type Days, later, utcDay } from '../spend/days.ts'

/** A day has begun, or is over, only so long after: clocks differ, and the last calls are still written. */
const SKEW_MS = 5 * 60_000

/** The part of a span that is not in the future; undefined when all of it is. */
export function begun({ from, to }: Days, now: number): Days | undefined {
  const today = utcDay(now - SKEW_MS)
  return from > today ? undefined : { from, to: to < today ? to : today }
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
    if (last && day === later(last.to, 1)) last.to = day
    else runs.push({ from: day, to: day })
  }
  return runs
}
