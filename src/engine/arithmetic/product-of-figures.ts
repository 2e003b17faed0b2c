import { requireWithin } from '../domain.ts'

/** How a result is rounded: machines that are needed up, people that fit down. */
export const ROUNDINGS = ['exact', 'up', 'down'] as const

/**
 * Product of some figures over the product of others, times the factor into the unit wanted.
 * @param multiplied any numbers >= 0
 * @param divided numbers > 0
 * @param unitFactor what one of the figures' unit is in the result's; > 0
 * Throws DomainError for a divisor of zero. Source: arithmetic. Example: 12,000 / 2,500, up -> 5.
 */
export function productOfFigures(
  multiplied: readonly number[],
  divided: readonly number[],
  unitFactor: number,
  rounding: (typeof ROUNDINGS)[number],
): number {
  for (const figure of multiplied) requireWithin('multiplied', figure, 0, 1e30, 'numbers')
  for (const figure of divided) requireWithin('divided', figure, 1e-30, 1e30, 'numbers')
  const product = (figures: readonly number[]) => figures.reduce((all, one) => all * one, 1)
  const amount = Number(((product(multiplied) / product(divided)) * unitFactor).toPrecision(12))
  if (rounding === 'exact') return amount
  return rounding === 'up' ? Math.ceil(amount) : Math.floor(amount)
}
