import { requireWithin } from '../domain.ts'
import { normalQuantile } from './normal.ts'

/** Two models on different items: the shares each gets right, from 0 to 1. */
export type IndependentDesign = Readonly<{
  shareA: number
  shareB: number
  power?: number
  alpha?: number
}>

/**
 * Items per model needed to see a difference of two shares when the models do not run on the same
 * items (two-sided, pooled variance under no difference):
 * n = ((z_a sqrt(2 p (1 - p)) + z_b sqrt(p1 (1 - p1) + p2 (1 - p2))) / (p1 - p2))^2, rounded up.
 *
 * @returns whole items per model; a paired pilot needs fewer whenever the models tend to agree
 * Source: Miller 2024, arXiv 2411.00640. Range: shares apart from each other, power 0.5 to 0.999.
 * Example: 85 % against 80 %, power 0.8, alpha 0.05 -> 906.
 */
export function independentItems(design: IndependentDesign): number {
  const { shareA, shareB, power = 0.8, alpha = 0.05 } = design
  requireWithin('shareA', shareA, 0, 1, 'share right')
  requireWithin('shareB', shareB, 0, 1, 'share right')
  requireWithin('power', power, 0.5, 0.999, 'probability')
  requireWithin('alpha', alpha, 1e-6, 0.5, 'probability')
  requireWithin('the difference of the shares', Math.abs(shareA - shareB), 1e-6, 1, 'share right')
  const pooled = (shareA + shareB) / 2
  const [za, zb] = [normalQuantile(1 - alpha / 2), normalQuantile(power)]
  const spread =
    za * Math.sqrt(2 * pooled * (1 - pooled)) +
    zb * Math.sqrt(shareA * (1 - shareA) + shareB * (1 - shareB))
  return Math.ceil((spread / (shareA - shareB)) ** 2)
}
