import type { Language } from '../language/language.ts'
import { shortDay } from '../language/numbers.ts'
import { daysOfMonth, type NanoRange } from '../spend/forecast.ts'
import type { CurrencyDigest, Period } from './digest.ts'

/** What a bar of the chart is expected to cost until the end of the month that is forecast. */
export type ExpectedRate = NanoRange & Readonly<{ per: 'day' | 'week'; until: string }>

/**
 * The forecast of the days left as a mean a day, or a week where the chart's bars are weeks; its range is
 * that of the forecast. Undefined without a forecast, and where no day is left.
 */
export function expectedRate(
  { forecast }: Pick<CurrencyDigest, 'forecast'>,
  { cadence }: Pick<Period, 'cadence'>,
): ExpectedRate | undefined {
  if ('tooFewDays' in forecast || forecast.daysLeft === 0) return undefined
  const { month, total, settledNano, daysLeft } = forecast
  const per = cadence === 'monthly' ? 'week' : 'day'
  const share = (nano: bigint) =>
    ((nano - settledNano) * (per === 'week' ? 7n : 1n)) / BigInt(daysLeft)
  return {
    per,
    until: daysOfMonth(month).at(-1) ?? month,
    lowNano: share(total.lowNano),
    centralNano: share(total.centralNano),
    highNano: share(total.highNano),
  }
}

/** What is expected, in words. Example: `Expected a day until Nov 30`, `11/30까지 하루 예상`. */
export function expectedWords({ per, until }: ExpectedRate, language: Language): string {
  const day = shortDay(until, language)
  return language === 'ko'
    ? `${day}까지 ${per === 'week' ? '주당' : '하루'} 예상`
    : `Expected a ${per} until ${day}`
}
