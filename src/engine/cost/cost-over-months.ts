import { requireWithin } from '../domain.ts'
import { type Unknown, unknown } from '../unknown.ts'

/** What the months ahead cost, one entry a month in each list. */
export type Months = Readonly<{
  requests: readonly number[]
  /** US dollars per request; a dated price change shows as a step. */
  bigUsd: readonly number[]
  smallUsd: readonly number[]
  distil: Readonly<{
    /** Month from whose start the distilled model answers; 0 is the first. */
    fromMonth: number
    /** Data, training and evaluation, paid in that month. */
    oneOffUsd: number
    usdPerRequest: number
    /** Deployment and care. */
    usdPerMonth: number
  }>
  /** Share of requests that the small model passes on to the big one, paid twice. */
  passedOnShare: number
}>

/** Cumulative US dollars at the end of each month. */
export type Curves = Readonly<{
  stayBig: readonly number[]
  distilLater: readonly number[]
  startSmall: readonly number[]
}>

/**
 * Cumulative cost of three plans: stay with the big model; stay with it until month N and then serve a
 * distilled one; start with the small model, passing on what it cannot answer. No discounting.
 * Source: arithmetic. Errors: those of the volumes and prices put in.
 * Example: 1,000 requests a month, $0.03 against $0.002, $20 to distil at month 1, then $0.002 and $5
 * a month, 10 % passed on -> after 3 months $90, $64 (30 + 27 + 7) and $15.
 */
export function costOverMonths(months: Months): Curves {
  const { requests, bigUsd, smallUsd, distil, passedOnShare } = months
  const count = requests.length
  requireWithin('requests', count, 1, 1200, 'months')
  requireWithin('bigUsd', bigUsd.length, count, count, 'months, as many as requests')
  requireWithin('smallUsd', smallUsd.length, count, count, 'months, as many as requests')
  requireWithin('passedOnShare', passedOnShare, 0, 1, 'share of requests')
  requireWithin('fromMonth', distil.fromMonth, 0, 1200, 'months')
  for (const [name, values] of Object.entries({ requests, bigUsd, smallUsd }))
    for (const value of values) requireWithin(name, value, 0, 1e15, 'in each month')
  for (const name of ['oneOffUsd', 'usdPerRequest', 'usdPerMonth'] as const)
    requireWithin(name, distil[name], 0, 1e12, 'USD')
  const big = (month: number) => at(requests, month) * at(bigUsd, month)
  return {
    stayBig: cumulative(count, big),
    distilLater: cumulative(count, (month) => {
      if (month < distil.fromMonth) return big(month)
      const served = at(requests, month) * distil.usdPerRequest + distil.usdPerMonth
      return month === distil.fromMonth ? served + distil.oneOffUsd : served
    }),
    startSmall: cumulative(
      count,
      (month) => at(requests, month) * at(smallUsd, month) + passedOnShare * big(month),
    ),
  }
}

/**
 * Months from today until one plan has cost no more than another for good; unknown ("does not apply")
 * where it has not by the last month.
 * Example: 30, 57, 64 against 30, 60, 90 -> 1, for the first month costs the same.
 */
export function monthsUntilCheaper(
  plan: readonly number[],
  other: readonly number[],
): number | Unknown {
  const dearer = plan.findLastIndex((usd, month) => usd > at(other, month))
  return dearer === plan.length - 1 ? unknown('does-not-apply', 'payback') : dearer + 2
}

function cumulative(count: number, bill: (month: number) => number): number[] {
  let total = 0
  return Array.from({ length: count }, (_, month) => {
    total += bill(month)
    return total
  })
}

function at(values: readonly number[], month: number): number {
  return values[month] ?? Number.NaN
}
