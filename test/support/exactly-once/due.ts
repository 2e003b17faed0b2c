import type { Schedule } from '../../../src/digest/ports.ts'

/** A channel's schedule, and by how many days its reports lie behind the local date of a run. */
type Channel = Omit<Schedule, 'revision' | 'nextRun'> & Readonly<{ behind: number }>

const channel = (
  name: string,
  zone: string,
  cadence: Schedule['cadence'],
  day: number,
  hour: number,
  behind = 1,
): Channel => ({
  ...{ tenant: 'A', channel: name, zone, cadence, day, hour, behind },
  ...{ language: 'en', owner: 'U1' },
})

/** Six channels in six zones; in New York and Sydney a clock change moves the run over midnight UTC. */
export const CHANNELS: readonly Channel[] = [
  channel('C1', 'Asia/Seoul', 'daily', 0, 9),
  channel('C2', 'America/New_York', 'daily', 0, 19),
  channel('C3', 'Europe/Paris', 'weekly', 1, 9),
  channel('C4', 'America/Los_Angeles', 'daily', 0, 8),
  channel('C5', 'Europe/London', 'monthly', 1, 9),
  channel('C6', 'Australia/Sydney', 'daily', 0, 10, 2),
]

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A digest that is due: the moment (epoch ms), its channel and its period. */
export type Due = Readonly<{ at: number; channel: string; period: string }>

/**
 * What is due from one moment to another, found by looking at every wall clock every hour. Written
 * apart from the product.
 */
export function dueBetween(from: number, to: number): Due[] {
  const due: Due[] = []
  for (let at = Math.ceil(from / HOUR) * HOUR; at < to; at += HOUR)
    for (const { channel, zone, cadence, day, hour, behind } of CHANNELS) {
      const local = wallClock(at, zone)
      if (local.hour !== hour) continue
      if (cadence === 'weekly' && local.date.getUTCDay() !== day % 7) continue
      if (cadence === 'monthly' && local.date.getUTCDate() !== day) continue
      const last = new Date(local.date.getTime() - behind * DAY)
      due.push({ at, channel, period: periodEnding(last, cadence) })
    }
  return due
}

/** One a zone, because making one takes long. */
const CLOCKS = new Map(
  CHANNELS.map(({ zone }) => [
    zone,
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }),
  ]),
)

function wallClock(at: number, zone: string): { date: Date; hour: number } {
  const text = CLOCKS.get(zone)?.format(new Date(at)) ?? ''
  return { date: new Date(`${text.slice(0, 10)}T00:00:00Z`), hour: Number(text.slice(11, 13)) }
}

/** Key of the newest period that is over when a UTC day is. */
function periodEnding(last: Date, cadence: Schedule['cadence']): string {
  if (cadence === 'daily') return last.toISOString().slice(0, 10)
  if (cadence === 'monthly') {
    const next = new Date(last.getTime() + DAY)
    return new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth(), 0))
      .toISOString()
      .slice(0, 7)
  }
  const thursday = new Date(last.getTime() - 3 * DAY)
  const year = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}
