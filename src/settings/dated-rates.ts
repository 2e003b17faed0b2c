import { CURRENCIES, type Currency } from '../engine/estimate.ts'

/** Units of a currency for a dollar, from a day (ISO) on; supplied by whoever runs the product, never fetched. */
export type DatedRate = Readonly<{
  currency: Exclude<Currency, 'USD'>
  unitsPerUsd: number
  day: string
}>

/** Currencies that a rate can be given for. */
export const RATED = CURRENCIES.filter((one) => one !== 'USD')

/** The newest rate of a currency that is in force on a day; undefined where there is none. */
export function rateOn(
  rates: readonly DatedRate[],
  currency: Currency,
  day: string,
): DatedRate | undefined {
  return rates
    .filter((rate) => rate.currency === currency && rate.day <= day)
    .reduce<DatedRate | undefined>(
      (newest, rate) => (newest && newest.day >= rate.day ? newest : rate),
      undefined,
    )
}

/** Reads rates such as `EUR:0.92@2026-11-01,KRW:1390@2026-11-01`, or says everything that is wrong with them. */
export function readDatedRates(
  text: string,
): Readonly<{ rates: readonly DatedRate[]; problems: readonly string[] }> {
  const rates: DatedRate[] = []
  const problems: string[] = []
  for (const part of text.split(',').map((one) => one.trim())) {
    const [, code = '', number = '', day = ''] = /^([A-Za-z]{3}):([\d.]+)@(\S+)$/.exec(part) ?? []
    const currency = RATED.find((one) => one === code.toUpperCase())
    const unitsPerUsd = Number(number)
    if (code === '') problems.push(`"${part}" is not a rate such as EUR:0.92@2026-11-01`)
    else if (currency === undefined) problems.push(`"${code}" is not one of ${RATED.join(', ')}`)
    else if (!(unitsPerUsd > 0 && unitsPerUsd < 1e6))
      problems.push(`"${number}" of ${currency} is no number of units for a dollar, above 0`)
    else if (!isDay(day)) problems.push(`"${day}" of ${currency} is no day such as 2026-11-01`)
    else if (rates.some((rate) => rate.currency === currency && rate.day === day))
      problems.push(`${currency} has two rates from ${day}`)
    else rates.push({ currency, unitsPerUsd, day })
  }
  return { rates, problems }
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(text)
  )
}
