import { requireWithin } from '../domain.ts'

/**
 * Standard error of the gap between two models run on the same items: sqrt(psi - delta^2) / sqrt(n).
 *
 * @param discordance psi, share of items on which exactly one is right, 0 to 1
 * @param gap delta, difference of the shares right, -psi to psi
 * @param items n, at least 1
 * @returns a share of items
 * Source: Connor 1987, as in arXiv 2605.30315.
 * Example: 15 % discordance, 3 points, 500 items -> 0.0173, 1.7 points.
 */
export function pairedGapError(discordance: number, gap: number, items: number): number {
  requireWithin('discordance', discordance, 0, 1, 'share of items')
  requireWithin('gap', gap, -discordance, discordance, 'share of items')
  requireWithin('items', items, 1, Number.POSITIVE_INFINITY, 'items')
  return Math.sqrt(discordance - gap * gap) / Math.sqrt(items)
}
