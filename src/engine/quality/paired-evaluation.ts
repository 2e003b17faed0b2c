import { requireWithin } from '../domain.ts'
import { mcNemarP } from './mcnemar.ts'
import { wilsonInterval } from './wilson.ts'

/** Items of an evaluation that both models ran on, by who was right. */
export type PairedCounts = Readonly<{
  bothRight: number
  onlyLarge: number
  onlySmall: number
  bothWrong: number
}>

/** The larger model's lead in points, its interval and standard deviation; `discordance` a share of items. */
export type PairedResult = Readonly<{
  gap: number
  low: number
  high: number
  sd: number
  discordance: number
  pValue: number
}>

/**
 * What a user's own paired evaluation says about the gap between two models, in points; it replaces
 * whatever was expected from benchmarks. Interval: Newcombe's method 10, from the Wilson intervals of both
 * shares and their correlation. p: exact McNemar. Standard deviation: sqrt(psi - delta^2) / sqrt(n) with
 * half an item added to each count, so that a few items without disagreement are not certainty.
 * Range: whole counts, 1 item or more; items independent of each other (one a document or customer).
 * Source: Newcombe 1998, https://doi.org/10.1002/(SICI)1097-0258(19981130)17:22<2635::AID-SIM954>3.0.CO;2-C;
 * Agresti and Min 2005, https://doi.org/10.1002/sim.1781.
 * Example: 14 both, 5 only the large, 0 only the small, 22 neither -> 12.2 points, 1.1 to 22.6, p 0.0625.
 */
export function pairedEvaluation(counts: PairedCounts, level = 0.95): PairedResult {
  for (const [name, value] of Object.entries(counts)) requireWithin(name, value, 0, 1e6, 'items')
  const { bothRight: a, onlyLarge: b, onlySmall: c, bothWrong: d } = counts
  const n = a + b + c + d
  requireWithin('items', n, 1, 4e6, 'items')
  const gap = (b - c) / n
  const large = armsOf(a + b, n, level)
  const small = armsOf(a + c, n, level)
  const phi = correlation(counts)
  const reach = (one: number, other: number) =>
    Math.sqrt(Math.max(0, one * one - 2 * phi * one * other + other * other))
  return {
    gap: 100 * gap,
    low: 100 * (gap - reach(large.below, small.above)),
    high: 100 * (gap + reach(large.above, small.below)),
    sd: 100 * adjustedSd(b, c, n),
    discordance: (b + c) / n,
    pValue: mcNemarP(b, c),
  }
}

/** How far a share's interval reaches below and above it. */
function armsOf(right: number, items: number, level: number) {
  const { low, high } = wilsonInterval(right, items, level)
  return { below: right / items - low, above: high - right / items }
}

/** Correlation of the two models' being right, corrected for continuity; 0 where it is not defined. */
function correlation({ bothRight: a, onlyLarge: b, onlySmall: c, bothWrong: d }: PairedCounts) {
  const margins = (a + b) * (c + d) * (a + c) * (b + d)
  if (margins === 0) return 0
  const excess = a * d - b * c
  const corrected = excess > 0 ? Math.max(0, excess - (a + b + c + d) / 2) : excess
  return corrected / Math.sqrt(margins)
}

function adjustedSd(b: number, c: number, n: number): number {
  const items = n + 2
  return Math.sqrt((b + c + 1) / items - ((b - c) / items) ** 2) / Math.sqrt(items)
}
