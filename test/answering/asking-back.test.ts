import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answering/answer.ts'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import { readBack } from '../../src/answering/back-reference.ts'
import { findCurrency } from '../../src/answering/facts/currency.ts'
import { answerText, sentenceText } from '../../src/answering/plain-text.ts'
import { shippedKnowledge } from '../support/knowledge.ts'
import { EN, KNOWN, KO, part, talk } from '../support/talk.ts'

const knowledge = await shippedKnowledge()

describe('the money of the last answer in another currency', () => {
  it.each([
    [EN, 'and in Korean won?', '1,400', /₩1,400 to the dollar \(yours\)/, /₩2,520,000 a month ƒ/],
    [KO, '원화로는?', '1달러에 1400원', /달러당 1,400원\(입력값\)/, /월 2,520,000원 ƒ/],
  ])(
    '%s | %s is asked for a rate, computed at it, and remembered',
    async (first, ask, rate, shown, money) => {
      const asked = await talk(first, ask)
      expect(asked.answer).toMatchObject({ kind: 'clarify', estimates: [] })
      const told = await talk(first, ask, rate)
      expect(told.text).toMatch(shown)
      expect(told.text).toMatch(money)
      expect((await talk(first, ask, rate, '고마워', ask)).text).toMatch(money)
      expect(told.answer.replay).toBe((await talk(first)).answer.replay)
    },
  )
  it('at a rate given at once, each amount a figure with its formula and inputs', async () => {
    const { answer } = await talk(EN, 'in euros at 0.92')
    const cost = answer.estimates.find((e) => e.id === 'gpt-6-astra.usdPerMonth@EUR')
    expect(cost).toMatchObject({
      unit: 'EUR/month',
      kind: 'computed',
      formula: 'currency-conversion',
      inputs: { rate: 0.92 },
    })
    expect(answer.estimates.find((e) => e.id === 'rate.EUR')).toMatchObject({ kind: 'yours' })
  })
  it('at the rate set for the product, which is called assumed', async () => {
    const defaults = { ...knowledge.defaults, exchange_rates: { KRW: 1300 } }
    const { thread } = await talk(EN)
    const { answer } = await answerQuestion('in won?', { ...knowledge, defaults }, 'en', thread)
    expect(answerText(answer)).toContain('₩1,300 to the dollar (assumed)')
  })
  it.each([
    ['and in Korean won?', { currency: 'KRW' }],
    ['in euros at 0.92', { currency: 'EUR', unitsPerUsd: 0.92 }],
    ['in euros, 1 euro is $1.25', { currency: 'EUR', unitsPerUsd: 0.8 }],
    ['원화로 보여줘, 환율 1400원', { currency: 'KRW', unitsPerUsd: 1400 }],
    ['엔화로는?', { currency: 'JPY' }],
    ['and at 20M a month?', undefined],
    ['a wrong answer costs 500 won', undefined],
    ['고객 지원으로는?', undefined],
  ])('"%s"', (text, found) => expect(findCurrency(text)).toEqual(found))
})

describe('why', () => {
  it.each([
    [
      EN,
      'why?',
      /The rule: .*needs an uplift of 2\.97 points.* 0\.8 points.*cost of a wrong answer/s,
    ],
    [EN, 'how did you get that?', /The rule: /],
    [KO, '왜?', /규칙은 .*2\.97포인트\(가정\) 나아야 본전.*가장 중요한 가정은 틀린 답의 비용/s],
    [KO, '어떻게 계산했어?', /규칙은 /],
  ])('%s | %s explains the verdict in the same figures', async (question, why, said) => {
    const [first, explained] = [await talk(question), await talk(question, why)]
    expect(part(explained.answer, 'reasons')).toMatch(said)
    expect(explained.answer.replay).toBe(first.answer.replay)
    expect(explained.answer.estimates).toEqual(expect.arrayContaining([...first.answer.estimates]))
  })
  it('after a knowledge answer gives what its notes say of the mechanism, and nothing twice', async () => {
    const question = 'What is distillation?'
    const [first, explained] = [await talk(question), await talk(question, 'why?')]
    const claims = (a: Answer): readonly string[] =>
      JSON.stringify(a.sections).match(/"claim":"[^"]+"/g) ?? []
    expect(claims(explained.answer).length).toBeGreaterThan(0)
    expect(claims(explained.answer).filter((c) => claims(first.answer).includes(c))).toEqual([])
  })
})

describe('show me the source', () => {
  it.each([
    [
      EN,
      'show me the source',
      /list price at OpenAI.*age 1 day/,
      /computed by the formula required-uplift/,
    ],
    [KO, '출처 보여줘', /list price at OpenAI.*경과 1일/, /공식 required-uplift로 계산했습니다/],
  ])(
    '%s | %s: sources with basis and age, formulas with theirs',
    async (question, ask, source, formula) => {
      const { answer, text } = await talk(question, ask)
      expect(part(answer, 'origins')).toMatch(source)
      expect(part(answer, 'origins')).toMatch(formula)
      expect(text).toMatch(/https:\/\//)
    },
  )
  it('of a claim: where it stands, what kind of source it is and how old', async () =>
    expect(
      (await talk('What is a scaling law?', '출처는?')).answer.sections[0]?.sentences.map(
        sentenceText,
      )[0],
    ).toMatch(/ – (원문|재인용 자료|직접 계산|발표된).*경과 \d+년 ƒ \[1\]$/))
  it.each([
    ['source for the second point?', 1],
    ['두 번째 항목 출처는?', 1],
    ['source for the 40th point?', 0],
  ])('%s', async (ask, sources) =>
    expect((await talk(EN, ask)).answer.citations).toHaveLength(sources),
  )
  it('is about the answer, also after a why', async () =>
    expect((await talk(EN, 'why?', 'show me the source')).text).toContain('list price at OpenAI'))
})

describe('courtesies', () => {
  it.each(['thanks', 'ok, thank you very much!', 'never mind', '고마워', '감사합니다!', '됐어요'])(
    '"%s" gets a short reply without figures or suggestions',
    async (text) => {
      const { answer, thread } = await talk(EN, text)
      expect(answer).toMatchObject({ estimates: [], citations: [], suggestions: [] })
      expect(answerText(answer)).not.toMatch(/\d/)
      expect(thread.input).toEqual(KNOWN)
    },
  )
  it.each([
    'why did Chinchilla change Kaplan’s advice?',
    'what sources of water do data centres use?',
    'thanks, and at 20M a month?',
    '왜 작은 모델이 탄소를 덜 배출해?',
    '출처 표기 의무가 법에 있어?',
  ])('"%s" has a topic of its own', (text) => expect(readBack(text)).toBeUndefined())
})
