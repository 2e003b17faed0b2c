import { withRates } from '../engine/cost/token-price.ts'
import { decimal, times, toNumber } from '../engine/decimal.ts'
import { isUnknown } from '../engine/unknown.ts'
import type { Catalog } from './types.ts'

/**
 * The catalogue as if every token price were `factor` times what it is, exact; rents and dates of change stay.
 * Example: $2.50 and $10 at 1.3 times -> $3.25 and $13.
 */
export function scaledPrices(catalog: Catalog, factor: number): Catalog {
  if (factor === 1) return catalog
  const rate = (usd: number) => toNumber(times(decimal(usd), decimal(factor)))
  return {
    ...catalog,
    priceAt: (provider, model, at) => {
      const row = catalog.priceAt(provider, model, at)
      return isUnknown(row) ? row : { ...row, factor, price: withRates(row.price, rate) }
    },
  }
}
