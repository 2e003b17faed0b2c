import { type Days, later, utcDay } from '../spend/days.ts'
import type { SourceState } from './ports.ts'

/** Days that are read again each time, today among them, because late charges come. */
const TRAILING_DAYS = 7
/** Days that the first poll reaches back, today among them. */
export const BACKFILL_DAYS = 92
/** Most days of one reading, which is stored as a whole or not at all. */
const CHUNK_DAYS = 31

/**
 * What a poll reads: from the day after the last settled one or the trailing week, whichever is
 * earlier, up to today (UTC); from the first of the month when it is the first good poll of a UTC
 * day; and never further back than the first poll would.
 */
export function spanToRead(state: SourceState | undefined, now: number): Days {
  const today = utcDay(now)
  const furthest = later(today, 1 - BACKFILL_DAYS)
  if (state?.readAt === undefined || state.settledThrough === undefined)
    return { from: furthest, to: today }
  const starts = [
    later(today, 1 - TRAILING_DAYS),
    later(state.settledThrough, 1),
    ...(utcDay(state.readAt) === today ? [] : [`${today.slice(0, 8)}01`]),
  ].sort()
  const [from = furthest] = starts
  return { from: from < furthest ? furthest : from, to: today }
}

/** Parts of a span, oldest first. */
export function chunksOf({ from, to }: Days): Days[] {
  const chunks: Days[] = []
  for (let first = from; first <= to; first = later(first, CHUNK_DAYS)) {
    const last = later(first, CHUNK_DAYS - 1)
    chunks.push({ from: first, to: last < to ? last : to })
  }
  return chunks
}
