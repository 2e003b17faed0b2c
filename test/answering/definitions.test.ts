import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answering/answer.ts'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import { definitionAsked } from '../../src/answering/definitions.ts'
import { shippedKnowledge } from '../support/knowledge.ts'
import { DEFINED_TERMS } from './defined-terms.ts'

/** How people ask for a meaning; an article belongs to the term. */
const ENGLISH: readonly ((term: string) => string)[] = [
  (term) => `What is ${term}?`,
  (term) => `What does ${term.replace(/^(?:the|a|an) /, '')} mean?`,
  (term) => `Explain ${term} to a finance person`,
  (term) => `What is ${term}, in plain words?`,
  (term) => `ELI5: ${term.replace(/^(?:the|a|an) /, '')}`,
]
const KOREAN: readonly ((term: string) => string)[] = [
  (term) => `${term}란 뭐야?`,
  (term) => `${term} 뜻이 뭔가요?`,
  (term) => `${term} 뭔 뜻이야?`,
  (term) => `${term} 쉽게 설명해줘`,
  (term) => `${term}가 대체 뭔데?`,
]

const knowledge = await shippedKnowledge()
const leadOf = ({ sections }: Answer): string | undefined =>
  sections
    .flatMap((section) => section.sentences.flat())
    .flatMap((part) => ('claim' in part ? [part.claim] : []))[0]

describe('a question for the meaning of a term', () => {
  it.each(DEFINED_TERMS)('is answered by %s first: %s, %s', async (claim, en, ko) => {
    const questions = [...ENGLISH.map((ask) => ask(en)), ...KOREAN.map((ask) => ask(ko))]
    for (const question of questions) {
      const { answer } = await answerQuestion(question, knowledge)
      expect([question, answer.kind, leadOf(answer)]).toEqual([question, 'answer', claim])
    }
  })
  it.each([
    'whats PUE exactly?',
    'Sorry, quick question: what on earth is "PUE"?',
    'PUE?',
    'Can you explain PUE to me like I’m five?',
    'What is PUE and why does it matter?',
    '회의에서 PUE 얘기가 나왔는데 그게 뭐야?',
    '초보자도 알기 쉽게 PUE 설명 부탁드려요',
    'PUE라는 게 뭔가요?',
  ])('is heard in other words too: %s', async (question) => {
    const { answer } = await answerQuestion(question, knowledge)
    expect(leadOf(answer)).toBe('pue-2025.definition')
  })
  it.each([
    'What is focus?',
    'What is sensitivity?',
    'What is photosynthesis, in plain words?',
    'What is distillation of whisky?',
    'What is a token of love?',
    'I keep hearing about mortgages. What does that mean?',
    '민감도란 뭐야?',
    '사랑이 뭐야?',
    '블랙홀 쉽게 설명해줘',
  ])('of another field is not answered: %s', async (question) => {
    const { answer } = await answerQuestion(question, knowledge)
    expect(answer.kind).not.toBe('answer')
  })
  it.each([
    'What is the PUE of Google?',
    'What about batch pricing?',
    'What does quantisation cost?',
    '양자화하면 얼마나 싸져?',
  ])('is more than the term where something is asked of it: %s', (question) =>
    expect(definitionAsked(question, knowledge.corpus)).toBeUndefined(),
  )
  it('goes on with its thread where the term stands alone', () => {
    expect(definitionAsked('RAG?', knowledge.corpus, true)).toBeUndefined()
    expect(definitionAsked('What is RAG?', knowledge.corpus, true)?.claim.id).toBe(
      'vector-database-costs.rag',
    )
  })
})

describe('the terms that notes define', () => {
  const defined = knowledge.corpus.notes
    .flatMap((note) => note.claims)
    .flatMap((claim) => (claim.defines ?? []).map((term) => [term, claim] as const))
  it('are each defined once, by a claim that says so', () => {
    for (const [term, claim] of defined) {
      expect([term, definitionAsked(term, knowledge.corpus)?.claim.id]).toEqual([term, claim.id])
      expect([claim.id, claim.about[0]]).toEqual([claim.id, 'definition'])
    }
  })
  it('are given in both languages', () => {
    const claims = new Set(defined.map(([, claim]) => claim))
    const oneSided = [...claims].filter(
      ({ defines = [] }) =>
        !defines.some((t) => /[a-z]/i.test(t)) || !defines.some((t) => /[가-힣]/.test(t)),
    )
    expect(oneSided.map(({ id }) => id)).toEqual(['focus-2025.two-cost-columns'])
  })
})
