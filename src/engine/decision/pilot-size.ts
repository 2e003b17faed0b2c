import { requireWithin } from '../domain.ts'
import { normalQuantile } from './normal.ts'

/** A paired comparison: how often exactly one model is right, and the difference worth seeing, both shares. */
export type PairedDesign = Readonly<{
  discordance: number
  gap: number
  power?: number
  alpha?: number
}>

/**
 * Items needed to see a gap between two models run on the same items (McNemar, two-sided):
 * n = ((z_a sqrt(psi) + z_b sqrt(psi - delta^2)) / delta)^2, rounded up.
 *
 * @returns whole items; the exact test wants about 5 % more
 * Source: Connor 1987, as in arXiv 2605.30315. Range: 0 < gap <= discordance <= 1.
 * Example: 10 % discordance, 3 points, power 0.8, alpha 0.05 -> 870.
 */
export function pilotItems({ discordance, gap, power = 0.8, alpha = 0.05 }: PairedDesign): number {
  requireWithin('discordance', discordance, Number.MIN_VALUE, 1, 'share of items')
  requireWithin('gap', gap, Number.MIN_VALUE, discordance, 'share of items')
  requireWithin('power', power, 0.5, 0.999, 'probability')
  requireWithin('alpha', alpha, 1e-6, 0.5, 'probability')
  const [za, zb] = [normalQuantile(1 - alpha / 2), normalQuantile(power)]
  return Math.ceil(
    ((za * Math.sqrt(discordance) + zb * Math.sqrt(discordance - gap * gap)) / gap) ** 2,
  )
}
