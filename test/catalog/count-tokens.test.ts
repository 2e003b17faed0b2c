import { describe, expect, it } from 'vitest'
import { countTokens } from '../../src/catalog/count-tokens.ts'

const ENGLISH =
  'Please sort this support ticket: my order arrived yesterday, but the box was empty and I want my money back.'
const KOREAN =
  '이 문의를 분류해 주세요: 어제 주문한 상품이 도착했지만 상자가 비어 있어서 환불을 원합니다.'

describe('tokens of a text', () => {
  it('are counted for OpenAI, in English and in Korean', async () => {
    expect(await countTokens('hello world', 'openai')).toEqual({
      tokens: { low: 2, central: 2, high: 2 },
      basis: 'counted',
    })
    expect((await countTokens(ENGLISH, 'openai')).tokens.central).toBe(23)
    expect((await countTokens(KOREAN, 'openai')).tokens.central).toBe(29)
  })
  it('are estimated for others, with the error of the measured ratio', async () => {
    const { tokens, basis } = await countTokens(KOREAN, 'alibaba')
    expect(basis).toBe('estimated')
    expect(tokens.central / 29).toBeCloseTo(1.84 / 1.53, 9)
    expect(tokens.high / tokens.low).toBeCloseTo(1.15 / 0.85, 9)
  })
  it('have a wide range where no tokenizer is public', async () => {
    const { tokens } = await countTokens(ENGLISH, 'anthropic')
    expect(tokens.low).toBeLessThan(23)
    expect(tokens.high).toBe(1.5 * 23)
  })
  it('take marks of a chat format for plain text, and nothing for nothing', async () => {
    expect((await countTokens('<|endoftext|>', 'openai')).tokens.central).toBeGreaterThan(1)
    expect((await countTokens('', 'anthropic')).tokens.high).toBe(0)
  })
})
