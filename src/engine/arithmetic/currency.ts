import { decimal, times, toNumber } from '../decimal.ts'
import { requireWithin } from '../domain.ts'

/** Which way a rate is applied: from the currency it prices, or into it. */
export const DIRECTIONS = ['from-base', 'to-base'] as const
export type Direction = (typeof DIRECTIONS)[number]

/**
 * An amount in another currency at a stated rate; the engine holds no rate of its own.
 * @param amount in the base currency for `from-base`, in the quoted currency for `to-base`; >= 0
 * @param rate units of the quoted currency for one unit of the base; > 0
 * Source: arithmetic. Example: $500 at 1,350 won a dollar -> 675,000 won.
 */
export function convertCurrency(amount: number, rate: number, direction: Direction): number {
  requireWithin('amount', amount, 0, 1e18, 'of money')
  requireWithin('rate', rate, 1e-9, 1e9, 'of one currency for one of the other')
  return direction === 'to-base' ? amount / rate : toNumber(times(decimal(amount), decimal(rate)))
}
