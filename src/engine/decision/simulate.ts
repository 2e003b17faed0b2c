/** What a simulation needs of an option, one number a draw. */
export type Simulated = Readonly<{
  id: string
  /** Share of requests answered right, 0 to 1. */
  right: Float64Array
  /** All-in cost of a request, USD; one number where it is the same in every draw. */
  usd: Float64Array | number
}>

/** One number a draw, USD an item. */
export type Stakes = Readonly<{ value: Float64Array; errorCost: Float64Array }>

export type Simulation = Readonly<{
  /** Share of draws in which one option earns more than another. */
  beats: (one: string, other: string) => number
  /** Share of draws in which an option earns more than it costs. */
  profitable: (id: string) => number
  /** Share of draws in which each option is the best of all, doing nothing included under the empty name. */
  best: () => ReadonlyMap<string, number>
  /** What knowing the truth before choosing would be worth, USD a request. */
  perfectInformationUsd: () => number
}>

/**
 * Plays every option through the same draws: a request earns q V - (1 - q) C - c.
 * Source: expected value of perfect information, mean of the best minus best of the means.
 */
export function simulate(options: readonly Simulated[], stakes: Stakes): Simulation {
  const earned = new Map(options.map((o) => [o.id, netValues(o, stakes)]))
  const of = (id: string) => earned.get(id) ?? new Float64Array(stakes.value.length)
  return {
    beats: (one, other) => shareAbove(of(one), of(other)),
    profitable: (id) => shareAbove(of(id), new Float64Array(stakes.value.length)),
    best: () => bestShares(earned, stakes.value.length),
    perfectInformationUsd: () => perfectInformation([...earned.values()], stakes.value.length),
  }
}

// The loops below run over whole columns of equal length, so an index never misses.
function netValues({ right, usd }: Simulated, { value, errorCost }: Stakes): Float64Array {
  const count = right.length
  const earned = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const c = errorCost[i] as number
    earned[i] = (right[i] as number) * ((value[i] as number) + c) - c
  }
  if (typeof usd === 'number')
    for (let i = 0; i < count; i++) earned[i] = (earned[i] as number) - usd
  else for (let i = 0; i < count; i++) earned[i] = (earned[i] as number) - (usd[i] as number)
  return earned
}

function shareAbove(one: Float64Array, other: Float64Array): number {
  let above = 0
  const count = one.length
  // Adding the comparison itself keeps the loop free of branches, which no processor could foresee here.
  for (let i = 0; i < count; i++) above += +((one[i] as number) > (other[i] as number))
  return count === 0 ? 0 : above / count
}

function bestShares(
  earned: ReadonlyMap<string, Float64Array>,
  count: number,
): ReadonlyMap<string, number> {
  const wins = new Map<string, number>([
    ['', 0],
    ...[...earned.keys()].map((id) => [id, 0] as const),
  ])
  for (let i = 0; i < count; i++) {
    let [winner, most] = ['', 0]
    for (const [id, values] of earned) {
      const value = values[i] ?? 0
      if (value > most) [winner, most] = [id, value]
    }
    wins.set(winner, (wins.get(winner) ?? 0) + 1)
  }
  return new Map([...wins].map(([id, n]) => [id, count === 0 ? 0 : n / count]))
}

function perfectInformation(options: readonly Float64Array[], count: number): number {
  if (count === 0) return 0
  let best = 0
  const sums = options.map(() => 0)
  for (let i = 0; i < count; i++) {
    let most = 0
    for (const [k, values] of options.entries()) {
      const value = values[i] ?? 0
      sums[k] = (sums[k] ?? 0) + value
      if (value > most) most = value
    }
    best += most
  }
  return Math.max(0, best / count - Math.max(0, ...sums.map((s) => s / count)))
}
