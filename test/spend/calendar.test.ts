import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dayNumber,
  daysOfWeek,
  isoDay,
  isoWeek,
  lastWholeWeek,
  weekBefore,
  weekday,
} from '../../src/spend/calendar.ts'

const anyDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2200-12-31') })

describe('the calendar', () => {
  it.each([
    ['2026-11-24', '2026-W48'],
    ['2026-11-22', '2026-W47'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
    ['2000-01-01', '1999-W52'],
  ])('%s lies in %s, as ISO 8601 counts', (day, week) => {
    expect(isoWeek(day)).toBe(week)
    expect(daysOfWeek(week)).toContain(day)
  })
  it('a week has its seven days, Monday first', () =>
    expect(daysOfWeek('2026-W47')).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ]))
  it('the week before crosses years with 52 and with 53 weeks', () => {
    expect(weekBefore('2027-W01')).toBe('2026-W53')
    expect(weekBefore('2026-W01')).toBe('2025-W52')
  })
  it('the last whole week before a Monday ended the day before, and before a Sunday a week earlier', () => {
    expect(lastWholeWeek('2026-11-23')).toBe('2026-W47')
    expect(lastWholeWeek('2026-11-22')).toBe('2026-W46')
  })
  it('agrees with the platform’s calendar on any day', () =>
    fc.assert(
      fc.property(anyDay, (number) => {
        const date = new Date(number * 86_400_000)
        const iso = isoDay(number)
        expect(iso).toBe(date.toISOString().slice(0, 10))
        expect(dayNumber(iso)).toBe(number)
        expect(weekday(iso) % 7).toBe(date.getUTCDay())
      }),
    ))
  it('every day lies in its own week, seven days after the same weekday of the week before', () =>
    fc.assert(
      fc.property(anyDay, (number) => {
        const week = isoWeek(isoDay(number))
        expect(daysOfWeek(week)).toContain(isoDay(number))
        expect(daysOfWeek(weekBefore(week)).map((d) => dayNumber(d) + 7)).toEqual(
          daysOfWeek(week).map(dayNumber),
        )
      }),
    ))
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', 'today', ''])(
    'refuses %j, which is no date, and says what it received',
    (text) => expect(() => dayNumber(text)).toThrow(`received "${text}"`),
  )
  it('takes the leap day of a leap year only', () => {
    expect(isoDay(dayNumber('2028-02-29'))).toBe('2028-02-29')
    expect(isoDay(dayNumber('2000-02-29'))).toBe('2000-02-29')
    expect(() => dayNumber('2100-02-29')).toThrow(RangeError)
  })
  it('refuses text that is no week', () => expect(() => daysOfWeek('47')).toThrow('received "47"'))
})
