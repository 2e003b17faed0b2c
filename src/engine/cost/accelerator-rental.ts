import { decimal, times, toNumber } from '../decimal.ts'
import { requireWithin } from '../domain.ts'

/**
 * Rent of accelerators for a time: accelerators x hours x rent, exact to the last decimal.
 * @param gpus accelerators, >= 0
 * @param hours each is rented for, >= 0
 * @param perGpuHour rent of one accelerator for an hour, any currency, >= 0
 * Source: arithmetic. Example: 8 for 72 hours at $1.50 -> $864.
 */
export function acceleratorRental(gpus: number, hours: number, perGpuHour: number): number {
  requireWithin('gpus', gpus, 0, 1e9, 'GPUs')
  requireWithin('hours', hours, 0, 1e12, 'hours')
  requireWithin('perGpuHour', perGpuHour, 0, 1e9, 'an hour')
  return toNumber([decimal(gpus), decimal(hours), decimal(perGpuHour)].reduce(times))
}
