import { requireWithin } from '../domain.ts'

/**
 * What an amount becomes that changes by the same share in every period: start x (1 + rate)^periods.
 * @param start in any unit, >= 0
 * @param rate share a period, -1 to 100; negative where it falls
 * @param periods 0 to 10,000, whole or not
 * Source: arithmetic. Example: 20,000 at 8 % a month for 12 months -> 50,363.40.
 */
export function compoundGrowth(start: number, rate: number, periods: number): number {
  requireWithin('start', start, 0, 1e30, 'in any unit')
  requireWithin('rate', rate, -1, 100, 'share a period')
  requireWithin('periods', periods, 0, 1e4, 'periods')
  return start * (1 + rate) ** periods
}
