import { requireWithin } from '../domain.ts'

/**
 * Share of requests that must turn from wrong to right before a dearer option pays:
 * extra cost / (V + C).
 *
 * @param extraUsd extra cost of one request, USD, >= 0
 * @param valueUsd V, what a right answer is worth, USD, >= 0
 * @param errorCostUsd C, what a wrong answer costs, USD, >= 0
 * @returns a share; above 1 means it can never pay
 * Source: expected-value decision theory (docs/method.md).
 * Example: $0.01 extra, V $0.50, C $2 -> 0.004, four requests in a thousand.
 */
export function requiredUplift(extraUsd: number, valueUsd: number, errorCostUsd: number): number {
  requireWithin('extraUsd', extraUsd, 0, Number.POSITIVE_INFINITY, 'USD')
  requireWithin('valueUsd', valueUsd, 0, Number.POSITIVE_INFINITY, 'USD')
  requireWithin('errorCostUsd', errorCostUsd, 0, Number.POSITIVE_INFINITY, 'USD')
  requireWithin(
    'valueUsd + errorCostUsd',
    valueUsd + errorCostUsd,
    Number.MIN_VALUE,
    Number.POSITIVE_INFINITY,
    'USD',
  )
  return extraUsd / (valueUsd + errorCostUsd)
}
