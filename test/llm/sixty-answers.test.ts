import { describe, expect, it } from 'vitest'
import { readQuestions } from '../../eval/questions.ts'
import type { Answer } from '../../src/answering/answer.ts'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import { answerText } from '../../src/answering/plain-text.ts'
import { reword } from '../../src/answering/wording/reword.ts'
import { brain, type Word } from '../support/model-brain.ts'
import { modelEnvironment, modelServer } from '../support/model-server.ts'
import { product } from '../support/product.ts'

const numbers = (text: string) => (text.match(/\d[\d.,]*/g) ?? []).sort()

describe('sixty answers, worded by a model over HTTP', () => {
  it('have the same figures, sources and caveats as without', async () => {
    const server = await modelServer()
    const paraphrase: Word = (s) => (/[가-힣]/.test(s) ? `정리하면 ${s}` : `Plainly: ${s}`)
    brain(server, { word: paraphrase })
    const { model, knowledge, db } = await product(
      () => Date.parse('2026-11-29T10:00:00Z'),
      modelEnvironment('openai', server.url, {
        LLM_PERSON_USD: '100',
        LLM_CHANNEL_USD: '100',
      }),
    )
    if (!model) throw new Error('no model')
    const ask: Parameters<typeof reword>[2] = (request) =>
      model.ask({
        ...{ ...request, purpose: 'word', within: 10_000 },
        who: { tenant: 'T1', person: 'U1', channel: 'C1' },
      })
    const questions = readQuestions().filter((q) => q.half === 'calibration' && q.answerable)
    let [compared, reworded] = [0, 0]
    for (const { question } of questions) {
      if (compared === 60) break
      const { answer } = await answerQuestion(question, knowledge)
      if (answer.kind !== 'answer') continue
      const worded = await reword(answer, knowledge, ask)
      compared += 1
      if (answerText(worded.answer) !== answerText(answer)) reworded += 1
      expect(numbers(answerText(worded.answer)), question).toEqual(numbers(answerText(answer)))
      expect(worded.answer.citations).toEqual(answer.citations)
      expect(worded.answer.estimates).toEqual(answer.estimates)
      expect(caveats(worded.answer)).toEqual(caveats(answer))
    }
    expect(compared).toBe(60)
    expect(reworded).toBeGreaterThan(10)
    await server.stop()
    await db.destroy()
  })
})

const caveats = ({ sections }: Answer) => sections.filter((s) => s.kind === 'caveats')
