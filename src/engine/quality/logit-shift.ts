import { requireWithin } from '../domain.ts'

/**
 * Carries a gain measured at one level to another: the same shift in logits, so that a point is worth
 * less near the top. `slope` scales a standard deviation of the gain the same way.
 *
 * @param percent level to shift, 0 < percent < 100
 * @param measuredAt level at which the gain was measured, percent
 * @param gainPoints measured gain, points
 * Source: scores by size are near-linear in logits (docs/method.md "logit-shift").
 * Example: +10.6 points measured at 73.7 carried to 89.1 -> 94.0, slope 0.50.
 */
export function shiftedInLogits(
  percent: number,
  measuredAt: number,
  gainPoints: number,
): { percent: number; slope: number } {
  requireWithin('percent', percent, 0.1, 99.9, 'percent')
  requireWithin('measuredAt', measuredAt, 0.1, 99.9, 'percent')
  requireWithin('measuredAt + gainPoints', measuredAt + gainPoints, 0.1, 99.9, 'percent')
  const shift = logit(measuredAt + gainPoints) - logit(measuredAt)
  const spread = (p: number) => p * (100 - p)
  return {
    percent: 100 / (1 + Math.exp(-(logit(percent) + shift))),
    slope: spread(percent) / spread(measuredAt),
  }
}

function logit(percent: number): number {
  return Math.log(percent / (100 - percent))
}
