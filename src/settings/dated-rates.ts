import { CURRENCIES, type Currency } from '../engine/estimate.ts'
import type { Bilingual } from '../language/language.ts'

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

/** The rates in force on a day, one a currency. */
export function ratesOn(rates: readonly DatedRate[], day: string): readonly DatedRate[] {
  return RATED.flatMap((currency) => rateOn(rates, currency, day) ?? [])
}

/** Reads rates such as `EUR:0.92@2026-11-01,KRW:1390@2026-11-01`, or says everything that is wrong with them. */
export function readDatedRates(
  text: string,
): Readonly<{ rates: readonly DatedRate[]; problems: readonly Bilingual[] }> {
  const rates: DatedRate[] = []
  const problems: Bilingual[] = []
  const refuse = (en: string, ko: string) => problems.push({ en, ko })
  for (const part of text.split(',').map((one) => one.trim())) {
    const [, code = '', number = '', day = ''] = /^([A-Za-z]{3}):([\d.]+)@(\S+)$/.exec(part) ?? []
    const currency = RATED.find((one) => one === code.toUpperCase())
    const unitsPerUsd = Number(number)
    if (code === '')
      refuse(
        `"${part}" is not a rate such as EUR:0.92@2026-11-01`,
        `"${part}" 값은 EUR:0.92@2026-11-01 같은 환율이 아닙니다.`,
      )
    else if (currency === undefined)
      refuse(
        `"${code}" is not one of ${RATED.join(', ')}`,
        `"${code}" 통화는 쓸 수 없습니다(가능: ${RATED.join(', ')}).`,
      )
    else if (!(unitsPerUsd > 0 && unitsPerUsd < 1e6))
      refuse(
        `"${number}" of ${currency} is no number of units for a dollar, above 0`,
        `${currency}의 "${number}" 값은 1달러당 금액(0보다 큰 수)이 아닙니다.`,
      )
    else if (!isDay(day))
      refuse(
        `"${day}" of ${currency} is no day such as 2026-11-01`,
        `${currency}의 "${day}" 값은 2026-11-01 같은 날짜가 아닙니다.`,
      )
    else if (rates.some((rate) => rate.currency === currency && rate.day === day))
      refuse(
        `${currency} has two rates from ${day}`,
        `${currency} 환율이 ${day}부터 두 가지입니다.`,
      )
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
