import { describe, expect, it } from 'vitest'
import { budgetStanding, likelihood } from '../../src/spend/budget-risk.ts'
import { dayNumber, isoDay, weekday } from '../../src/spend/calendar.ts'
import { daysOfMonth, foresee } from '../../src/spend/forecast.ts'
import { madeUpSeries } from '../support/daily-costs.ts'

const usd = (dollars: number) => BigInt(Math.round(dollars)) * 1_000_000_000n
/** 100 on working days and nothing at weekends, to the end of a day. */
const office = (to: string, days = 70) =>
  new Map(
    Array.from({ length: days }, (_, i) => isoDay(dayNumber(to) - i)).map((day) => [
      day,
      weekday(day) > 5 ? 0n : usd(100),
    ]),
  )
const seen = (...args: Parameters<typeof foresee>) => {
  const result = foresee(...args)
  if ('tooFewDays' in result) throw new Error('there is too little history')
  return result
}
const money = (nano: bigint) => Number(nano) / 1e9

describe('the month ahead', () => {
  it('is what is settled and the usual of the same weekdays', () => {
    const { forecast } = seen(office('2026-11-22'), '2026-11-22', '2026-11')
    expect(forecast).toMatchObject({ settledNano: usd(1_500), settledDays: 22, daysLeft: 8 })
    expect(forecast.total).toEqual({
      lowNano: usd(2_100),
      centralNano: usd(2_100),
      highNano: usd(2_100),
    })
    expect(forecast.backtests).toBeGreaterThanOrEqual(10)
  })
  it('is not told with fewer than 28 known days', () =>
    expect(foresee(office('2026-11-22', 27), '2026-11-22', '2026-11')).toEqual({ tooFewDays: 27 }))
  it('is not told where no past forecast expected any cost, as of a currency billed since Friday', () => {
    const since = (first: string) =>
      new Map([...office('2026-11-22')].map(([day, n]) => [day, day >= first ? n : 0n] as const))
    const told = (first: string) => foresee(since(first), '2026-11-22', '2026-11')
    expect(told('2026-11-20')).toEqual({ tooFewDays: 1 })
    expect(told('2026-12-01')).toEqual({ tooFewDays: 0 })
  })
  it('takes a listed price that changes inside the month', () => {
    const half = (day: string) => (day >= '2026-11-26' ? 0.5 : 1)
    const { forecast } = seen(office('2026-11-22'), '2026-11-22', '2026-11', half)
    expect(money(forecast.total.centralNano)).toBe(1_500 + 300 + 150)
    expect(forecast.priceShift).toBeCloseTo(-0.25, 6)
  })
  it('never looks at days after the one it is made on', () => {
    const later = new Map([...office('2026-11-22'), ['2026-11-23', usd(9_999)]])
    expect(seen(later, '2026-11-22', '2026-11')).toEqual(
      seen(office('2026-11-22'), '2026-11-22', '2026-11'),
    )
  })
  it('by weekday medians beats the run rate early, and its range holds most of the time', () => {
    const errors = { median: [] as number[], runRate: [] as number[] }
    let inside = 0
    for (let seed = 1; seed <= 100; seed++) {
      const { nano } = madeUpSeries(seed, { first: '2026-08-24', days: 99, spikeShare: 0.02 })
      const days = daysOfMonth('2026-11')
      const actual = days.reduce((sum, d) => sum + money(nano.get(d) ?? 0n), 0)
      const soFar = days.slice(0, 5).reduce((sum, d) => sum + money(nano.get(d) ?? 0n), 0)
      const { total } = seen(nano, '2026-11-05', '2026-11').forecast
      errors.median.push(Math.abs(money(total.centralNano) / actual - 1))
      errors.runRate.push(Math.abs(((soFar / 5) * 30) / actual - 1))
      if (money(total.lowNano) <= actual && actual <= money(total.highNano)) inside++
    }
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length
    expect(mean(errors.median)).toBeLessThan(mean(errors.runRate) / 1.5)
    expect(inside).toBeGreaterThanOrEqual(60)
  })
})

describe('a budget', () => {
  const at = (amount: number) =>
    budgetStanding(
      { amountNano: usd(amount), currency: 'USD' },
      office('2026-11-22'),
      '2026-11-22',
      '2026-11',
    )
  it('that is enough is very unlikely to be passed', () =>
    expect(at(3_000)).toMatchObject({ spentNano: usd(1_500), over: 'very-unlikely' }))
  it('that is too small names the day it runs out', () =>
    expect(at(1_850)).toMatchObject({ over: 'very-likely', runsOut: '2026-11-26' }))
  it('that is passed says since when', () =>
    expect(at(1_000)).toMatchObject({ over: 'certain', runsOut: '2026-11-16' }))
  it('of a month that is over has neither forecast nor risk when it was kept', () => {
    const kept = budgetStanding(
      { amountNano: usd(5_000), currency: 'USD', team: 'a' },
      office('2026-11-22'),
      '2026-11-22',
      '2026-10',
    )
    expect(kept).toEqual({
      team: 'a',
      month: '2026-10',
      amountNano: usd(5_000),
      spentNano: usd(2_200),
    })
  })
  it.each([
    [0, 'very-unlikely'],
    [0.2, 'unlikely'],
    [0.5, 'even'],
    [0.9, 'likely'],
    [1, 'very-likely'],
  ] as const)('a chance of %d is %s', (chance, words) => expect(likelihood(chance)).toBe(words))
})
