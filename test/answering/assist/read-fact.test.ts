import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownWords } from '../../../src/answering/assist/own-words.ts'
import { FACT_KEYS, type FactKey, readFact } from '../../../src/answering/assist/read-fact.ts'
import { shippedKnowledge } from '../../support/knowledge.ts'

const { catalog, defaults } = await shippedKnowledge()
const read = (text: string, key: FactKey, span: string, language: 'en' | 'ko' = 'en') =>
  readFact({ key, span }, { text, language, catalog, defaults })?.input[key]

describe('the asker’s own words', () => {
  it.each([
    ['whole numbers', 'some 12,000 a month', '2,000 a month', '12,000 a month'],
    ['whole Korean numbers', '월 200만 건쯤', '월 200', '월 200만 건쯤'],
    ['the scale', 'about $5 million a year', '$5', '$5 million a'],
    ['the sign', 'minus - 5 dollars', '5 dollars', '- 5 dollars'],
    ['the unit', 'pay 500 won each', '500', '500 won'],
    ['decimals', 'at 1.5 seconds', '5 seconds', '1.5 seconds'],
    ['case and space', 'Two   Pages each', 'two pages', 'Two   Pages'],
  ])('are widened to %s', (_, text, span, words) =>
    expect(ownWords(span, text)).toContain(words.split(' a')[0]),
  )
  it.each([
    ['not there', 'a month', 'a year'],
    ['empty', 'a month', '  '],
    ['too long', 'a'.repeat(10_000), 'a'.repeat(10_000)],
    ['in two places that differ', '5 cats and 5 dogs', '5'],
    ['a pattern', 'a month', '.*'],
  ])('are none where the span is %s', (_, text, span) =>
    expect(ownWords(span, text)).toBeUndefined(),
  )
  it('are always words of the text', () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, span) => {
        const words = ownWords(span, text)
        expect(words === undefined || text.includes(words)).toBe(true)
      }),
    ))
})

describe('a fact that a model points at', () => {
  it.each([
    ['volume', 'we get 3,000 letters a day', '3,000 letters a day', 91_250],
    ['volume', '하루 5만 건 들어옵니다', '하루 5만 건', 1_520_833],
    ['in', 'each brief is 900 tokens', '900 tokens', 900],
    ['out', 'and a 60-token verdict comes back', '60-token verdict', 60],
    ['value', 'each brings us $3', '$3', 3],
    ['error-cost', '망치면 9달러 날림', '9달러', 9],
    ['budget', 'no more than $500 in the purse', '$500 in the purse', 500],
    ['latency', 'before 2 seconds are over', '2 seconds', 2000],
    ['region', 'it sits in Frankfurt', 'Frankfurt', 'DEU'],
    ['current-model', 'today GPT-6 Astra does it', 'GPT-6 Astra', 'gpt-6-astra'],
    ['cache', 'some 40 % come from the cache', '40 %', 0.4],
    ['batch', 'it may run overnight', 'overnight', true],
    ['hosting', 'on our own servers', 'our own servers', 'self-host'],
    ['task', 'anything', 'classification', 'classification'],
  ] as const)('%s of “%s” is read from “%s”', (key, text, span, value) =>
    expect(read(text, key, span)).toBe(value),
  )
  it.each([
    ['volume', 'a bare number is no volume: 5000', '5000'],
    ['volume', 'worth $3 a day', '$3 a day'],
    ['value', 'pay 500 won each', '500'],
    ['value', 'pay ₩500 each', '500'],
    ['value', '5 of them', '5'],
    ['in', 'an answer of 60 tokens', 'answer of 60 tokens'],
    ['out', 'a prompt of 60 tokens', 'prompt of 60 tokens'],
    ['latency', '3,000 a minute', '3,000 a minute'],
    ['cache', 'a share of 140%', '140%'],
    ['region', 'in Atlantis', 'Atlantis'],
    ['current-model', 'GPT-77 does it', 'GPT-77'],
    ['hosting', 'on the moon', 'on the moon'],
    ['task', 'mind-reading', 'mind-reading'],
  ] as const)('%s of “%s” is not read from “%s”', (key, text, span) =>
    expect(read(text, key, span)).toBeUndefined(),
  )
  it('never throws, whatever the span', () =>
    fc.assert(
      fc.property(fc.constantFrom(...FACT_KEYS), fc.string(), fc.string(), (key, a, b) => {
        expect(() => read(`${a} ${b}`, key, b)).not.toThrow()
      }),
    ))
})
