import type { TokenPrice } from '../engine/cost/token-price.ts'
import { withRates } from '../engine/cost/token-price.ts'
import { decimal, times, toNumber } from '../engine/decimal.ts'
import type { PeakHours, PriceRow } from './types.ts'

/**
 * What a request at this very instant is billed at: the row's price, in its peak hours multiplied.
 * Forecasts use the row's price itself.
 * Example: $0.15 in at 05:00 UTC; $0.30 on a working day at 02:00 UTC.
 */
export function billedPrice({ price, peak }: PriceRow, at: string): TokenPrice {
  if (!peak || !isPeak(peak, at)) return price
  return withRates(price, (usd) => toNumber(times(decimal(usd), decimal(peak.multiplier))))
}

function isPeak({ weekdays, hours, except }: PeakHours, at: string): boolean {
  const time = new Date(at)
  const [day = '', clock = ''] = time.toISOString().split('T')
  return (
    weekdays.includes(time.getUTCDay()) &&
    !except.includes(day) &&
    hours.some(({ from, to }) => from <= clock && clock < to)
  )
}
