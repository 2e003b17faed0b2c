/**
 * What the dearer of two options earns beyond the cheaper one, USD a month, of either sign:
 * requests x (gap / 100) x (V + C) - what the cheaper one saves. It is the difference of their net values.
 *
 * @param gapPoints how much more often the dearer one is right, in points, of either sign
 * @param stakesUsd V + C: value of a right answer plus cost of a wrong one, USD an item
 * @param savingUsd what the cheaper one saves, USD a month
 * Source: expected-value decision theory (docs/method.md).
 * Example: 200,000 requests, 0.8 points, $0.30 at stake, $1,782 saved -> -$1,302.
 */
export function extraGain(
  requestsPerMonth: number,
  gapPoints: number,
  stakesUsd: number,
  savingUsd: number,
): number {
  return requestsPerMonth * (gapPoints / 100) * stakesUsd - savingUsd
}
