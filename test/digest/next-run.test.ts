import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  HOURS,
  MONTH_DAYS,
  newestRun,
  nextRun,
  periodOfRun,
  type Timing,
} from '../../src/digest/next-run.ts'
import { daysOfPeriod } from '../../src/digest/period.ts'
import { dayNumber } from '../../src/spend/calendar.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const monday = (zone: string, hour = 9): Timing => ({ cadence: 'weekly', day: 1, hour, zone })
const next = (timing: Timing, after: string) =>
  new Date(nextRun(timing, Date.parse(after))).toISOString()

/** Zones with and without clock changes, on both sides of UTC, with offsets that are no whole hours. */
const zone = fc.constantFrom(
  ...['UTC', 'Asia/Seoul', 'Asia/Kolkata', 'Asia/Kathmandu', 'Africa/Casablanca', 'Europe/London'],
  ...['Europe/Paris', 'America/New_York', 'America/Los_Angeles', 'America/St_Johns'],
  ...['Australia/Sydney', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Pacific/Kiritimati'],
)
const hour = fc.integer({ min: HOURS.first, max: HOURS.last })
const timing: fc.Arbitrary<Timing> = fc.oneof(
  fc.record({ cadence: fc.constant('daily' as const), day: fc.constant(0), hour, zone }),
  fc.record({
    cadence: fc.constant('weekly' as const),
    day: fc.integer({ min: 1, max: 7 }),
    hour,
    zone,
  }),
  fc.record({
    cadence: fc.constant('monthly' as const),
    day: fc.integer({ min: MONTH_DAYS.first, max: MONTH_DAYS.last }),
    hour,
    zone,
  }),
)
const moment = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') })
const LONGEST = { daily: DAY, weekly: 7 * DAY, monthly: 31 * DAY } as const

/** What a wall clock in the zone shows. */
function wall(at: number, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(at))
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
}

describe('the next run', () => {
  it.each([
    ['Asia/Seoul', '2026-11-24T00:00:00Z', '2026-11-30T00:00:00.000Z'],
    ['Asia/Seoul', '2026-11-30T00:00:00Z', '2026-12-07T00:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-24T00:00:00Z', '2026-11-30T03:30:00.000Z'],
    ['America/New_York', '2026-10-26T14:00:00Z', '2026-11-02T14:00:00.000Z'],
    ['America/New_York', '2027-03-08T15:00:00Z', '2027-03-15T13:00:00.000Z'],
    ['Europe/Paris', '2027-03-22T09:00:00Z', '2027-03-29T07:00:00.000Z'],
    ['UTC', '2026-11-23T08:59:59Z', '2026-11-23T09:00:00.000Z'],
  ])('of Monday 09:00 in %s after %s is %s, over clock changes too', (at, after, expected) =>
    expect(next(monday(at), after)).toBe(expected),
  )
  it('Sunday is the seventh day', () =>
    expect(next({ ...monday('UTC', 23), day: 7 }, '2026-11-24T00:00:00Z')).toBe(
      '2026-11-29T23:00:00.000Z',
    ))
  it('of a month or a day', () => {
    const daily = { ...monday('Asia/Seoul'), cadence: 'daily' } as const
    const monthly = { ...monday('America/New_York'), cadence: 'monthly', day: 28 } as const
    expect(next(daily, '2026-11-24T00:00:00Z')).toBe('2026-11-25T00:00:00.000Z')
    expect(next(monthly, '2027-01-29T00:00:00Z')).toBe('2027-02-28T14:00:00.000Z')
  })
  it('is later, no later than the cadence allows, and at the hour and day that were chosen', () =>
    fc.assert(
      fc.property(timing, moment, (when, after) => {
        const at = nextRun(when, after)
        expect(at).toBeGreaterThan(after)
        expect(at - after).toBeLessThanOrEqual(LONGEST[when.cadence] + HOUR)
        const shown = wall(at, when.zone)
        expect(shown).toMatchObject({
          hour: String(when.hour).padStart(2, '0'),
          minute: '00',
          second: '00',
        })
        if (when.cadence === 'monthly') expect(Number(shown.day)).toBe(when.day)
        if (when.cadence === 'weekly')
          expect(shown.weekday).toBe(
            ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][when.day - 1],
          )
      }),
      { numRuns: 300 },
    ))
  it('leaves no run out: nothing at that hour and day lies between two runs', () =>
    fc.assert(
      fc.property(timing, moment, (when, after) => {
        const [first, second] = [nextRun(when, after), nextRun(when, nextRun(when, after))]
        expect(nextRun(when, first - 1)).toBe(first)
        expect(second - first).toBeGreaterThanOrEqual(
          { daily: 23 * HOUR, weekly: 7 * DAY - HOUR, monthly: 28 * DAY - HOUR }[when.cadence],
        )
      }),
    ))
})

describe('the newest run that has come', () => {
  it('is counted on from the scheduled one, whatever was missed in between', () =>
    fc.assert(
      fc.property(timing, moment, fc.integer({ min: 0, max: 40 * DAY }), (when, after, late) => {
        const scheduled = nextRun(when, after)
        const { run, next: following } = newestRun(when, scheduled, scheduled + late)
        expect(run).toBeLessThanOrEqual(scheduled + late)
        expect(following).toBeGreaterThan(scheduled + late)
        expect(nextRun(when, run)).toBe(following)
        expect(run).toBeGreaterThanOrEqual(scheduled)
      }),
    ))
})

describe('the period of a run', () => {
  const periodAt = (when: Timing, run: string) => periodOfRun(when, Date.parse(run))
  it.each([
    [
      'a Monday morning in Seoul, when the week has just ended in UTC',
      monday('Asia/Seoul'),
      '2026-11-23T00:00:00Z',
      '2026-W47',
    ],
    [
      'an hour before, when it has not',
      monday('Asia/Seoul', 8),
      '2026-11-22T23:00:00Z',
      '2026-W46',
    ],
    ['a Monday in New York', monday('America/New_York'), '2026-11-23T14:00:00Z', '2026-W47'],
    [
      'a day',
      { ...monday('UTC'), cadence: 'daily' } as const,
      '2026-11-24T09:00:00Z',
      '2026-11-23',
    ],
    [
      'a month',
      { ...monday('UTC'), cadence: 'monthly' } as const,
      '2026-11-01T09:00:00Z',
      '2026-10',
    ],
  ])('%s', (_, when, run, period) => expect(periodAt(when, run)).toBe(period))
  it('is over in UTC when the run comes', () =>
    fc.assert(
      fc.property(timing, moment, (when, after) => {
        const run = nextRun(when, after)
        const { to } = daysOfPeriod(periodOfRun(when, run))
        expect(Date.parse(to) + DAY).toBeLessThanOrEqual(run)
      }),
      { numRuns: 300 },
    ))
  it('follows on the one before, over clock changes too: none twice, none left out', () =>
    fc.assert(
      fc.property(timing, moment, (when, after) => {
        const first = nextRun(when, after)
        const [before, then] = [first, nextRun(when, first)].map((run) =>
          daysOfPeriod(periodOfRun(when, run)),
        )
        expect(dayNumber(then?.from ?? '')).toBe(dayNumber(before?.to ?? '') + 1)
      }),
      { numRuns: 2000 },
    ))
})
