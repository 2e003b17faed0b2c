import { Cron } from 'croner'

/** Hours that may be chosen; between 05:00 and 23:00 no zone changes its clocks twice a day. */
export const HOURS = { first: 5, last: 23 } as const

/** Problems with a schedule's settings, named by setting; empty when it can run. */
export function scheduleProblems({
  weekday,
  hour,
  zone,
}: {
  weekday: number
  hour: number
  zone: string
}): ('weekday' | 'hour' | 'zone')[] {
  const problems: ('weekday' | 'hour' | 'zone')[] = []
  if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) problems.push('weekday')
  if (!Number.isInteger(hour) || hour < HOURS.first || hour > HOURS.last) problems.push('hour')
  if (!isZone(zone)) problems.push('zone')
  return problems
}

/**
 * Epoch milliseconds of the next run strictly after `after` (epoch milliseconds), at the local
 * weekday (1 Monday to 7 Sunday) and hour. Throws a RangeError when the settings have no next run.
 */
export function nextRun(weekday: number, hour: number, zone: string, after: number): number {
  const next = new Cron(`0 0 ${hour} * * ${weekday % 7}`, { timezone: zone, paused: true }).nextRun(
    new Date(after),
  )
  if (!next) throw new RangeError(`No next run for weekday ${weekday}, hour ${hour}, zone ${zone}.`)
  return next.getTime()
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone.includes('/') || zone === 'UTC'
  } catch {
    return false
  }
}
