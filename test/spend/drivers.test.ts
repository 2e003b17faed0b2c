import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Charge } from '../../src/spend/charge.ts'
import { type Drivers, driversOf, isShown } from '../../src/spend/drivers.ts'
import { charge } from '../contracts/samples.ts'

const usd = (dollars: number) => BigInt(Math.round(dollars * 100)) * 10_000_000n
const input = (tokens: number, nano: bigint, over: Partial<Charge> = {}) =>
  charge({ meter: 'input', tokens: { input: tokens }, nano, ...over })

const sum = (d: Drivers) => d.volumeNano + d.priceNano + d.mixNano + d.newNano + d.otherNano
const total = (charges: readonly Charge[]) => charges.reduce((s, c) => s + c.effectiveNano, 0n)

const anyCharge: fc.Arbitrary<Charge> = fc
  .record({
    provider: fc.constantFrom('openai', 'google'),
    model: fc.constantFrom('a', 'b', 'c', 'd'),
    meter: fc.constantFrom(
      'input' as const,
      'output' as const,
      'tokens' as const,
      'other' as const,
    ),
    category: fc.constantFrom('usage' as const, 'usage' as const, 'usage' as const, 'tax' as const),
    tokens: fc.option(fc.nat({ max: 10 ** 10 }), { nil: undefined, freq: 6 }),
    requests: fc.option(fc.nat({ max: 10 ** 6 }), { nil: undefined }),
    unit: fc.option(fc.constantFrom('hours', 'images'), { nil: undefined }),
    quantity: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { nil: undefined }),
    nano: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 16n }),
  })
  .map(({ tokens, requests, unit, quantity, ...rest }) =>
    charge({
      ...rest,
      tokens: tokens === undefined ? {} : { input: tokens, output: tokens },
      ...(requests === undefined ? {} : { requests }),
      ...(unit === undefined ? {} : { unit }),
      ...(quantity === undefined ? {} : { quantity }),
    }),
  )

describe('what a change is made of', () => {
  it('is volume and price for one thing sold', () =>
    expect(driversOf([input(150, 450n)], [input(100, 200n)])).toEqual({
      changeNano: 250n,
      volumeNano: 100n,
      priceNano: 150n,
      mixNano: 0n,
      newNano: 0n,
      otherNano: 0n,
    }))
  it('is mix where the same tokens move to another model at unchanged prices', () => {
    const [small, big] = [{ model: 'small' }, { model: 'big' }]
    const before = [input(50, 50n, small), input(50, 500n, big)]
    const now = [input(80, 80n, small), input(20, 200n, big)]
    expect(driversOf(now, before)).toMatchObject({ volumeNano: 0n, priceNano: 0n, mixNano: -270n })
  })
  it('calls a model that was not there new, and what vanished no price', () => {
    const gone = driversOf([input(100, 700n, { model: 'next' })], [input(100, 300n)])
    expect(gone).toMatchObject({ volumeNano: 0n, mixNano: -300n, newNano: 700n, priceNano: 0n })
  })
  it('without any tokens before is new and nothing else', () =>
    expect(driversOf([input(5, 9n)], [])).toMatchObject({ changeNano: 9n, newNano: 9n }))
  it('splits volume into requests and tokens per request where requests are known', () => {
    const before = [input(1_000, 1_000n, { requests: 10 })]
    const now = [input(3_000, 3_000n, { requests: 20 })]
    expect(driversOf(now, before)).toMatchObject({
      volumeNano: 2_000n,
      requestsNano: 1_000n,
      lengthNano: 1_000n,
    })
    expect(driversOf(now, [input(1_000, 1_000n)])).not.toHaveProperty('requestsNano')
  })
  it('keeps units apart, and puts what has no quantity into other', () => {
    const hours = (n: number, nano: bigint) => {
      const { model: _, ...rest } = charge({ meter: 'other', tokens: {}, nano })
      return { ...rest, unit: 'hours', quantity: n }
    }
    const unknown = (nano: bigint) => charge({ model: 'x', tokens: {}, nano })
    expect(driversOf([hours(2.5, 250n), unknown(7n)], [hours(1, 100n), unknown(4n)])).toMatchObject(
      {
        volumeNano: 150n,
        otherNano: 3n,
      },
    )
  })
  it('adds up exactly in 1,000 random cases', () =>
    fc.assert(
      fc.property(fc.array(anyCharge), fc.array(anyCharge), (now, before) => {
        const drivers = driversOf(now, before)
        expect(sum(drivers)).toBe(drivers.changeNano)
        expect(drivers.changeNano).toBe(total(now) - total(before))
        if (drivers.requestsNano !== undefined)
          expect(drivers.requestsNano + (drivers.lengthNano ?? 0n)).toBe(drivers.volumeNano)
      }),
      { numRuns: 1_000 },
    ))
  it.each([
    [49.99, 100, 'USD', false],
    [50, 100, 'USD', true],
    [-50, 100, 'USD', true],
    [50, 1_001, 'USD', false],
    [10, 100, 'CHF', true],
    [4, 100, 'CHF', false],
  ])('%d of a change of %d %s is worth a line: %s', (part, change, currency, shown) =>
    expect(isShown(usd(part), usd(change), currency)).toBe(shown),
  )
})
