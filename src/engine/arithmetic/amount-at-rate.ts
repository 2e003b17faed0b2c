import { decimal, times, toNumber } from '../decimal.ts'
import { requireWithin } from '../domain.ts'

/**
 * What so many units come to at a rate each: units x rate, exact to the last decimal. The result has
 * the rate's unit of amount (dollars, kilograms, tokens).
 * @param units how many, in the unit that the rate is given for; >= 0
 * @param rate amount a unit; >= 0
 * Source: arithmetic. Example: 350 t at $215 a tonne -> $75,250.
 */
export function amountAtRate(units: number, rate: number): number {
  requireWithin('units', units, 0, 1e30, 'units')
  requireWithin('rate', rate, 0, 1e30, 'a unit')
  return toNumber(times(decimal(units), decimal(rate)))
}
