import { requireWithin } from '../domain.ts'

/** A purchase that could wait for a lower price; money in USD. */
export type Purchase = Readonly<{
  /** What it earns a month once it runs, before its running cost. */
  benefitUsdPerMonth: number
  /** What it costs to run a month at today's price. */
  runningUsdPerMonth: number
  /** How many times lower the running price is after a year; 1 for a price that stays. */
  foldPerYear: number
  /** Months it would run if it began today. */
  horizonMonths: number
}>

/**
 * What beginning `months` later gains against beginning today, both ending on the same day, USD: the
 * running cost saved less the benefit lost meanwhile. The price falls whoever waits, so a later start
 * saves only the months that are skipped, and gains only when those would have lost money.
 *   gain = -sum over the skipped months of (benefit - running x fold^(-t/12))
 * Source: arithmetic on an exponential price decline. Range: fold at least 1, months up to the horizon.
 * Example: $1,000 of benefit, $1,500 of running cost falling 9-fold a year, 24 months: 2 months' wait gains $749.
 */
export function gainOfWaiting(purchase: Purchase, months: number): number {
  const { benefitUsdPerMonth, runningUsdPerMonth, foldPerYear, horizonMonths } = purchase
  requireWithin('benefitUsdPerMonth', benefitUsdPerMonth, -1e15, 1e15, 'USD')
  requireWithin('runningUsdPerMonth', runningUsdPerMonth, 0, 1e15, 'USD')
  requireWithin('foldPerYear', foldPerYear, 1, 1e6, 'times a year')
  requireWithin('horizonMonths', horizonMonths, 0, 600, 'months')
  requireWithin('months', months, 0, horizonMonths, 'months')
  let gain = 0
  for (let month = 0; month < Math.floor(months); month++)
    gain -= benefitUsdPerMonth - runningUsdPerMonth * foldPerYear ** (-month / 12)
  return gain
}

/**
 * The wait, in whole months, that gains most; 0 when every month of use earns its price today.
 * Example: the purchase above waits 3 months: from then on a month earns more than it costs.
 */
export function bestWait(purchase: Purchase): number {
  let [best, most] = [0, 0]
  for (let months = 1; months <= purchase.horizonMonths; months++) {
    const gain = gainOfWaiting(purchase, months)
    if (gain > most) [best, most] = [months, gain]
  }
  return best
}
