import { requireWithin } from '../domain.ts'

/**
 * What falls on one unit of a total: total / units. The inverse of `amountAtRate`, so it also gives how
 * many units a total pays for at a price each.
 * @param total in any unit, >= 0
 * @param units > 0
 * Source: arithmetic. Example: $6,000 over 40,000 answers -> $0.15 each.
 */
export function amountPerUnit(total: number, units: number): number {
  requireWithin('total', total, 0, 1e30, 'in any unit')
  requireWithin('units', units, 1e-30, 1e30, 'units')
  return total / units
}
