import { requireWithin } from '../domain.ts'
import { DomainError } from '../formula.ts'
import { DISCOUNT_RATES, type DiscountRate, FIRST_YEAR, SOCIAL_COST } from './social-cost-table.ts'

/**
 * Damage of a tonne of CO2 emitted in a year, in 2020 US dollars, at a near-term discount rate.
 * Errors: the three rates span a factor of three and published work goes from $51 to over $1,000.
 * A value of damages; market prices of carbon are another thing, and so is its status in US law.
 * Source: US EPA 2023, in social-cost-table.ts. Example: 2025 at 2 % -> 212.
 */
export function socialCostUsdPerTonne(year: number, rate: DiscountRate): number {
  const byYear = SOCIAL_COST[rate]
  const last = FIRST_YEAR + byYear.length - 1
  const usd = byYear[year - FIRST_YEAR]
  if (usd === undefined)
    throw new DomainError(
      `year must be a whole emission year from ${FIRST_YEAR} to ${last}; received ${year}.`,
    )
  return usd
}

/**
 * Damage of an amount of CO2e, US dollars: kg / 1000 x dollars per tonne x deflator.
 * @param deflator 1 gives 2020 dollars
 * Example: 272.128 kg in 2025 at 2 % -> $57.69.
 */
export function socialCostUsd(
  kg: number,
  year: number,
  rate: DiscountRate = DISCOUNT_RATES[1],
  deflator = 1,
): number {
  requireWithin('kg', kg, 0, 1e15, 'kgCO2e')
  requireWithin('deflator', deflator, 0.1, 100, 'ratio')
  return (kg / 1000) * socialCostUsdPerTonne(year, rate) * deflator
}
