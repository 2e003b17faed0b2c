import { requireWithin } from '../domain.ts'
import { exactly, type Range, range } from '../range.ts'

/** Hours of an average month (365.25 days / 12 is 730.5; bills use 730). */
export const HOURS_PER_MONTH = 730

/** Accelerators rented round the clock, and the share of an engineer who looks after them. */
export type Hosting = Readonly<{
  gpus: number
  usdPerGpuHour: Range
  /** Full-time equivalents. */
  staffShare: Range | number
  staffUsdPerYear: number
}>

/**
 * Monthly bill of self-hosting in US dollars: accelerators x rent x 730 h, plus staff.
 * The ends pair low rent with little staff and high rent with much.
 * Source: inference cost survey, docs/method.md "self-hosting".
 * Example: 2 GPUs at $3.64 with a quarter of a $300,000 engineer -> 5,314 + 6,250 = $11,564.
 */
export function selfHostingUsdPerMonth({
  gpus,
  usdPerGpuHour,
  staffShare,
  staffUsdPerYear,
}: Hosting): Range {
  requireWithin('gpus', gpus, 0, 1e7, 'GPUs')
  requireWithin('staffUsdPerYear', staffUsdPerYear, 0, 1e8, 'USD')
  const staff = typeof staffShare === 'number' ? exactly(staffShare) : staffShare
  const month = (rent: number, share: number) =>
    gpus * rent * HOURS_PER_MONTH + (share * staffUsdPerYear) / 12
  return range(
    month(usdPerGpuHour.low, staff.low),
    month(usdPerGpuHour.central, staff.central),
    month(usdPerGpuHour.high, staff.high),
  )
}

/**
 * US dollars per million answer tokens of accelerators that work a share of the time; the prompt's
 * work is included.
 * Example: 2 GPUs at $2.95, 4,205 tokens/s, all the time -> $0.390; 30 % of the time -> $1.299.
 */
export function selfHostedUsdPer1MTokens(
  gpus: number,
  usdPerGpuHour: number,
  tokensPerSecond: number,
  duty: number,
): number {
  requireWithin(
    'tokensPerSecond',
    tokensPerSecond,
    Number.MIN_VALUE,
    Number.POSITIVE_INFINITY,
    'tokens/s',
  )
  requireWithin('duty', duty, Number.MIN_VALUE, 1, 'share of the time')
  return ((usdPerGpuHour * gpus) / (tokensPerSecond * 3600 * duty)) * 1e6
}
