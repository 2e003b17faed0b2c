import { divideNano } from './sums.ts'

/** Units of a currency for a US dollar, from a day (ISO) on. */
export type UnitsPerUsd = Readonly<{ currency: string; unitsPerUsd: number; day: string }>

/** A currency that totals are shown in beside the billed one, and the rates in force on a day, one a currency. */
export type Conversion = Readonly<{
  currency: string
  /** ISO date. */
  day: string
  rates: readonly UnitsPerUsd[]
}>

/**
 * Billed money in the currency of a conversion, in nano-units, rounded once; over dollars where neither
 * of the two is dollars. Unknown (undefined, never 0) where a rate is missing.
 * Source: arithmetic, at rates that were configured. Example: at 1,400 won and 0.96 euros a dollar, $40.75
 * is ₩57,050, and €3 is $3.125 and so ₩4,375.
 */
export function inCurrency(
  nano: bigint,
  billed: string,
  { currency, rates }: Conversion,
): bigint | undefined {
  const [from, to] = [unitsOf(billed, rates), unitsOf(currency, rates)]
  return from && to ? divideNano(nano * to, from) : undefined
}

/** Nano-units for a dollar. */
function unitsOf(currency: string, rates: readonly UnitsPerUsd[]): bigint | undefined {
  if (currency === 'USD') return 1_000_000_000n
  const rate = rates.find((one) => one.currency === currency)
  return rate && BigInt(Math.round(rate.unitsPerUsd * 1e9))
}
