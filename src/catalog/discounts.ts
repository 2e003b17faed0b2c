import { withRates } from '../engine/cost/token-price.ts'
import { decimal, plus, times, toNumber } from '../engine/decimal.ts'
import { isInForce } from './in-force.ts'
import type { Discount, PriceRow } from './types.ts'

/** The discount in force: that of the model before that of all the provider's models. */
export function discountAt(
  discounts: readonly Discount[],
  provider: string,
  model: string,
  at: string,
): Discount | undefined {
  const own = discounts.filter((d) => d.provider === provider && isInForce(d, at))
  return own.find((d) => d.model === model) ?? own.find((d) => d.model === undefined)
}

/**
 * A list price less what a contract takes off, exact: every rate times (100 - percent) / 100.
 * Example: $2.50 and $10 less 15 % -> $2.125 and $8.50.
 */
export function discounted(row: PriceRow, discount: Discount): PriceRow {
  const share = times(plus(decimal(100), decimal(-discount.percentOff)), { digits: 1n, scale: 2 })
  return {
    ...row,
    discount,
    price: withRates(row.price, (usd) => toNumber(times(decimal(usd), share))),
  }
}
