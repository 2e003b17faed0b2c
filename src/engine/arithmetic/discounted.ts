import { decimal, plus, times, toNumber } from '../decimal.ts'
import { requireWithin } from '../domain.ts'

/**
 * A bill of which a share is paid at a discount (batch work, cached prompts, a contract):
 * bill x (1 - share x discount), exact to the last decimal.
 * @param bill in any currency, >= 0
 * @param share of the bill that the discount touches, 0 to 1
 * @param discount taken off that share, 0 to 1
 * Source: arithmetic. Example: $9,600, 70 % at half price -> $6,240.
 */
export function discountedBill(bill: number, share: number, discount: number): number {
  requireWithin('bill', bill, 0, 1e18, 'of money')
  requireWithin('share', share, 0, 1, 'of the bill')
  requireWithin('discount', discount, 0, 1, 'of that share')
  const left = plus(decimal(1), times(decimal(share), decimal(-discount)))
  return toNumber(times(decimal(bill), left))
}
