import { describe, expect, it } from 'vitest'
import { anomaliesOf } from '../../src/spend/anomalies.ts'
import { dayNumber, isoDay } from '../../src/spend/calendar.ts'
import { madeUpSeries } from '../support/daily-costs.ts'

const FIRST = '2026-08-24'
const usd = (dollars: number) => BigInt(Math.round(dollars)) * 1_000_000_000n
const day = (i: number) => isoDay(dayNumber(FIRST) + i)
/** 200 a day with a ripple, and other values on some days. */
const steady = (days: number, other: Readonly<Record<number, number>> = {}) =>
  new Map(Array.from({ length: days }, (_, i) => [day(i), usd(other[i] ?? 200 + (i % 3))]))
const found = (nano: ReadonlyMap<string, bigint>, from: string, to: string) => {
  const result = anomaliesOf([{ by: 'total', nano }], { from, to }, 'USD')
  if (!('found' in result)) throw new Error('there is too little history')
  return result.found
}

describe('anomalies', () => {
  it('are not looked for with fewer than 28 days of history', () =>
    expect(
      anomaliesOf([{ by: 'total', nano: steady(30) }], { from: day(27), to: day(29) }, 'USD'),
    ).toEqual({ tooFewDays: 27 }))
  it('name the day, what it cost and what is usual', () => {
    const [spike, ...more] = found(steady(60, { 58: 400 }), day(56), day(59))
    expect(more).toEqual([])
    expect(spike).toMatchObject({ kind: 'spike', by: 'total', day: day(58), nano: usd(400) })
    expect(Number(spike?.usualNano) / 1e9).toBeCloseTo(200.5, 1)
    expect(spike?.key).toBe(`anomaly total  ${day(58)}`)
  })
  it('are above the floor of money', () =>
    expect(
      found(new Map([...steady(60, { 58: 400 })].map(([d, n]) => [d, n / 10n])), day(56), day(59)),
    ).toEqual([]))
  it('become a new level after three days in a row, which is then the usual', () => {
    const higher = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [50 + i, 400 + (i % 3)]))
    expect(found(steady(80, higher), day(50), day(79)).map((a) => [a.kind, a.day])).toEqual([
      ['level', day(50)],
    ])
    expect(found(steady(80, higher), day(60), day(79))).toEqual([])
  })
  it('say nothing of a fall, and find a spike on the lower level', () => {
    const lower = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [50 + i, 100]))
    expect(found(steady(80, { ...lower, 70: 300 }), day(50), day(79)).map((a) => a.day)).toEqual([
      day(70),
    ])
  })
  it('are ranked by money, and one matter under two names is said once', () => {
    const nano = steady(60, { 58: 400 })
    const result = anomaliesOf(
      [
        { by: 'model', name: 'm', nano },
        { by: 'team', name: 't', nano },
        { by: 'model', name: 'dear', nano: steady(60, { 57: 900 }) },
      ],
      { from: day(56), to: day(59) },
      'USD',
    )
    expect('found' in result && result.found.map((a) => a.name)).toEqual(['dear', 'm'])
  })
  it('find at least 0.9 of the spikes of a made-up year with a precision of at least 0.9', () => {
    let [hits, flagged, spikes] = [0, 0, 0]
    for (let seed = 1; seed <= 60; seed++) {
      const series = madeUpSeries(seed, { first: FIRST, days: 119, spikeShare: 0.05 })
      const days = { from: day(35), to: day(118) }
      const result = anomaliesOf([{ by: 'total', nano: series.nano }], days, 'USD')
      const named = 'found' in result ? result.found.map((a) => a.day) : []
      hits += named.filter((d) => series.spikes.has(d)).length
      flagged += named.length
      spikes += series.spikes.size
    }
    expect(spikes).toBeGreaterThan(100)
    expect(hits / spikes).toBeGreaterThanOrEqual(0.9)
    expect(hits / flagged).toBeGreaterThanOrEqual(0.9)
  })
})
