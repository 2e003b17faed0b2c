import { requireWithin } from '../domain.ts'

/**
 * By how much two amounts differ, whichever is the larger.
 * @param one in any unit, >= 0
 * @param other in the same unit, >= 0
 * Source: arithmetic. Example: 12,000 and 9,500 -> 2,500.
 */
export function difference(one: number, other: number): number {
  requireWithin('one', one, 0, 1e30, 'in any unit')
  requireWithin('other', other, 0, 1e30, 'in the same unit')
  return Math.abs(one - other)
}
