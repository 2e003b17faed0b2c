import { apiPricePerRequest } from '../engine/cost/api-price.ts'
import { meanOver, splitWindow } from '../engine/cost/price-windows.ts'
import type { RequestTokens } from '../engine/cost/token-price.ts'
import { isUnknown, type Unknown } from '../engine/unknown.ts'
import type { Catalog, PriceRow } from './types.ts'

/** A stretch of a forecast with one price; ISO date-times in UTC. */
export type PriceStretch = Readonly<{
  from: string
  to: string
  share: number
  row: PriceRow | Unknown
}>

/** Whose price, from when on (ISO), for how many months. */
export type Forecast = Readonly<{ provider: string; model: string; from: string; months: number }>

/** The months of a forecast, each split where a listed price or a contract starts or ends. */
export function priceForecast(
  catalog: Catalog,
  { provider, model, from, months }: Forecast,
): readonly (readonly PriceStretch[])[] {
  const dated = [
    ...catalog.prices.filter((p) => p.provider === provider && p.model === model),
    ...catalog.discounts.filter(
      (d) => d.provider === provider && (d.model === undefined || d.model === model),
    ),
  ]
  const changes = dated.flatMap((d) => [d.from, d.to ?? d.from]).map((day) => Date.parse(day))
  return Array.from({ length: months }, (_, month) =>
    splitWindow(monthsAfter(from, month), monthsAfter(from, month + 1), changes).map((s) => {
      const start = new Date(s.from).toISOString()
      return {
        from: start,
        to: new Date(s.to).toISOString(),
        share: s.share,
        row: catalog.priceAt(provider, model, start),
      }
    }),
  )
}

/** US dollars per request in each month of a forecast; unknown where a part of the month has no price. */
export function forecastUsdPerRequest(
  forecast: readonly (readonly PriceStretch[])[],
  tokens: RequestTokens,
  batch: boolean,
): readonly (number | Unknown)[] {
  return forecast.map((stretches) =>
    meanOver(
      stretches.map(({ share, row }) => ({
        share,
        value: isUnknown(row) ? row : apiPricePerRequest(row.price, tokens, batch),
      })),
    ),
  )
}

/** The same day and time some months later, or the last day of a month that is too short for it. */
function monthsAfter(from: string, months: number): number {
  const start = new Date(from)
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + months]
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const day = Math.min(start.getUTCDate(), lastDay)
  return Date.UTC(year, month, day) + (start.getTime() % 86_400_000)
}
