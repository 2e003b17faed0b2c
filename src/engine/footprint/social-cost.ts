import { requireWithin } from '../domain.ts'
import { DISCOUNT_RATES, type DiscountRate, SOCIAL_COST } from './social-cost-table.ts'

/**
 * Damage of a tonne of CO2 emitted in a year, in 2020 US dollars, at a near-term discount rate.
 * Years between two published ones are interpolated (within about a dollar of the full file).
 * A value of damages; market prices of carbon are another thing, and so is its status in US law.
 * Source: US EPA 2023, in social-cost-table.ts. Example: 2025 at 2 % -> 212.
 */
export function socialCostUsdPerTonne(year: number, rate: DiscountRate): number {
  const table = SOCIAL_COST[rate]
  const [first, last] = [table[0], table[table.length - 1]]
  requireWithin('year', year, first?.[0] ?? year, last?.[0] ?? year, 'emission year')
  const after = Math.max(
    1,
    table.findIndex(([at]) => at >= year),
  )
  const [y0, usd0] = table[after - 1] ?? [year, 0]
  const [y1, usd1] = table[after] ?? [year, 0]
  return usd0 + ((usd1 - usd0) * (year - y0)) / (y1 - y0)
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
