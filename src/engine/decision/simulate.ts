import type { Range } from '../range.ts'
import { fromRange, type Sides } from './draws.ts'

/** What a simulation needs of an option. */
export type Simulated = Readonly<{
  id: string
  /** Share of requests answered right, 0 to 1, one number a draw. */
  right: Float64Array
  /** All-in cost of a request, USD. */
  usd: Range
}>

/** One number a draw, USD an item: V + C, and C, what a wrong answer costs. */
export type Stakes = Readonly<{ sum: Float64Array; errorCost: Float64Array }>

export type Simulation = Readonly<{
  /** Share of draws in which one option earns more than another; some lower share where `least` is out of reach. */
  beats: (one: string, other: string, least?: number) => number
  /** Share of draws in which an option earns more than it costs. */
  profitable: (id: string) => number
  /** Share of draws in which each option is the best of all, doing nothing included under the empty name. */
  best: () => ReadonlyMap<string, number>
  /** What knowing the truth before choosing would be worth, USD a request. */
  perfectInformationUsd: () => number
}>

/** Draws between two looks at whether a share can still be reached. */
const STRETCH = 500

/**
 * Plays every option through the same draws: a request earns q V - (1 - q) C - c, so one option beats
 * another where (q - q') (V + C) > c - c'. Costs move together: in a draw each lies at the same side of
 * its range. Nothing is worked out before it is asked for.
 * Source: expected value of perfect information, mean of the best minus best of the means.
 */
export function simulate(options: readonly Simulated[], stakes: Stakes, costs: Sides): Simulation {
  const byId = new Map(options.map((o) => [o.id, o]))
  const earned = () => options.map((o) => netValues(o, stakes, costs))
  return {
    beats: (one, other, least = 0) => {
      const [a, b] = [byId.get(one), byId.get(other)]
      return a && b ? shareBetter(a, b, stakes.sum, costs, least) : 0
    },
    profitable: (id) => {
      const option = byId.get(id)
      return option ? shareProfitable(option, stakes, costs) : 0
    },
    best: () => bestShares(options, earned(), stakes.sum.length),
    perfectInformationUsd: () => perfectInformation(earned(), stakes.sum.length),
  }
}

// The loops below run over whole columns of equal length, so an index never misses. Adding a comparison
// itself keeps them free of branches, which no processor could foresee here; so does a loop of its own for
// a difference in cost that is the same in every draw.
function shareBetter(
  a: Simulated,
  b: Simulated,
  stakes: Float64Array,
  { below, above }: Sides,
  least: number,
): number {
  const [qa, qb, count] = [a.right, b.right, stakes.length]
  const extra = a.usd.central - b.usd.central
  const down = a.usd.central - a.usd.low - (b.usd.central - b.usd.low)
  const up = a.usd.high - a.usd.central - (b.usd.high - b.usd.central)
  let better = 0
  for (let start = 0; start < count; start += STRETCH) {
    const end = Math.min(count, start + STRETCH)
    if (down === 0 && up === 0)
      for (let i = start; i < end; i++)
        better += +(((qa[i] as number) - (qb[i] as number)) * (stakes[i] as number) > extra)
    else
      for (let i = start; i < end; i++)
        better += +(
          ((qa[i] as number) - (qb[i] as number)) * (stakes[i] as number) >
          extra + down * (below[i] as number) + up * (above[i] as number)
        )
    if (better + count - end < least * count) break
  }
  return count === 0 ? 0 : better / count
}

function netValues(
  { right, usd }: Simulated,
  { sum, errorCost }: Stakes,
  costs: Sides,
): Float64Array {
  const earned = fromRange(usd, costs)
  for (let i = 0; i < earned.length; i++)
    earned[i] =
      (right[i] as number) * (sum[i] as number) - (errorCost[i] as number) - (earned[i] as number)
  return earned
}

function shareProfitable(
  { right, usd }: Simulated,
  { sum, errorCost }: Stakes,
  { below, above }: Sides,
): number {
  const count = right.length
  const [down, up] = [usd.central - usd.low, usd.high - usd.central]
  let profits = 0
  for (let i = 0; i < count; i++)
    profits += +(
      (right[i] as number) * (sum[i] as number) - (errorCost[i] as number) >
      usd.central + down * (below[i] as number) + up * (above[i] as number)
    )
  return count === 0 ? 0 : profits / count
}

function bestShares(
  options: readonly Simulated[],
  earned: readonly Float64Array[],
  count: number,
): ReadonlyMap<string, number> {
  const most = new Float64Array(count)
  const winner = new Uint8Array(count)
  for (const [k, values] of earned.entries())
    for (let i = 0; i < count; i++)
      if ((values[i] as number) > (most[i] as number)) {
        most[i] = values[i] as number
        winner[i] = k + 1
      }
  const wins = new Float64Array(options.length + 1)
  for (let i = 0; i < count; i++) wins[winner[i] as number] = (wins[winner[i] as number] ?? 0) + 1
  const share = (k: number) => (count === 0 ? 0 : (wins[k] as number) / count)
  return new Map([['', share(0)], ...options.map((o, k) => [o.id, share(k + 1)] as const)])
}

function perfectInformation(earned: readonly Float64Array[], count: number): number {
  if (count === 0) return 0
  let best = 0
  const sums = earned.map(() => 0)
  for (let i = 0; i < count; i++) {
    let most = 0
    for (const [k, values] of earned.entries()) {
      const value = values[i] as number
      sums[k] = (sums[k] ?? 0) + value
      if (value > most) most = value
    }
    best += most
  }
  return Math.max(0, best / count - Math.max(0, ...sums.map((s) => s / count)))
}
