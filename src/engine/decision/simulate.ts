/** What a simulation needs of an option, one number a draw. */
export type Simulated = Readonly<{
  id: string
  /** Share of requests answered right, 0 to 1. */
  right: Float64Array
  /** All-in cost of a request, USD; one number where it is the same in every draw. */
  usd: Float64Array | number
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
 * another where (q - q') (V + C) > c - c'. Nothing is worked out before it is asked for.
 * Source: expected value of perfect information, mean of the best minus best of the means.
 */
export function simulate(options: readonly Simulated[], stakes: Stakes): Simulation {
  const byId = new Map(options.map((o) => [o.id, o]))
  const columns = new Map<string, Float64Array>()
  const costOf = ({ id, usd, right }: Simulated): Float64Array => {
    const column = columns.get(id) ?? columnOf(usd, right.length)
    columns.set(id, column)
    return column
  }
  const earned = () => options.map((o) => netValues(o, costOf(o), stakes))
  return {
    beats: (one, other, least = 0) => {
      const [a, b] = [byId.get(one), byId.get(other)]
      return a && b ? shareBetter(a, b, costOf, stakes.sum, least) : 0
    },
    profitable: (id) => {
      const option = byId.get(id)
      return option ? shareProfitable(option, costOf(option), stakes) : 0
    },
    best: () => bestShares(options, earned(), stakes.sum.length),
    perfectInformationUsd: () => perfectInformation(earned(), stakes.sum.length),
  }
}

// The loops below run over whole columns of equal length, so an index never misses. Adding a comparison
// itself keeps them free of branches, which no processor could foresee here; so do loops of their own for
// costs that are one number in every draw.
function shareBetter(
  a: Simulated,
  b: Simulated,
  costOf: (option: Simulated) => Float64Array,
  stakes: Float64Array,
  least: number,
): number {
  const [qa, qb, count] = [a.right, b.right, stakes.length]
  const fixed = typeof a.usd === 'number' && typeof b.usd === 'number' ? a.usd - b.usd : undefined
  const [ca, cb] = fixed === undefined ? [costOf(a), costOf(b)] : [stakes, stakes]
  let better = 0
  for (let start = 0; start < count; start += STRETCH) {
    const end = Math.min(count, start + STRETCH)
    if (fixed === undefined)
      for (let i = start; i < end; i++)
        better += +(
          ((qa[i] as number) - (qb[i] as number)) * (stakes[i] as number) >
          (ca[i] as number) - (cb[i] as number)
        )
    else
      for (let i = start; i < end; i++)
        better += +(((qa[i] as number) - (qb[i] as number)) * (stakes[i] as number) > fixed)
    if (better + count - end < least * count) break
  }
  return count === 0 ? 0 : better / count
}

function columnOf(usd: Float64Array | number, count: number): Float64Array {
  return typeof usd === 'number' ? new Float64Array(count).fill(usd) : usd
}

function netValues(
  { right }: Simulated,
  cost: Float64Array,
  { sum, errorCost }: Stakes,
): Float64Array {
  const count = right.length
  const earned = new Float64Array(count)
  for (let i = 0; i < count; i++)
    earned[i] =
      (right[i] as number) * (sum[i] as number) - (errorCost[i] as number) - (cost[i] as number)
  return earned
}

function shareProfitable(
  { right }: Simulated,
  cost: Float64Array,
  { sum, errorCost }: Stakes,
): number {
  const count = right.length
  let above = 0
  for (let i = 0; i < count; i++)
    above += +(
      (right[i] as number) * (sum[i] as number) >
      (errorCost[i] as number) + (cost[i] as number)
    )
  return count === 0 ? 0 : above / count
}

function bestShares(
  options: readonly Simulated[],
  earned: readonly Float64Array[],
  count: number,
): ReadonlyMap<string, number> {
  const wins = new Map<string, number>([['', 0], ...options.map((o) => [o.id, 0] as const)])
  for (let i = 0; i < count; i++) {
    let [winner, most] = ['', 0]
    for (const [k, values] of earned.entries()) {
      const value = values[i] as number
      if (value > most) [winner, most] = [options[k]?.id ?? '', value]
    }
    wins.set(winner, (wins.get(winner) ?? 0) + 1)
  }
  return new Map([...wins].map(([id, n]) => [id, count === 0 ? 0 : n / count]))
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
