import type { Period } from '../../engine/estimate.ts'
import type { QuantityRead } from './quantities.ts'
import { HOURS } from './shown.ts'

const BESIDE = /^[\s(=,:×x*]*(?:of|a day|씩)?\s*$/i
/** A month is also 28 to 31 days, 4 weeks or 720 hours. */
const GLOSS_ERROR = 0.1
/** In brackets it may be the working days only: "한 달(22일)". */
const IN_BRACKETS = 0.6
/** Working days that people count in a month and a year. */
const WORKING_DAYS: Readonly<Partial<Record<Period, readonly [number, number]>>> = {
  month: [20, 23],
  year: [200, 262],
}

/**
 * "24 hours, 30 days": hours of each day; "a month of 30 days", "한 달(4주)": the shorter one says how
 * long; five days a week say nothing new beside the working days of a month.
 */
export function withWorkingTimes(quantities: readonly QuantityRead[]): QuantityRead[] {
  const counted = quantities.some((q) => isWorking(q, 'month') || isWorking(q, 'year'))
  return quantities.flatMap((q, i) => {
    if (counted && q.what === 'time/week' && q.unit === 'day') return []
    const next = quantities[i + 1]
    if (q.what !== 'time' || next?.what !== 'time' || !BESIDE.test(q.after)) return [q]
    if (q.period === 'hour' && q.value <= 24 && next.period && HOURS[next.period] >= HOURS.day)
      return [{ ...q, what: 'time/day', period: 'day', unit: 'hour', per: ['day'] }]
    return isGloss(q, next) ? [] : [q]
  })
}

/** True of a time that is a period as it stands, or all its working days. */
export function isWhole(q: QuantityRead, period: Period): boolean {
  return Math.abs(hoursOf(q) / HOURS[period] - 1) < GLOSS_ERROR || isWorking(q, period)
}

function isWorking({ what, period, value }: QuantityRead, of: Period): boolean {
  const [least, most] = WORKING_DAYS[of] ?? [1, 0]
  return what === 'time' && period === 'day' && value >= least && value <= most
}

/** A second time that says how long the first one is. */
function isGloss(q: QuantityRead, next: QuantityRead): boolean {
  if (q.value !== 1 || next.value <= 1) return false
  const ratio = hoursOf(next) / hoursOf(q)
  const least = /\(/.test(q.after) ? IN_BRACKETS : 1 - GLOSS_ERROR
  const working = q.period !== undefined && isWorking(next, q.period)
  return working || (ratio < 1 + GLOSS_ERROR && ratio > least)
}

function hoursOf({ value, period = 'second' }: QuantityRead): number {
  return value * HOURS[period]
}
