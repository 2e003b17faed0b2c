import type { Range } from '../range.ts'
import { normalCdf } from './normal.ts'

/** A difference in quality, in points (hundredths of the share right), with its standard deviation. */
export type Gap = Readonly<{ mean: number; sd: number }>

/**
 * Probability that a better option is worth its price: P(gap > required uplift), the uplift being
 * extra cost / (V + C). Spreads of money are averaged over their low, central and high values.
 *
 * @param gap quality of the option minus the other's, in points
 * @param extraUsd extra cost of one request, USD, of either sign
 * @param stakesUsd V + C: value of a right answer plus cost of a wrong one, USD, >= 0
 * @returns 0 to 1; monotone: it never falls when the stakes rise and extraUsd >= 0
 * Source: decision theory as in docs/method.md, "required uplift".
 * Example: gap 6 ± 4 points, $0.01 extra, $2.50 at stake -> required 0.4 points, P = Phi(1.4) = 0.919.
 */
export function worthwhileProbability(gap: Gap, extraUsd: Range, stakesUsd: Range): number {
  let sum = 0
  for (const extra of SPREAD)
    for (const stakes of SPREAD)
      sum += extra.weight * stakes.weight * chance(gap, extraUsd[extra.at], stakesUsd[stakes.at])
  return sum
}

const SPREAD = [
  { at: 'low', weight: 0.25 },
  { at: 'central', weight: 0.5 },
  { at: 'high', weight: 0.25 },
] as const

function chance(gap: Gap, extraUsd: number, stakesUsd: number): number {
  if (stakesUsd === 0) return extraUsd < 0 ? 1 : 0
  const margin = gap.mean - (100 * extraUsd) / stakesUsd
  if (gap.sd === 0) return margin > 0 ? 1 : 0
  return normalCdf(margin / gap.sd)
}
