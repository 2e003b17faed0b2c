import { requireWithin } from '../domain.ts'

/**
 * What a wrong answer costs where people look at some of them first, USD: those that a review catches
 * cost the review, the others what they always did: (1 - h) C + h r.
 *
 * @param errorCostUsd C, loss from a wrong answer that goes out, USD, >= 0
 * @param caughtShare h, share of wrong answers that the review catches, 0 to 1
 * @param reviewUsd r, cost of catching one, USD, >= 0
 * Source: expected-value decision theory (docs/method.md).
 * Example: $2 an error, 80 % caught at $0.10 -> $0.48.
 */
export function reviewedErrorCost(
  errorCostUsd: number,
  caughtShare: number,
  reviewUsd: number,
): number {
  requireWithin('errorCostUsd', errorCostUsd, 0, Number.POSITIVE_INFINITY, 'USD')
  requireWithin('caughtShare', caughtShare, 0, 1, 'share of wrong answers')
  requireWithin('reviewUsd', reviewUsd, 0, Number.POSITIVE_INFINITY, 'USD')
  return (1 - caughtShare) * errorCostUsd + caughtShare * reviewUsd
}
