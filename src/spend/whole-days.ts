import { dayNumber, isoDay } from './calendar.ts'
import type { Charge } from './charge.ts'

/** A day that a source has handed over; settled when it is not expected to change any more. */
export type DayOf = Readonly<{ source: string; day: string; settled: boolean }>

export type DayState = 'settled' | 'unsettled' | 'unknown'

/** What each source has handed over. */
export type DayBook = Readonly<{
  sources: readonly string[]
  stateOf: (source: string, day: string) => DayState
}>

/** Every day from one to another, both included. */
export function daysBetween(from: string, to: string): string[] {
  const first = dayNumber(from)
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, i) => isoDay(first + i))
}

/** Books the known days; a day that has charges is known, and settled unless it is said to be not. */
export function dayBook(known: readonly DayOf[], charges: readonly Charge[]): DayBook {
  const book = new Map<string, Map<string, boolean>>()
  const days = (source: string) => {
    const found = book.get(source) ?? new Map<string, boolean>()
    book.set(source, found)
    return found
  }
  let [source, day] = ['', '']
  for (const c of charges) {
    if (c.day === day && c.source === source) continue
    day = c.day
    source = c.source
    days(source).set(day, true)
  }
  for (const k of known) days(k.source).set(k.day, k.settled)
  return {
    sources: [...book.keys()].sort(),
    stateOf: (source, day) => {
      const settled = book.get(source)?.get(day)
      return settled === undefined ? 'unknown' : settled ? 'settled' : 'unsettled'
    },
  }
}

/** Sources that handed over any of the days. */
export function activeSources(book: DayBook, days: readonly string[]): readonly string[] {
  return book.sources.filter((s) => days.some((d) => book.stateOf(s, d) !== 'unknown'))
}

/**
 * Last settled day of a source before its first break among the days, oldest first: a day that still
 * moves, or one that is not there although the same weekday was a week before. Days before its first
 * are no break. Undefined when no day is settled.
 */
export function settledThrough(
  book: DayBook,
  source: string,
  days: readonly string[],
): string | undefined {
  let last: string | undefined
  for (const day of days) {
    const state = book.stateOf(source, day)
    if (state === 'settled') last = day
    else if (state === 'unsettled') break
    else if (last !== undefined && book.stateOf(source, weekEarlier(day)) !== 'unknown') break
  }
  return last
}

/**
 * Up to which day all sources are settled: the earliest `settledThrough` of those that handed over any
 * of the days. Source: storage-spend.md, pitfalls ("cut at min(settled_through) over sources").
 * Example: one source settled to Thursday and another to Friday: Thursday.
 */
export function dataThrough(book: DayBook, days: readonly string[]): string | undefined {
  const through = activeSources(book, days).map((s) => settledThrough(book, s, days))
  const known = through.filter((d) => d !== undefined).sort()
  return known.length < through.length ? undefined : known[0]
}

/**
 * Pairs of days that may be held against each other: every source has both settled or knows neither,
 * and at least one has them. A company that never works on Sundays is comparable; a half-imported
 * week is so only by the days that it has.
 */
export function comparableDays(
  book: DayBook,
  pairs: readonly (readonly [day: string, before: string])[],
): readonly (readonly [string, string])[] {
  const active = activeSources(book, pairs.flat())
  return pairs.filter(([day, before]) => {
    const states = active.map((s) => [book.stateOf(s, day), book.stateOf(s, before)] as const)
    return (
      states.every(([a, b]) => a === b && a !== 'unsettled') &&
      states.some(([a]) => a === 'settled')
    )
  })
}

function weekEarlier(day: string): string {
  return isoDay(dayNumber(day) - 7)
}
