import { LEAST_HISTORY_DAYS } from './anomalies.ts'
import { dayNumber, isoDay } from './calendar.ts'
import { median, quantile } from './statistics.ts'
import { scaleNano } from './sums.ts'
import { daysBetween } from './whole-days.ts'

/** A range of money in nano-units. */
export type NanoRange = Readonly<{ lowNano: bigint; centralNano: bigint; highNano: bigint }>

/** Cost of a month: what is settled and what is expected. */
export type Forecast = Readonly<{
  /** e.g. 2026-11. */
  month: string
  settledNano: bigint
  settledDays: number
  /** Days of the month without a settled figure, which are expected. */
  daysLeft: number
  /** Settled and expected: 10 to 90 % of what past forecasts as far ahead turned out to be. */
  total: NanoRange
  /** How many past forecasts the range rests on. */
  backtests: number
  /** Share by which listed prices that change inside the month move the days ahead, e.g. -0.1. */
  priceShift?: number
}>

/** A forecast with what a budget is judged by. */
export type Foresight = Readonly<{
  forecast: Forecast
  /** Cumulative cost by day, from the first of the month; settled days as they are. */
  cumulative: readonly Readonly<{ day: string; nano: bigint; expectedNano: bigint }>[]
  /** Relative errors of past forecasts: actual / forecast - 1. */
  errors: readonly number[]
}>

/** What prices of the days ahead are, as a factor of those of today; 1 where nothing changes. */
export type PriceFactor = (day: string) => number

const SAME_WEEKDAYS = 4
/** Days of history that a past forecast starts from at the earliest: two of each weekday. */
const FIRST_ORIGIN = 14
const FEWEST_BACKTESTS = 10
const LONGEST_PAST_DAYS = 84

/**
 * Cost of a calendar month seen from the end of `asOf`: settled days, and for every other day the
 * median of the same weekday of the last four, times the price factor of the day. The range is the 10
 * to 90 % of the errors of past forecasts over as many days, made the same way; where the history is
 * too short for as many, over the longest stretch that allows ten. Under 28 known days: how many. Where no
 * past forecast expected any cost there is no range either, as with a currency that is new: on how many
 * days there was cost.
 * Source: storage-spend.md, section 5 (weekday median 7.5 % against run rate 16.8 % at day 5).
 * Example: 100 every working day and 0 at weekends, ten working days left: settled + 1,000.
 */
export function foresee(
  nano: ReadonlyMap<string, bigint>,
  asOf: string,
  month: string,
  priceFactor: PriceFactor = () => 1,
): Foresight | Readonly<{ tooFewDays: number }> {
  const known = new Map([...nano].filter(([day]) => day <= asOf))
  if (known.size < LEAST_HISTORY_DAYS) return { tooFewDays: known.size }
  const days = daysOfMonth(month)
  const left = days.filter((d) => !known.has(d))
  const errors = pastErrors(known, asOf, left.length)
  if (errors.length === 0) return { tooFewDays: [...known.values()].filter((n) => n > 0n).length }
  const settled = days.reduce((sum, d) => sum + (known.get(d) ?? 0n), 0n)
  let [sum, expected, unshifted] = [0n, 0n, 0n]
  const cumulative = days.map((day) => {
    const actual = known.get(day)
    const usual = actual === undefined ? usualOf(known, day, asOf) : 0n
    const shifted = scaleNano(usual, priceFactor(day))
    unshifted += usual
    expected += shifted
    sum += actual ?? shifted
    return { day, nano: sum, expectedNano: expected }
  })
  const at = (error: number) => settled + scaleNano(expected, Math.max(0, 1 + error))
  const low = at(Math.min(0, quantile(errors, 0.1)))
  const high = at(Math.max(0, quantile(errors, 0.9)))
  return {
    forecast: {
      month,
      settledNano: settled,
      settledDays: days.length - left.length,
      daysLeft: left.length,
      total: { lowNano: low, centralNano: settled + expected, highNano: high },
      backtests: errors.length,
      ...(expected === unshifted || unshifted === 0n
        ? {}
        : { priceShift: Number(expected) / Number(unshifted) - 1 }),
    },
    cumulative,
    errors,
  }
}

/** Days of a calendar month such as 2026-11. */
export function daysOfMonth(month: string): string[] {
  const first = dayNumber(`${month}-01`)
  const next = isoDay(first + 31).slice(0, 7)
  return daysBetween(isoDay(first), isoDay(dayNumber(`${next}-01`) - 1))
}

/** Median cost of the last four same weekdays up to a day; 0n where none is known. */
function usualOf(known: ReadonlyMap<string, bigint>, day: string, asOf: string): bigint {
  const values: number[] = []
  const [target, last] = [dayNumber(day), dayNumber(asOf)]
  const first = target - 7 * Math.max(1, Math.ceil((target - last) / 7))
  for (let at = first; values.length < SAME_WEEKDAYS && at > last - LONGEST_PAST_DAYS; at -= 7) {
    const value = known.get(isoDay(at))
    if (value !== undefined) values.push(Number(value))
  }
  return values.length === 0 ? 0n : BigInt(Math.round(median(values)))
}

/** Relative errors of forecasts over `horizon` days, each made at the end of a past day. */
function pastErrors(known: ReadonlyMap<string, bigint>, asOf: string, horizon: number): number[] {
  const last = dayNumber(asOf)
  const first = Math.max(
    last - LONGEST_PAST_DAYS,
    dayNumber([...known.keys()].reduce((a, b) => (a < b ? a : b))),
  )
  const origins = last - first - FIRST_ORIGIN
  const ahead = Math.max(1, Math.min(horizon, origins - FEWEST_BACKTESTS))
  const errors: number[] = []
  for (let origin = first + FIRST_ORIGIN; origin + ahead <= last; origin++) {
    let [actual, expected] = [0, 0]
    for (let day = origin + 1; day <= origin + ahead; day++) {
      const value = known.get(isoDay(day))
      if (value === undefined) continue
      actual += Number(value)
      expected += Number(usualOf(known, isoDay(day), isoDay(origin)))
    }
    if (expected > 0) errors.push(actual / expected - 1)
  }
  return errors
}
