import { describe, expect, it } from 'vitest'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import { answerText } from '../../src/answering/plain-text.ts'
import { isUnknown } from '../../src/engine/unknown.ts'
import { shippedKnowledge } from '../support/knowledge.ts'
import { ENGLISH, KOREAN, NOT_ARITHMETIC } from './calculator-questions.ts'

const knowledge = await shippedKnowledge()
const ask = async (question: string) => (await answerQuestion(question, knowledge)).answer
const isCalculated = (answer: Awaited<ReturnType<typeof ask>>) =>
  answer.estimates.some((e) => e.id.startsWith('calculator.'))

describe.each([
  ['English', 'en', ENGLISH],
  ['Korean', 'ko', KOREAN],
] as const)('arithmetic with the asker’s own figures in %s', (_, language, questions) => {
  it.each(questions.map((q) => [q[0], q] as const))(
    '%s',
    async (question, [, value, tolerance = 1e-3]) => {
      const answer = await ask(question)
      expect(answer).toMatchObject({ kind: 'answer', language })
      const computed = answer.estimates
        .filter((e) => e.id.startsWith('calculator.') && e.kind === 'computed')
        .flatMap((e) =>
          isUnknown(e.value) ? [] : [Math.abs(e.value.central) * (e.unit === 'share' ? 100 : 1)],
        )
      const nearest = computed.sort((a, b) => Math.abs(a - value) - Math.abs(b - value))[0]
      expect(Math.abs((nearest ?? Number.NaN) - value) / value).toBeLessThanOrEqual(tolerance)
      expect(answer.estimates.every((e) => e.kind !== 'computed' || e.formula)).toBe(true)
      expect(answerText(answer)).toMatch(language === 'ko' ? /계산 과정/ : /Working/)
    },
  )
})

describe('what is no arithmetic', () => {
  it.each(NOT_ARITHMETIC)('%s', async (question) => {
    const answer = await ask(question)
    expect(isCalculated(answer)).toBe(false)
    expect(answerText(answer)).not.toMatch(/To work that out|계산하려면/)
  })
})

describe('figures that are missing or cannot be', () => {
  it.each([
    ['8 GPUs at $2 an hour, what is the total?', /how many hours or months/],
    ['GPU 8장을 시간당 2달러에 쓰면 총 얼마?', /사용 기간/],
    ['What is $12,400 in won?', /exchange rate/],
    ['12,400달러는 원화로 얼마야?', /환율/],
    ['TTFT 500 ms, a 300-token answer: how long does it take?', /tokens per second/],
  ])('%s asks for the one thing that lacks', async (question, what) => {
    const answer = await ask(question)
    expect(answer.kind).toBe('clarify')
    expect(answerText(answer)).toMatch(what)
  })
  it.each([
    ['8 GPUs at $2 an hour for 0 hours: total?', /“0 hours” does not fit/],
    ['8 GPUs at -$2 an hour for 10 hours: total?', /more than zero/],
    ['GPU 8장을 시간당 2달러에 0시간 쓰면 얼마?', /“0시간” 값은 쓸 수 없습니다/],
    ['It costs $5,000 once and the bill goes from $200 to $900 a month. Payback?', /never/],
    ['구축비 5,000달러, 월 200달러에서 900달러로 늘면 몇 개월에 회수?', /회수되지 않습니다/],
  ])('%s is told in a sentence', async (question, what) => {
    const answer = await ask(question)
    expect(answer.kind).toBe('clarify')
    expect(answerText(answer)).toMatch(what)
  })
})

describe('where a figure comes from', () => {
  it('is the asker, an assumption or the formula', async () => {
    const { estimates } = await ask('GPU 8장을 시간당 2달러에 한 달 쓰면?')
    expect(estimates.map((e) => [e.unit, e.kind])).toEqual([
      ['GPUs', 'yours'],
      ['months', 'yours'],
      ['hours', 'assumed'],
      ['USD/hour', 'yours'],
      ['USD', 'computed'],
    ])
  })
  it('is a source where the catalogue stands in for what was not said', async () => {
    const answer = await ask('How much CO2 is 1,000 kWh in France?')
    expect(answer.estimates.find((e) => e.unit === 'gCO2e/kWh')).toMatchObject({
      kind: 'cited',
      sources: ['grid-carbon'],
    })
    expect(answerText(answer)).toMatch(/France 44\.18 g CO2e\/kWh .*\[1\]/)
  })
  it('never is an exchange rate of our own', async () => {
    const { estimates } = await ask('500달러를 환율 1,350원으로 환산하면 얼마야?')
    expect(estimates.find((e) => e.quantity === 'exchange-rate')?.kind).toBe('yours')
  })
})
