import { requireWithin } from '../domain.ts'

/**
 * Change of an amount in percent of what it was: (after - before) / before x 100. A saving is negative.
 * @param before in any unit, > 0
 * @param after in the same unit, >= 0
 * Source: arithmetic. Example: $9,000 to $6,300 -> -30 %.
 */
export function percentChange(before: number, after: number): number {
  requireWithin('before', before, 1e-30, 1e30, 'in any unit')
  requireWithin('after', after, 0, 1e30, 'in the same unit')
  return ((after - before) / before) * 100
}
