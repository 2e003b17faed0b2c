import { describe, expect, it } from 'vitest'
import { sumTokens, tokensOf } from '../../src/spend/tokens.ts'
import { charge } from '../contracts/samples.ts'

describe('tokens of a line', () => {
  it('of one meter are its own, whatever else it says', () =>
    expect(tokensOf(charge({ meter: 'output', tokens: { input: 9, output: 2 } }))).toBe(2))
  it('that bills all together are the sum of all', () =>
    expect(tokensOf(charge({ tokens: { input: 9, cacheRead: 1, cacheWrite: 3, output: 2 } }))).toBe(
      15,
    ))
  it.each([
    ['that bills all together and does not say its output', { tokens: { input: 9 } }],
    ['of one meter that is not counted', { meter: 'input', tokens: {} } as const],
    ['that meters no tokens', { meter: 'other', tokens: { input: 9, output: 2 } } as const],
    ['of tax', { category: 'tax' } as const],
  ])('%s are unknown', (_, over) => expect(tokensOf(charge(over))).toBeUndefined())
})

describe('tokens of a kind', () => {
  const input = charge({ meter: 'input', tokens: { input: 9 } })
  const output = charge({ meter: 'output', tokens: { output: 2 } })
  it('are summed over the lines that bill them', () => {
    const lines = [input, output, charge(), charge({ category: 'tax' })]
    expect(sumTokens(lines, 'input')).toBe(18)
    expect(sumTokens(lines, 'output')).toBe(4)
    expect(sumTokens(lines, 'cacheRead')).toBe(1)
  })
  it('are unknown when a line that bills them does not say, or none does', () => {
    expect(sumTokens([input, charge({ meter: 'input', tokens: {} })], 'input')).toBeUndefined()
    expect(sumTokens([output], 'input')).toBeUndefined()
  })
})
