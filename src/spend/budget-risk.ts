import { type Forecast, type Foresight, foresee, type PriceFactor } from './forecast.ts'
import { quantile } from './statistics.ts'
import { scaleNano } from './sums.ts'

/** Words for a probability, least first; `certain` when it has happened. */
export type Likelihood =
  | 'very-unlikely'
  | 'unlikely'
  | 'even'
  | 'likely'
  | 'very-likely'
  | 'certain'

/** A budget of a calendar month, UTC, for the effective cost of usage; without a team it is of all spend. */
export type Budget = Readonly<{ team?: string; amountNano: bigint; currency: string }>

/** How a budget of a calendar month stands. */
export type BudgetStanding = Readonly<{
  /** None: the budget of all spend. */
  team?: string
  month: string
  amountNano: bigint
  /** On settled days of the month. */
  spentNano: bigint
  /** Absent when the month is over or its end cannot be foreseen. */
  forecast?: Forecast
  /** That the month ends above the budget; absent when it cannot be told. */
  over?: Likelihood
  /** First day on which the spend is, or is expected to be, above the budget. */
  runsOut?: string
  /** The same at the upper end of the range, where it comes earlier. */
  runsOutEarliest?: string
}>

/**
 * How a budget stands at the end of `asOf`: spent, foreseen, how likely it is to be passed (the share
 * of past forecast errors that would pass it, in words: under 5 % very unlikely, under a third
 * unlikely, to two thirds even, to 95 % likely, above very likely), and the day it runs out.
 * @param nano cost of the budget's own charges by known day
 * Example: 3,000 a month and 100 a day: it does not run out in November; of 2,000 it does on the 21st.
 */
export function budgetStanding(
  budget: Budget,
  nano: ReadonlyMap<string, bigint>,
  asOf: string,
  month: string,
  priceFactor?: PriceFactor,
): BudgetStanding {
  const { team, amountNano } = budget
  const days = [...nano].filter(([day]) => day.startsWith(month) && day <= asOf).sort()
  const spentNano = days.reduce((sum, [, n]) => sum + n, 0n)
  const standing = { ...(team === undefined ? {} : { team }), month, amountNano, spentNano }
  let sum = 0n
  const passed = days.find(([, n]) => {
    sum += n
    return sum > amountNano
  })?.[0]
  if (passed !== undefined && spentNano > amountNano)
    return { ...standing, over: 'certain', runsOut: passed, ...foreseen(nano, asOf, month) }
  const seen = foresee(nano, asOf, month, priceFactor)
  if ('tooFewDays' in seen) return standing
  const { forecast, cumulative, errors } = seen
  if (forecast.daysLeft === 0) return standing
  const runsOut = cumulative.find((c) => c.nano > amountNano)?.day
  const upper = 1 + Math.max(0, quantile(errors, 0.9))
  const earliest = cumulative.find(
    (c) => c.nano + scaleNano(c.expectedNano, upper - 1) > amountNano,
  )?.day
  return {
    ...standing,
    forecast,
    over: likelihood(chanceOver(seen, amountNano)),
    ...(runsOut === undefined ? {} : { runsOut }),
    ...(earliest === undefined || earliest === runsOut ? {} : { runsOutEarliest: earliest }),
  }
}

/** A probability from 0 to 1 in words. */
export function likelihood(probability: number): Likelihood {
  if (probability < 0.05) return 'very-unlikely'
  if (probability < 1 / 3) return 'unlikely'
  if (probability <= 2 / 3) return 'even'
  return probability <= 0.95 ? 'likely' : 'very-likely'
}

function foreseen(
  nano: ReadonlyMap<string, bigint>,
  asOf: string,
  month: string,
): { forecast?: Forecast } {
  const seen = foresee(nano, asOf, month)
  return 'tooFewDays' in seen || seen.forecast.daysLeft === 0 ? {} : { forecast: seen.forecast }
}

function chanceOver({ forecast, errors }: Foresight, amountNano: bigint): number {
  const expected = forecast.total.centralNano - forecast.settledNano
  const over = errors.filter(
    (e) => forecast.settledNano + scaleNano(expected, Math.max(0, 1 + e)) > amountNano,
  )
  return over.length / errors.length
}
