import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inCurrency } from '../../src/spend/in-currency.ts'

const day = '2026-11-01'
const rates = [
  { currency: 'KRW', unitsPerUsd: 1400, day },
  { currency: 'EUR', unitsPerUsd: 0.96, day },
]
const won = { currency: 'KRW', day, rates }
const dollars = { ...won, currency: 'USD' }
const nano = (units: number) => BigInt(units * 1000) * 1_000_000n

describe('billed money in another currency', () => {
  it.each([
    ['dollars in won', 40.75, 'USD', won, 57_050],
    ['less by as much', -59.25, 'USD', won, -82_950],
    ['euros in dollars', 3, 'EUR', dollars, 3.125],
    ['euros in won, over dollars', 3, 'EUR', won, 4375],
    ['won as they are', 5, 'KRW', won, 5],
  ] as const)('%s', (_, amount, billed, conversion, there) =>
    expect(inCurrency(nano(amount), billed, conversion)).toBe(nano(there)),
  )
  it('is exact beyond what a number holds, and rounded once, half away from zero', () => {
    expect(inCurrency(9_007_199_254_740_993n, 'USD', won)).toBe(12_610_078_956_637_390_200n)
    expect(inCurrency(6n, 'EUR', dollars)).toBe(6n)
    expect(inCurrency(-12n, 'EUR', dollars)).toBe(-13n)
  })
  it.each([
    ['of what was billed', 'CAD', won],
    ['of the currency wanted', 'USD', { ...won, currency: 'JPY' }],
    [
      'that is no number of nano-units',
      'USD',
      { ...won, rates: [{ currency: 'KRW', unitsPerUsd: 1e-12, day }] },
    ],
  ] as const)('is unknown, not zero, without a rate %s', (_, billed, conversion) =>
    expect(inCurrency(nano(1), billed, conversion)).toBeUndefined(),
  )
  it('of parts differs from that of their sum by rounding alone', () =>
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 20n), 10n ** 20n),
        fc.bigInt(-(10n ** 20n), 10n ** 20n),
        (a, b) => {
          const [left, right, both] = [a, b, a + b].map((n) => inCurrency(n, 'EUR', won) ?? 0n)
          const apart = (both ?? 0n) - (left ?? 0n) - (right ?? 0n)
          expect(apart >= -1n && apart <= 1n).toBe(true)
        },
      ),
    ))
})
