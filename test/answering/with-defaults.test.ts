import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answering/answer.ts'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import { answerText } from '../../src/answering/plain-text.ts'
import { after, beforeOf, saidBy } from '../../src/answering/thread.ts'
import { UnverifiedAnswer } from '../../src/answering/verified.ts'
import { saidWithDefaults, withDefaults } from '../../src/answering/with-defaults.ts'
import { shippedKnowledge } from '../support/knowledge.ts'
import { EN, KO } from '../support/talk.ts'

const rates = [{ currency: 'EUR', unitsPerUsd: 0.92, day: '2026-10-17' }] as const
const knowledge = { ...(await shippedKnowledge()), rates }
const answered = async (text: string) => (await answerQuestion(text, knowledge)).answer

describe('an answer to a workspace', () => {
  it.each(['What is distillation?', EN])(
    'that has set nothing stays as it is: %s',
    async (text) => {
      const answer = await answered(text)
      expect(saidWithDefaults(answer, {}, {}, knowledge)).toBe(answer)
    },
  )
  it('whose defaults it does not need keeps its count of cited statements', async () => {
    const answer = await answered('What is distillation?')
    expect(answer.coverage.cited).toBeGreaterThan(0)
    const set = { region: 'KOR', currency: 'EUR' } as const
    expect(saidWithDefaults(answer, {}, set, knowledge).coverage).toEqual(answer.coverage)
  })
  it.each([EN, KO])(
    'counts the amounts that it shows besides, and is checked with them: %s',
    async (text) => {
      const set = { currency: 'EUR' } as const
      const answer = await answered(text)
      const said = saidWithDefaults(answer, {}, set, withDefaults(knowledge, set))
      const count = ({ cited, computed, yours, assumed, unknown }: Answer['coverage']) =>
        cited + computed + yours + assumed + unknown.length
      const added = said.estimates.length - answer.estimates.length
      expect(added).toBeGreaterThan(1)
      expect(count(said.coverage) - count(answer.coverage)).toBe(added)
      expect(answerText(said)).toMatch(/Oct 17, 2026|2026\. 10\. 17\./)
      const forged = {
        ...answer,
        sections: [...answer.sections, { kind: 'reasons', sentences: [[{ text: '42' }]] }],
      }
      expect(() => saidWithDefaults(forged as Answer, {}, set, knowledge)).toThrow(UnverifiedAnswer)
    },
  )
  it('is restated at the supplied rate, whose day it names', async () => {
    const answer = await answered(EN)
    const trail = after({}, saidBy(EN, { answer }))
    const before = await beforeOf(trail, async (whole) => whole)
    const inEuros = await answerQuestion('and in euros?', knowledge, 'en', before)
    expect(answerText(inEuros.answer)).toContain('€0.92')
    expect(answerText(inEuros.answer)).toContain('the rate of Oct 17, 2026')
  })
})
