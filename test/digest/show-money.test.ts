import { describe, expect, it } from 'vitest'
import { decimalOf, showNano } from '../../src/digest/show-money.ts'

describe('billed money', () => {
  it.each([
    [
      9_007_199_254_740_993_120_000_000n,
      'USD',
      '$9,007,199,254,740,993.12',
      '$9,007,199,254,740,993.12',
    ],
    [-1_005_000_000n, 'USD', '-$1.01', '-$1.01'],
    [0n, 'USD', '$0.00', '$0.00'],
    [400_000n, 'USD', '$0.0004', '$0.0004'],
    [-5_000_000n, 'USD', '-$0.01', '-$0.01'],
    [3_000_000_000n, 'CAD', 'CA$3.00', 'CA$3.00'],
    [1_234_500_000_000n, 'KRW', '₩1,235', '₩1,235'],
    [400_000_000n, 'KRW', '₩0.4', '₩0.4'],
    [5_000_000_000n, 'JPY', '¥5', 'JP¥5'],
  ])('%s nano of %s', (nano, currency, english, korean) => {
    expect(showNano(nano, currency, 'en')).toBe(english)
    expect(showNano(nano, currency, 'ko')).toBe(korean)
  })
  it.each([
    [0n, '0'],
    [1n, '0.000000001'],
    [-1_500_000_000n, '-1.5'],
    [90_071_992_547_409_930_000_000_001n, '90071992547409930.000000001'],
  ])('%s nano-units are %s', (nano, text) => {
    expect(decimalOf(nano)).toBe(text)
  })
})
