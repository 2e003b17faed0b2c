import type { Forecast, Likelihood } from './forecast.ts'

/** How a budget of a calendar month stands. */
export type BudgetStanding = Readonly<{
  /** None: the budget of all spend. */
  team?: string
  month: string
  amountNano: bigint
  spentNano: bigint
  /** Absent when the month is over or its end cannot be foreseen. */
  forecast?: Forecast
  /** That the month ends above the budget; absent when it cannot be told. */
  over?: Likelihood
  /** First day on which the spend is expected to be above the budget, and the earliest such day of the range. */
  runsOut?: string
  runsOutEarliest?: string
}>
