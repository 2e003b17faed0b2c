import { requireWithin } from '../domain.ts'

/**
 * Months in which a price that falls g-fold a year halves: 12 ln 2 / ln g.
 * Use at most a year ahead; fits of the fall rest on four to nine prices each.
 * Source: https://epoch.ai/data-insights/llm-inference-price-trends. Example: 9-fold -> 3.79 months.
 */
export function priceHalfLifeMonths(foldPerYear: number): number {
  requireWithin('foldPerYear', foldPerYear, 1.000001, 1e6, 'times a year')
  return (12 * Math.LN2) / Math.log(foldPerYear)
}

/**
 * Fold per year of what doubles (or halves) in so many months: 2^(12 / months).
 * Example: density doubling every 3.5 months -> 10.77 a year.
 */
export function foldPerYear(doublingMonths: number): number {
  requireWithin('doublingMonths', doublingMonths, 0.1, 1e4, 'months')
  return 2 ** (12 / doublingMonths)
}
