import { Cron } from 'croner'
import { dayNumber, isoDay } from '../spend/calendar.ts'
import { type Cadence, periodBefore } from './period.ts'

/** Hours that may be chosen; between 05:00 and 23:00 no zone changes its clocks. */
export const HOURS = { first: 5, last: 23 } as const
/** Days of the month that may be chosen; every month has them. */
export const MONTH_DAYS = { first: 1, last: 28 } as const

/**
 * When a digest comes: day is 1 (Monday) to 7 of a week or 1 to 28 of a month and means nothing to a
 * daily one; hour is 5 to 23 on the clocks of the IANA zone.
 */
export type Timing = Readonly<{ cadence: Cadence; day: number; hour: number; zone: string }>

const MINUTE_MS = 60_000

/**
 * Epoch milliseconds of the next run strictly after `after` (epoch milliseconds). Throws a RangeError
 * when there is none.
 */
export function nextRun({ cadence, day, hour, zone }: Timing, after: number): number {
  const days = { daily: '* * *', weekly: `* * ${day % 7}`, monthly: `${day} * *` }[cadence]
  const next = new Cron(`0 0 ${hour} ${days}`, { timezone: zone, paused: true }).nextRun(
    new Date(after),
  )
  if (!next) throw new RangeError(`No next run: ${cadence}, day ${day}, hour ${hour}, ${zone}.`)
  return next.getTime()
}

/**
 * Counted on from a scheduled run that has come: the newest run until `now`, and the first one after
 * it. Runs between the two were missed and are not made up for.
 */
export function newestRun(
  timing: Timing,
  scheduled: number,
  now: number,
): Readonly<{ run: number; next: number }> {
  let [run, next] = [scheduled, nextRun(timing, scheduled)]
  while (next <= now) [run, next] = [next, nextRun(timing, next)]
  return { run, next }
}

/**
 * Key of the period that a run reports on: the last one over in UTC before the run's local date, or,
 * where that date may begin in UTC only after the run, before the date ahead of it. Clock changes move
 * a run by an hour in UTC, so the rule looks at the widest offset of the zone: a run and the one after
 * it never report on the same period, and none is left out.
 */
export function periodOfRun({ cadence, hour, zone }: Timing, run: number): string {
  const year = new Date(run).getUTCFullYear()
  const widest = Math.max(
    ...[run, Date.UTC(year, 0, 15), Date.UTC(year, 6, 15)].map((at) => offsetMinutes(zone, at)),
  )
  const date = new Date(run + offsetMinutes(zone, run) * MINUTE_MS).toISOString().slice(0, 10)
  return periodBefore(cadence, hour * 60 >= widest ? date : isoDay(dayNumber(date) - 1))
}

/** Minutes by which a zone's clocks are ahead of UTC at a moment. */
function offsetMinutes(zone: string, at: number): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(new Date(at))
    .find((part) => part.type === 'timeZoneName')?.value
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(name ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0))
}
