import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDay } from '../../src/spend/calendar.ts'
import type { Charge } from '../../src/spend/charge.ts'
import { coverageOf, isComparable } from '../../src/spend/coverage.ts'
import { topMovers } from '../../src/spend/movers.ts'
import { type Line, summarizeWeek, UNATTRIBUTED } from '../../src/spend/summarize.ts'
import { charge } from '../contracts/samples.ts'

const usd = (dollars: number) => BigInt(Math.round(dollars * 100)) * 10_000_000n
const on = (day: string, dollars: number, over: Partial<Charge> = {}) =>
  charge({ day, nano: usd(dollars), ...over })
const MONDAY = '2026-11-16'
const MONDAY_BEFORE = '2026-11-09'

const anyCharge: fc.Arbitrary<Charge> = fc
  .record({
    day: fc.integer({ min: 20_400, max: 20_430 }).map(isoDay),
    provider: fc.constantFrom('openai', 'google'),
    model: fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__'),
    team: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
    nano: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
    currency: fc.constantFrom('USD', 'EUR', 'KRW'),
  })
  .map(({ team, ...rest }) => {
    const { team: _team, ...nobody } = charge(rest)
    return team === undefined ? nobody : { ...nobody, team }
  })
const anyWeek = fc.constantFrom('2025-W45', '2025-W46', '2025-W47', '2025-W48', '2025-W49')

describe('the summary of a week', () => {
  it('adds up, compares with the week before and gives the share of it', () => {
    const [summary] = summarizeWeek(
      [on(MONDAY_BEFORE, 80), on(MONDAY, 60), on(MONDAY, 40)],
      '2026-W47',
    )
    expect(summary).toMatchObject({
      totalNano: usd(100),
      beforeNano: usd(80),
      changeNano: usd(20),
      changeShare: 0.25,
      inputTokens: 18,
      outputTokens: 4,
      cachedTokens: 2,
    })
  })
  it('never adds currencies together, and puts the largest first', () => {
    const all = [
      on(MONDAY, 5, { currency: 'EUR' }),
      on(MONDAY, 7),
      on(MONDAY_BEFORE, 3, { currency: 'KRW' }),
    ]
    expect(
      summarizeWeek(all, '2026-W47').map((s) => [s.currency, s.totalNano, s.beforeNano]),
    ).toEqual([
      ['USD', usd(7), 0n],
      ['EUR', usd(5), 0n],
      ['KRW', 0n, usd(3)],
    ])
  })
  it('shows what names no team as its own line', () => {
    const { team: _team, ...nobody } = on(MONDAY, 9)
    const [summary] = summarizeWeek([nobody, on(MONDAY, 5)], '2026-W47')
    expect(summary?.byTeam).toEqual([
      { name: UNATTRIBUTED, costNano: usd(9) },
      { name: 'support', costNano: usd(5) },
    ])
  })
  it.each([
    ['USD', 19.99, undefined],
    ['USD', 20, 0.5],
    ['KRW', 20_000, undefined],
    ['KRW', 30_000, 0.5],
    ['CHF', 5_000, undefined],
  ])('%s %d the week before gives the share %s', (currency, before, share) => {
    const all = [on(MONDAY_BEFORE, before, { currency }), on(MONDAY, before * 1.5, { currency })]
    const [summary] = summarizeWeek(all, '2026-W47')
    expect(summary?.changeNano).toBeDefined()
    if (share === undefined) expect(summary?.changeShare).toBeUndefined()
    else expect(summary?.changeShare).toBeCloseTo(share, 5)
  })
  it('knows nothing of a week without charges, and nothing to compare with when the one before has none', () => {
    expect(summarizeWeek([on(MONDAY_BEFORE, 80)], '2026-W47')).toEqual([])
    const [summary] = summarizeWeek([on(MONDAY, 80)], '2026-W47')
    expect(summary?.totalNano).toBe(usd(80))
    for (const key of ['beforeNano', 'changeNano', 'changeShare'])
      expect(summary).not.toHaveProperty(key)
    expect(summary?.byModel).toEqual([{ name: 'gpt-6-luna', costNano: usd(80) }])
  })
  it('does not compare weeks that have data for different weekdays', () => {
    const all = [on(MONDAY_BEFORE, 80), on(MONDAY, 60), on('2026-11-17', 60)]
    const [summary] = summarizeWeek(all, '2026-W47')
    expect(summary).toMatchObject({ totalNano: usd(120), beforeNano: usd(80) })
    expect(summary).not.toHaveProperty('changeNano')
    expect(isComparable([...all, on('2026-11-10', 1)], '2026-W47')).toBe(true)
  })
  it('does not call tokens that are not stated zero', () => {
    const silent = on(MONDAY, 1, { tokens: { output: 2 } })
    const [summary] = summarizeWeek([on(MONDAY, 1), silent], '2026-W47')
    expect(summary).not.toHaveProperty('inputTokens')
    expect(summary?.outputTokens).toBe(4)
  })
  it('parts add up to the totals, to the last nano-unit, whatever was charged', () =>
    fc.assert(
      fc.property(fc.array(anyCharge, { maxLength: 60 }), anyWeek, (charges, week) => {
        const summaries = summarizeWeek(charges, week)
        const { covered } = coverageOf(charges, week)
        for (const currency of ['USD', 'EUR', 'KRW']) {
          const billed = charges.filter((c) => c.currency === currency && covered.includes(c.day))
          expect(summaries.find((s) => s.currency === currency)?.totalNano ?? 0n).toBe(
            billed.reduce((sum, c) => sum + c.effectiveNano, 0n),
          )
        }
        for (const { totalNano, beforeNano, byModel, byTeam, byProvider } of summaries)
          for (const lines of [byModel, byTeam, byProvider]) {
            expect(lines.reduce((sum, l) => sum + l.costNano, 0n)).toBe(totalNano)
            if (beforeNano !== undefined)
              expect(lines.reduce((sum, l) => sum + (l.beforeNano ?? 0n), 0n)).toBe(beforeNano)
          }
      }),
    ))
  it('is the same in whatever order the charges come', () =>
    fc.assert(
      fc.property(fc.array(anyCharge, { maxLength: 30 }), anyWeek, (charges, week) => {
        expect(summarizeWeek([...charges].reverse(), week)).toEqual(summarizeWeek(charges, week))
      }),
    ))
})

describe('coverage', () => {
  it('lists the days with data and those without', () =>
    expect(
      coverageOf([on(MONDAY, 1), on('2026-11-22', 0), on('2026-11-23', 1)], '2026-W47'),
    ).toEqual({
      covered: ['2026-11-16', '2026-11-22'],
      missing: ['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21'],
    }))
})

describe('top movers', () => {
  const line = (name: string, beforeNano: bigint, costNano: bigint): Line => ({
    name,
    beforeNano,
    costNano,
  })
  it('are those that moved most money, up or down; what stood still or is not known is none', () =>
    expect(
      topMovers(
        [
          line('still', 50n, 50n),
          line('up', 0n, 7n),
          line('down', 9n, 0n),
          line('little', 5n, 6n),
          { name: 'unknown', costNano: 99n },
        ],
        2,
      ).map((l) => l.name),
    ).toEqual(['down', 'up']))
})
