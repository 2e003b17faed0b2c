/** A range of money in nano-units. */
export type NanoRange = Readonly<{ lowNano: bigint; centralNano: bigint; highNano: bigint }>

/** Cost of a month: what is settled and what is expected. */
export type Forecast = Readonly<{
  /** e.g. 2026-11. */
  month: string
  settledNano: bigint
  settledDays: number
  daysLeft: number
  /** Settled and expected: 10 to 90 % of what past forecasts as far ahead turned out to be. */
  total: NanoRange
  /** How many past forecasts the range rests on. */
  backtests: number
  /** Share by which listed prices that change inside the month move the days ahead, e.g. -0.1. */
  priceShift?: number
}>

/** Words for a probability, least first. */
export const LIKELIHOODS = [
  'very-unlikely',
  'unlikely',
  'even',
  'likely',
  'very-likely',
  'certain',
] as const
export type Likelihood = (typeof LIKELIHOODS)[number]
