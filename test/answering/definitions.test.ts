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

describe('a longer message that ends by asking for a meaning', () => {
  it.each([
    ['Finance here. Everything is billed in tokens, so what IS a token?', 'korean-tokens.token'],
    [
      'The vendor sent us a slide about quantisation. What does that mean?',
      'quantisation-2024.definition',
    ],
    [
      'We got a quote from a colocation site that brags about 1.2 PUE, what is PUE?',
      'pue-2025.definition',
    ],
    [
      'Our cloud bill has a column called EffectiveCost; what does EffectiveCost mean?',
      'focus-2025.two-cost-columns',
    ],
    [
      "I'm writing a board memo and the CTO keeps saying distillation. What is it exactly?",
      'distillation-2019.definition',
    ],
    [
      'The auditors asked whether emissions are location-based. Sorry, what are location-based emissions?',
      'carbon-accounting.two-methods',
    ],
    ["New on the team: everyone says RAG. What's that?", 'vector-database-costs.rag'],
    [
      "They promise a p95 latency of two seconds - what's p95 latency?",
      'mlperf-latency.percentile',
    ],
    ['Explain mixture of experts to my grandmother', 'mixture-of-experts.definition'],
    [
      'Can you describe speculative decoding for our sales team?',
      'speculative-decoding-2023.same-answers',
    ],
    [
      'Legal wants zero data retention in the contract. Can you define zero data retention for me?',
      'control-of-data.zdr',
    ],
    [
      'Our CFO read that a scaling law says more money means better models. What is a scaling law?',
      'kaplan-2020.law',
    ],
    [
      'A consultant wrote that we should expect model collapse. What is that supposed to mean?',
      'shumailov-2024.collapse-definition',
    ],
    [
      'He said inference is where the money goes. What does inference mean?',
      'language-model-terms.inference',
    ],
    ['비개발자한테 파라미터가 뭔지 한 문장으로 어떻게 말하지', 'size-quality-2025.parameters'],
    ['임원분들께 증류가 뭐라고 설명하면 돼?', 'distillation-2019.definition'],
    ['우리 회사 청구서는 전부 토큰으로 나오던데, 토큰이 대체 뭐예요?', 'korean-tokens.token'],
    ['업체 제안서에 양자화를 한다고 적혀 있던데 그게 뭔가요?', 'quantisation-2024.definition'],
    ['데이터센터 자료에 PUE 1.2라고 자랑하더라고요. PUE가 뭔데요?', 'pue-2025.definition'],
    ['감사팀에서 스코프 3까지 보고하라는데, 스코프 3가 뭐죠?', 'ghg-protocol.scopes'],
    ['신입인데 다들 RAG 얘기만 합니다. 그게 뭐예요?', 'vector-database-costs.rag'],
    ['영업팀한테 추측 디코딩을 뭐라고 설명하지', 'speculative-decoding-2023.same-answers'],
    [
      '대표님이 계속 스케일링 법칙 얘기를 하시네요. 스케일링 법칙이 무슨 뜻이에요?',
      'kaplan-2020.law',
    ],
    [
      '법무팀이 제로 데이터 보존을 요구하는데 제로 데이터 보존이 정확히 뭐야',
      'control-of-data.zdr',
    ],
    ['견적서에 p95 지연 시간 2초라고 써 있어요. 이게 무슨 말이죠?', 'mlperf-latency.percentile'],
    ['할머니께 LLM이 뭔지 설명해 드리려면?', 'language-model-terms.llm'],
    ['이번 분기부터 쇼백을 한대요. 쇼백이 뭐야?', 'finops-for-ai.showback'],
    ['고객이 환각이 걱정이라던데 그건 무슨 뜻이야?', 'groundedness-2026.hallucination'],
    ['마케팅 담당자한테 파인튜닝을 한마디로 설명하면?', 'fine-tuning-costs.definition'],
    ['Large Language Monkeys talks of coverage. What is that?', 'repeated-sampling-2024.coverage'],
  ])('%s', async (question, claim) => {
    const { answer } = await answerQuestion(question, knowledge)
    expect([answer.kind, leadOf(answer)]).toEqual(['answer', claim])
  })
  it.each([
    'Our tokens cost a lot. What is the cheapest model?',
    'What is the PUE of Google, and what does that mean for us?',
    '토큰 값이 부담돼요. 제일 싼 모델이 뭐예요?',
    '구글 PUE가 얼마예요? 그게 좋은 건가요?',
  ])('but asks for more: %s', (question) =>
    expect(definitionAsked(question, knowledge.corpus)).toBeUndefined(),
  )
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
