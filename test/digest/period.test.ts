import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cadenceOf, daysOfPeriod, periodBefore } from '../../src/digest/period.ts'
import { dayNumber, isoDay } from '../../src/spend/calendar.ts'

describe('a period', () => {
  it.each([
    ['daily', '2026-03-01', '2026-02-28', '2026-02-28', '2026-02-28'],
    ['weekly', '2027-01-04', '2026-W53', '2026-12-28', '2027-01-03'],
    ['monthly', '2024-03-31', '2024-02', '2024-02-01', '2024-02-29'],
    ['monthly', '2027-01-01', '2026-12', '2026-12-01', '2026-12-31'],
  ] as const)('%s before %s is %s, from %s to %s', (cadence, day, period, from, to) => {
    expect(periodBefore(cadence, day)).toBe(period)
    expect(daysOfPeriod(period)).toEqual({ from, to })
    expect(cadenceOf(period)).toBe(cadence)
  })
  it('is the last one that was over before the day, and its key says which cadence it has', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const),
        fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2040-01-01') }),
        (cadence, number) => {
          const period = periodBefore(cadence, isoDay(number))
          const { from, to } = daysOfPeriod(period)
          expect(cadenceOf(period)).toBe(cadence)
          expect(dayNumber(to)).toBeLessThan(number)
          const after = daysOfPeriod(periodBefore(cadence, isoDay(dayNumber(to) + 1)))
          expect(after).toEqual({ from, to })
          expect(number - dayNumber(to)).toBeLessThanOrEqual(
            { daily: 1, weekly: 7, monthly: 31 }[cadence],
          )
        },
      ),
    ))
  it.each(['2026', '2026-W4', '2026-13', '2026-02-30', '', '2026-W47 '])('"%s" is none', (text) =>
    expect(() => daysOfPeriod(text)).toThrow(RangeError),
  )
})
