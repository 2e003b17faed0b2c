import { describe, expect, it } from 'vitest'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import { shippedKnowledge } from '../support/knowledge.ts'
import { ANSWERED, DECLINED } from './declined-questions.ts'

const knowledge = await shippedKnowledge()
const kindOf = async (question: string) => (await answerQuestion(question, knowledge)).answer.kind

describe.each(['en', 'ko'] as const)('in %s', (language) => {
  it.each(DECLINED[language])('"%s" is not answered', async (question) =>
    expect(await kindOf(question)).not.toBe('answer'),
  )
  it.each(ANSWERED[language])('"%s" is', async (question) =>
    expect(await kindOf(question)).toBe('answer'),
  )
})
