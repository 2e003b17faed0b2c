import { requireWithin } from '../domain.ts'
import { normalQuantile } from './normal.ts'

/**
 * Items to label until a share is known within a margin to either side:
 * n = z^2 p (1 - p) / m^2, rounded up.
 * @param margin half the width of the interval, share > 0
 * @param share expected, 0 to 1; a half needs most items
 * @param confidence of the interval, 0.5 to 0.9999
 * @returns whole items
 * Source: Cochran 1977, Sampling Techniques, 4.4. Range: the normal approximation, shares not at their ends.
 * Example: 3 points, a half, 95 % -> 1,068.
 */
export function itemsForMargin(margin: number, share = 0.5, confidence = 0.95): number {
  requireWithin('margin', margin, 1e-5, 0.5, 'share')
  requireWithin('share', share, 0, 1, 'share')
  requireWithin('confidence', confidence, 0.5, 0.9999, 'probability')
  const z = normalQuantile(1 - (1 - confidence) / 2)
  return Math.ceil((z * z * share * (1 - share)) / (margin * margin))
}
