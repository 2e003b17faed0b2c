import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answering/answer.ts'
import { answerQuestion, answerSizing, readAs } from '../../src/answering/answer-question.ts'
import { READERS, type Reader } from '../../src/answering/compose/readings.ts'
import { answerText, sentenceText } from '../../src/answering/plain-text.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const knowledge = await shippedKnowledge()
const QUESTIONS = [
  'Do we need GPT-class models to tag 200k support tickets a month?',
  '티켓 분류를 월 200만 건 하는데 큰 모델이 꼭 필요해?',
  'What would a 70B model cost us to self-host for 50 requests a second?',
  'When does distilling to a small model pay back?',
  'At $5 a mistake, do we need a bigger model to label 1M posts a month?',
] as const
const answers = await Promise.all(
  QUESTIONS.map((q) => answerQuestion(q, knowledge).then(({ answer }) => answer)),
)
const read = (answer: Answer, reader: Reader): Answer => {
  const reading = readAs(answer, reader, knowledge)
  if (!reading) throw new Error('There is no reading.')
  return reading
}
const every = answers.flatMap((answer, i) =>
  READERS.map((reader) => [QUESTIONS[i] ?? '', reader, answer] as const),
)
const figures = (answer: Answer) =>
  answer.sections.flatMap((s) =>
    s.sentences.flatMap((x) => x.flatMap((g) => ('figure' in g ? [g] : []))),
  )
const verdict = (a: Answer) =>
  a.sections.filter((s) => s.kind === 'verdict').flatMap((s) => s.sentences.map(sentenceText))

describe('a reading', () => {
  it.each(every)(
    'of "%s" for %s has the figures of the full answer, and no other',
    (_, reader, answer) => {
      const reading = read(answer, reader)
      expect(figures(reading).length).toBeGreaterThan(3)
      for (const { figure } of figures(reading)) {
        const own = reading.estimates.find((e) => e.id === figure)
        expect(own, figure).toBeDefined()
        expect(own, figure).toEqual(answer.estimates.find((e) => e.id === figure))
      }
      expect(reading.replay).toBe(answer.replay)
      expect(verdict(reading)).toEqual(verdict(answer))
    },
  )
  it.each(every)(
    'of "%s" for %s is shorter, and lists only the sources it cites',
    (_, reader, answer) => {
      const reading = read(answer, reader)
      expect(answerText(reading).length).toBeLessThan(answerText(answer).length)
      const cites = reading.sections.flatMap((s) =>
        s.sentences.flatMap((x) => x.flatMap((g) => ('cite' in g ? [g.cite] : []))),
      )
      expect([...new Set(cites)].sort((a, b) => a - b)).toEqual(
        reading.citations.map((_c, i) => i + 1),
      )
    },
  )
  it('shows each reader what that reader asks about, first', () => {
    const [english, korean] = answers
    const about = (answer: Answer | undefined, reader: Reader) =>
      answer ? answerText(read(answer, reader)) : ''
    expect(about(english, 'finance')).toMatch(
      /Money: .*\$1,780 a month.*lead by 2\.97 points.*wrong answer costs \$0\.20.*What would flip it/s,
    )
    expect(about(english, 'product')).toMatch(/88\.3%.*Quality \(.*Time – unknown.*At stake/s)
    expect(about(english, 'engineering')).toMatch(
      /200,000 requests a month.*a request ƒ.*Control: .*Formulas behind/s,
    )
    expect(about(english, 'sustainability')).toMatch(
      /electricity .* kWh.*emissions .* CO2e.*water .* L .*Who bears/s,
    )
    expect(about(korean, 'finance')).toMatch(
      /재무 관점.*비용: .*앞서야 합니다.*결론을 뒤집는 조건/s,
    )
    expect(about(korean, 'product')).toMatch(/제품 관점.*예상 정답률.*품질\(/s)
    expect(about(korean, 'engineering')).toMatch(/엔지니어링 관점.*처리할 양.*통제권.*공식/s)
    expect(about(korean, 'sustainability')).toMatch(
      /지속가능성 관점.*전력 월.*탄소 월.*물 월.*부담/s,
    )
  })
  it('of a self-hosted fleet tells engineers its size and throughput, finance its bill', async () => {
    const { answer: hosted } = await answerSizing(
      { candidates: ['llama-3.1-70b'], hosting: 'self-host', volume: 131_400_000 },
      'en',
      knowledge,
    )
    const [, , asked] = answers
    if (!asked) throw new Error('There is no such answer.')
    expect(answerText(read(asked, 'engineering'))).toMatch(/24 replicas.*1,290 tokens\/s/s)
    expect(answerText(read(hosted, 'finance'))).toMatch(
      /Value:.*cost.*\$134,000|\$134,000 a month/s,
    )
  })
  it('is not made of an answer without a verdict', async () => {
    const { answer } = await answerQuestion('What is a scaling law?', knowledge)
    expect(readAs(answer, 'finance', knowledge)).toBeUndefined()
  })
})
