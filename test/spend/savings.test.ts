import { describe, expect, it } from 'vitest'
import { exactly } from '../../src/engine/range.ts'
import { unknown } from '../../src/engine/unknown.ts'
import { batchSavingOf } from '../../src/spend/batch-saving.ts'
import { cacheSavingOf } from '../../src/spend/cache-saving.ts'
import type { Charge } from '../../src/spend/charge.ts'
import { spendFootprint } from '../../src/spend/energy.ts'
import { idleCapacityOf } from '../../src/spend/idle-capacity.ts'
import { type Candidate, oversizedUseOf } from '../../src/spend/oversized-use.ts'
import { restatedOf } from '../../src/spend/restated.ts'
import { unitCostsOf } from '../../src/spend/unit-costs.ts'
import { charge } from '../contracts/samples.ts'

const usd = (dollars: number) => BigInt(Math.round(dollars * 1e6)) * 1_000n
const M = 1_000_000
const none = () => undefined
const read = (tokens: number, dollars: number) =>
  charge({ meter: 'cache-read', tokens: { cacheRead: tokens }, nano: usd(dollars) })
const write = (tokens: number, dollars: number) =>
  charge({ meter: 'cache-write', tokens: { cacheWrite: tokens }, nano: usd(dollars) })
const input = (tokens: number, dollars: number, over: Partial<Charge> = {}) =>
  charge({ meter: 'input', tokens: { input: tokens }, nano: usd(dollars), ...over })

describe('what caching saved', () => {
  it('is exactly 20.10 in the FOCUS example', () =>
    expect(cacheSavingOf([input(M, 3), read(8 * M, 2.4), write(2 * M, 7.5)], none)).toEqual({
      nano: usd(20.1),
      readTokens: 8 * M,
      writeTokens: 2 * M,
      unknownTokens: 0,
    }))
  it('is below zero when what is written is never read', () =>
    expect(cacheSavingOf([input(M, 3), write(2 * M, 7.5)], none)?.nano).toBe(usd(-1.5)))
  it('takes the list price where the bill has no input line, and is unknown without one', () => {
    const rates = { input: usd(3), output: usd(15), cacheRead: usd(0.3) }
    expect(cacheSavingOf([read(8 * M, 2.4)], () => rates)?.nano).toBe(usd(21.6))
    expect(cacheSavingOf([read(8 * M, 2.4)], none)).toMatchObject({
      nano: 0n,
      unknownTokens: 8 * M,
    })
  })
  it('is not spoken of where no line does', () =>
    expect(cacheSavingOf([input(M, 3)], none)).toBeUndefined())
})

describe('what batch prices saved', () => {
  it('is the usual price of the same meter less what was paid', () =>
    expect(batchSavingOf([input(M, 2), input(3 * M, 3, { tier: 'batch' })], none)).toEqual({
      savedNano: usd(3),
      share: 0.6,
      possibleNano: 0n,
      unknownNano: 0n,
    }))
  it('has an upper end for work at the usual price', () => {
    const rates = { input: usd(2), output: usd(8), batchMultiplier: 0.5 }
    expect(batchSavingOf([input(M, 2)], () => rates)).toMatchObject({ possibleNano: usd(1) })
  })
})

describe('idle capacity', () => {
  it('is what was paid for and marked as unused', () => {
    const unused = charge({ nano: usd(40), unused: true })
    expect(idleCapacityOf([unused, unused, charge()])).toEqual({
      nano: usd(80),
      lines: [{ provider: 'openai', model: 'gpt-6-luna', nano: usd(80) }],
    })
    expect(idleCapacityOf([charge()])).toBeUndefined()
  })
})

describe('unit costs', () => {
  it('show what they were divided by and how much of the cost that covers', () => {
    const known = charge({ nano: usd(12), requests: 4_000 })
    const other = charge({ nano: usd(4), model: 'b' })
    const [first] = unitCostsOf([known, other], [charge({ nano: usd(8), requests: 4_000 })], 3)
    expect(first).toEqual({
      by: 'total',
      per: '1000-requests',
      nano: usd(3),
      denominator: 4_000,
      coverage: 0.75,
      beforeNano: usd(2),
    })
  })
  it('are absent where nothing is known to divide by', () =>
    expect(unitCostsOf([charge({ tokens: {} })], [], 3)).toEqual([]))
})

