import { normalQuantile } from '../decision/normal.ts'
import { requireWithin } from '../domain.ts'

/**
 * Interval of a share of which `right` of `items` were seen (Wilson's score interval, two-sided):
 * (p + z^2/2n +- z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n). Never empty, never outside 0 to 1.
 * Range: 0 <= right <= items, items of 1 or more; items independent of each other.
 * Source: Wilson 1927, https://doi.org/10.1080/01621459.1927.10502953.
 * Example: 81 of 263 at 95 % -> 0.2553 to 0.3662.
 */
export function wilsonInterval(
  right: number,
  items: number,
  level = 0.95,
): { low: number; high: number } {
  requireWithin('items', items, 1, 1e9, 'items')
  requireWithin('right', right, 0, items, 'items')
  requireWithin('level', level, 0.5, 0.9999, 'probability')
  const z = normalQuantile((1 + level) / 2)
  const p = right / items
  const middle = p + (z * z) / (2 * items)
  const half = z * Math.sqrt((p * (1 - p)) / items + (z / (2 * items)) ** 2)
  const whole = 1 + (z * z) / items
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) }
}
