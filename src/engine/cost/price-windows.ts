import { requireWithin } from '../domain.ts'
import type { Unknown } from '../unknown.ts'

/** A part of a window in which nothing changes; times in any steady count, e.g. milliseconds. */
export type Stretch = Readonly<{ from: number; to: number; share: number }>

/**
 * Splits a window at the moments inside it when a price changes. A change holds from its moment on;
 * changes at or outside the ends split nothing.
 * @param start included, @param end excluded and later than start
 * Example: 0 to 10 with changes at 4, 4 and 12 -> 0 to 4 (share 0.4) and 4 to 10 (0.6).
 */
export function splitWindow(start: number, end: number, changes: readonly number[]): Stretch[] {
  requireWithin('end - start', end - start, Number.MIN_VALUE, Number.POSITIVE_INFINITY, 'time')
  const inside = [...new Set(changes)].filter((c) => c > start && c < end).sort((a, b) => a - b)
  const starts = [start, ...inside]
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? end
    return { from, to, share: (to - from) / (end - start) }
  })
}

/**
 * Mean of a figure over stretches, each by its share of the window: what evenly spread use pays.
 * A stretch without a figure makes the mean unknown.
 * Example: $2 for 0.4 of the time, then $4 -> $3.20.
 */
export function meanOver(
  stretches: readonly Readonly<{ share: number; value: number | Unknown }>[],
): number | Unknown {
  let mean = 0
  for (const { share, value } of stretches) {
    if (typeof value !== 'number') return value
    mean += share * value
  }
  return mean
}
