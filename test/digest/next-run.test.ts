import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOURS, nextRun, scheduleProblems } from '../../src/digest/next-run.ts'

const next = (weekday: number, hour: number, zone: string, after: string) =>
  new Date(nextRun(weekday, hour, zone, Date.parse(after))).toISOString()
const local = (at: number, zone: string) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at))

describe('the next run', () => {
  it.each([
    ['Asia/Seoul', '2026-11-24T00:00:00Z', '2026-11-30T00:00:00.000Z'],
    ['Asia/Seoul', '2026-11-30T00:00:00Z', '2026-12-07T00:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-24T00:00:00Z', '2026-11-30T03:30:00.000Z'],
    ['America/New_York', '2026-10-26T14:00:00Z', '2026-11-02T14:00:00.000Z'],
    ['America/New_York', '2027-03-08T15:00:00Z', '2027-03-15T13:00:00.000Z'],
    ['Europe/Paris', '2027-03-22T09:00:00Z', '2027-03-29T07:00:00.000Z'],
    ['UTC', '2026-11-23T08:59:59Z', '2026-11-23T09:00:00.000Z'],
  ])('of Monday 09:00 in %s after %s is %s, over clock changes too', (zone, after, expected) =>
    expect(next(1, 9, zone, after)).toBe(expected),
  )
  it('Sunday is the seventh day', () =>
    expect(next(7, 23, 'UTC', '2026-11-24T00:00:00Z')).toBe('2026-11-29T23:00:00.000Z'))
  it('is always later, within eight days, at the weekday and hour that were chosen', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: HOURS.first, max: HOURS.last }),
        fc.constantFrom('Asia/Seoul', 'America/New_York', 'Europe/Paris', 'Australia/Lord_Howe'),
        fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') }),
        (weekday, hour, zone, after) => {
          const at = nextRun(weekday, hour, zone, after)
          expect(at).toBeGreaterThan(after)
          expect(at - after).toBeLessThanOrEqual(7 * 86_400_000 + 3_600_000)
          const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekday - 1]
          expect(local(at, zone)).toBe(`${day} ${String(hour).padStart(2, '0')}:00`)
        },
      ),
    ))
})

describe('settings of a schedule', () => {
  it('that can run have no problem', () =>
    expect(scheduleProblems({ weekday: 7, hour: 5, zone: 'UTC' })).toEqual([]))
  it.each([
    [{ weekday: 0, hour: 9, zone: 'Asia/Seoul' }, ['weekday']],
    [{ weekday: 1.5, hour: 9, zone: 'Asia/Seoul' }, ['weekday']],
    [{ weekday: 1, hour: 4, zone: 'Asia/Seoul' }, ['hour']],
    [{ weekday: 1, hour: 24, zone: 'Asia/Seoul' }, ['hour']],
    [{ weekday: 1, hour: 9, zone: 'KST' }, ['zone']],
    [{ weekday: 9, hour: Number.NaN, zone: 'Moon/Base' }, ['weekday', 'hour', 'zone']],
  ])('%j are named', (settings, problems) => expect(scheduleProblems(settings)).toEqual(problems))
})
