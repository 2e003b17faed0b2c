import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toNano } from '../../src/connectors/decimal.ts'

describe('decimal text in nano-units', () => {
  it.each([
    ['40.5', 40_500_000_000n, false],
    ['-2', -2_000_000_000n, false],
    ['+.5', 500_000_000n, false],
    ['7.', 7_000_000_000n, false],
    ['0.1', 100_000_000n, false],
    ['12345678901.5', 12_345_678_901_500_000_000n, false],
    ['9007199.254740993', 9_007_199_254_740_993n, false],
    ['0.1234567895', 123_456_790n, true],
    ['0.1234567885', 123_456_788n, true],
    ['0.12345678850000000001', 123_456_789n, true],
    ['-0.1234567895', -123_456_790n, true],
    ['0.1234567890000', 123_456_789n, false],
    ['4.2e-05', 42_000n, false],
    ['1E3', 1_000_000_000_000n, false],
    ['5e-10', 0n, true],
  ])('%s is %s nano, rounded: %s', (text, nano, rounded) =>
    expect(toNano(text)).toEqual({ nano, rounded }),
  )
  it.each(['', '.', '-', '1,234.5', '$5', '5 USD', '1e', '1e99', '0x10', 'NaN', '--1', '1.2.3'])(
    '%j is not taken for a number',
    (text) => expect(toNano(text)).toBeUndefined(),
  )
  it('nine decimals come back exactly, however large the amount', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (nano) => {
        const digits = String(nano < 0n ? -nano : nano).padStart(10, '0')
        const text = `${nano < 0n ? '-' : ''}${digits.slice(0, -9)}.${digits.slice(-9)}`
        expect(toNano(text)).toEqual({ nano, rounded: false })
      }),
    ))
})
