import { dayNumber, daysOfWeek, isoDay, lastWholeWeek } from '../spend/calendar.ts'

/** How often a channel gets its digest. */
export type Cadence = 'daily' | 'weekly' | 'monthly'

/** First and last day of a period, both included, UTC. */
export type Days = Readonly<{ from: string; to: string }>

/**
 * Key of the last day, ISO week or month that was over before a UTC day (ISO date) began.
 * Example: periodBefore('monthly', '2026-11-24') = '2026-10'.
 */
export function periodBefore(cadence: Cadence, day: string): string {
  switch (cadence) {
    case 'daily':
      return isoDay(dayNumber(day) - 1)
    case 'weekly':
      return lastWholeWeek(day)
    case 'monthly':
      return isoDay(dayNumber(`${day.slice(0, 7)}-01`) - 1).slice(0, 7)
    default:
      return cadence satisfies never
  }
}

/** What kind of period a key names: `2026-11-24`, `2026-W47` or `2026-10`. Throws a RangeError for other text. */
export function cadenceOf(period: string): Cadence {
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return 'daily'
  if (/^\d{4}-W\d{2}$/.test(period)) return 'weekly'
  if (/^\d{4}-\d{2}$/.test(period)) return 'monthly'
  throw new RangeError(
    `A period such as 2026-W47, 2026-11-24 or 2026-10 is needed; received "${period}".`,
  )
}

/** The UTC days that a period key means. Throws a RangeError for text that is no period. */
export function daysOfPeriod(period: string): Days {
  switch (cadenceOf(period)) {
    case 'daily': {
      const day = isoDay(dayNumber(period))
      return { from: day, to: day }
    }
    case 'weekly': {
      const days = daysOfWeek(period)
      return { from: days[0] ?? '', to: days[6] ?? '' }
    }
    default: {
      const first = dayNumber(`${period}-01`)
      const next = isoDay(first + 31).slice(0, 7)
      return { from: isoDay(first), to: isoDay(dayNumber(`${next}-01`) - 1) }
    }
  }
}