describe('calls that look small', () => {
  const calls = (over: Partial<Charge> = {}) =>
    charge({
      model: 'big',
      workload: 'tagging',
      requests: 1_000,
      tokens: { input: 600_000, output: 30_000 },
      nano: usd(60),
      ...over,
    })
  const candidate: Candidate = {
    provider: 'openai',
    model: 'small',
    rates: { input: usd(9), output: usd(20) },
    pilotItems: 870,
    taskEvidence: true,
    task: 'classification',
    tokenRatio: { low: 1, high: 1 },
  }
  it('are worth a pilot, with a range of what it could save a month', () =>
    expect(oversizedUseOf([calls()], 30, () => candidate, 3)).toMatchObject([
      {
        model: 'big',
        candidate: 'small',
        pilotItems: 870,
        savingPerMonth: { lowNano: usd(27), centralNano: usd(40.5), highNano: usd(54) },
        signs: ['short-answers', 'short-prompts', 'task-evidence'],
      },
    ]))
  it.each([
    ['long answers', { tokens: { input: 600_000, output: 400_000 } }],
    ['many failures', { failedRequests: 200 }],
    ['unknown tokens', { tokens: {} }],
  ])('are not those with %s', (_, over) =>
    expect(oversizedUseOf([calls(over)], 30, () => candidate, 3)).toEqual([]),
  )
  it('are not judged where requests are unknown, or without a cheaper candidate', () => {
    const { requests: _, ...unknownRequests } = calls()
    expect(oversizedUseOf([unknownRequests], 30, () => candidate, 3)).toEqual([])
    expect(oversizedUseOf([calls()], 30, none, 3)).toEqual([])
    const dear = { ...candidate, rates: { input: usd(900), output: usd(900) } }
    expect(oversizedUseOf([calls()], 30, () => dear, 3)).toEqual([])
  })
})

describe('energy and carbon', () => {
  const serving = {
    served: { activeB: exactly(44), totalB: exactly(440), pue: exactly(1.2) },
    factor: 2,
    region: 'KOR',
    assumed: false,
    gridGPerKwh: 400,
  }
  const answers = (model: string) => charge({ model, tokens: { input: 1, output: M } })
  it('are a range by region, in proportion to the tokens written', () => {
    const one = spendFootprint([answers('a')], () => serving)
    const two = spendFootprint([answers('a'), answers('a')], () => serving)
    expect(one.regions).toMatchObject([{ region: 'KOR', assumed: false }])
    expect(one.kWh?.low).toBeLessThan((one.kWh?.central ?? 0) / 1.9)
    expect(two.kWh?.central).toBeCloseTo(2 * (one.kWh?.central ?? 0), 9)
    expect(one.kgCO2e?.central).toBeGreaterThan(0.4 * (one.kWh?.central ?? 0))
  })
  it('of an unknown size are in no figure but in the coverage', () => {
    const half = spendFootprint([answers('a'), answers('b')], ({ model }) =>
      model === 'a' ? serving : unknown('size-undisclosed', model),
    )
    expect(half).toMatchObject({ energyCoverage: 0.5, carbonCoverage: 0.5 })
    expect(half.kWh).toEqual(spendFootprint([answers('a')], () => serving).kWh)
    const nothing = spendFootprint([answers('b')], ({ model }) => unknown('no-price', model))
    expect(nothing).toEqual({ regions: [], energyCoverage: 0, carbonCoverage: 0 })
  })
})

describe('a posted figure', () => {
  it.each([
    [102, []],
    [98, []],
    [103, [0.03]],
    [90, [-0.1]],
  ])('of 100 that is %d now is restated by %j', (now, shares) =>
    expect(
      restatedOf([{ period: '2026-W45', currency: 'USD', nano: usd(100) }], () => usd(now)).map(
        (r) => r.share,
      ),
    ).toEqual(shares),
  )
  it('that cannot be made any more is left alone', () =>
    expect(restatedOf([{ period: '2025-W01', currency: 'USD', nano: 1n }], none)).toEqual([]))
})
