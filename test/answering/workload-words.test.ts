import { describe, expect, it } from 'vitest'
import { understand } from '../../src/answering/understand.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const { catalog, defaults } = await shippedKnowledge()
const read = (text: string) => understand(text, catalog, defaults)

describe('what a right answer is worth and a wrong one costs', () => {
  it.each([
    ['대출 서류 월 700건. 제대로 잡으면 80달러, 놓치면 500달러 날아감', 80, 500],
    ['사기 거래 하루 2만 건, 맞히면 3달러 이득 틀리면 40달러 손해', 3, 40],
    ['찾아내면 20달러, 빠뜨리면 300달러 손해야', 20, 300],
    ['불량 하나 걸러내면 5달러고 못 걸러내면 90달러', 5, 90],
    ['each fraud caught saves $80, each one missed costs $500', 80, 500],
    ['catching a defect is worth $5 and a miss loses us $90', 5, 90],
  ])('"%s"', (text, value, loss) =>
    expect(read(text).input).toMatchObject({ value, 'error-cost': loss }),
  )
  it('is a loss where nothing is caught', () =>
    expect(read('제대로 못 잡으면 500달러 손해').input).toEqual({ 'error-cost': 500 }))
})

describe('a volume', () => {
  it.each([
    'Mistral Large 2, training plus a year and a half of use: tonnes, and how much water?',
    'What is Gemini 2.5 compared a month after launch?',
  ])('is no number of a model’s name: "%s"', (text) =>
    expect(read(text)).toMatchObject({
      input: expect.not.objectContaining({ volume: expect.anything() }),
    }),
  )
  it('is no number that a comma parts from the period', () =>
    expect(read('phase 2, tagging a month later').input.volume).toBeUndefined())
  it('alone is no workload to size', () => {
    expect(read('What happens to a queue at 40 requests a second?').aspect).toBeUndefined()
    expect(read('We tag 40 tickets a second').aspect).toBe('verdict')
  })
})
