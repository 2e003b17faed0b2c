import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answering/answer.ts'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

/** Questions with a workload, in Korean as colleagues type them, each with its English twin. */
const WORKLOADS = [
  [
    '하루 5만 건 문의 분류에 큰 모델이 필요해?',
    'Do we need a bigger model to classify 50k tickets a day?',
  ],
  [
    '계약서 2쪽짜리를 주 2천 건 요약하는데 GPT-6 Astra가 과한가?',
    'We summarise contracts 2,510 tokens long, 2,000 a week; is GPT-6 Astra overkill?',
  ],
  [
    '송장 정보 추출을 분기당 30만 건 하는데 어떤 모델을 써야 해?',
    'Which model should we use to extract data from invoices, 300k a quarter?',
  ],
  [
    '번역을 연간 1.2억 건 하면 작은 모델로 충분해?',
    'Is a smaller model enough to translate 120 million texts a year?',
  ],
  [
    '코드 생성 하루 3천 건, 틀리면 20달러 손해인데 큰 모델이 필요할까?',
    'Do we need a bigger model for code generation, 3,000 a day, when a wrong one costs $20?',
  ],
  [
    '챗봇 답변 초당 20건이면 어떤 모델이 좋아? 입력 1,840글자, 출력 200토큰',
    'Which model for chatbot answers at 20 requests a second? 1,000 tokens in, 200 tokens out',
  ],
  [
    '챗봇 답변 월 50만 건이면 한국과 독일에서 탄소가 얼마나 달라?',
    'How much carbon is 500k chatbot answers a month in Korea versus Germany?',
  ],
  [
    '요약을 월 100만 건 하면 프랑스에서 이산화탄소가 얼마나 나와?',
    'How much CO2 do 1M summaries a month emit in France?',
  ],
  [
    '70B 모델을 초당 50건으로 자체 호스팅하면 비용이 얼마야?',
    'What would a 70B model cost us to self-host for 50 requests a second?',
  ],
  [
    'Llama 3.1 8B를 직접 호스팅해서 문의 분류를 월 3천만 건 하면 얼마야?',
    'What would it cost to self-host Llama 3.1 8B to classify 30M tickets a month?',
  ],
  ['작은 모델로 증류하면 언제 본전이야?', 'When does distilling to a small model pay back?'],
  [
    '문의 분류 월 500만 건을 작은 모델로 증류하면 회수가 언제 돼?',
    'We classify 5M tickets a month; when does distilling to a small model pay back?',
  ],
  [
    'GPT-6 Astra로 고객 문의 답변 월 200만 건이면 비용이 얼마야?',
    'How much would GPT-6 Astra cost for 2M support answers a month?',
  ],
  [
    'Claude Haiku 5.5로 주당 1만 건 문서를 요약하면 비용이 얼마야?',
    'What would it cost to summarise 10,000 documents a week with Claude Haiku 5.5?',
  ],
  [
    '계약서 검토 월 2천 건, 맞으면 30달러 가치, 틀리면 500달러 손해면 큰 모델이 필요해?',
    'Do we need a bigger model for contract review, 2,000 a month, when a right one is worth $30 and a wrong one costs $500?',
  ],
  [
    '문의 분류를 월 20만 건 하는데 예산이 월 100달러야, 어떤 모델을 써야 해?',
    'Which model should we use to classify 200k tickets a month within a budget of $100 a month?',
  ],
  [
    '2초 이내로 답해야 하는 챗봇, 하루 1만 건이면 어떤 모델이 좋을까?',
    'Which model for a chatbot, 10,000 answers a day, that must answer within 2 seconds?',
  ],
  [
    '캐시 80%에 야간 배치로 요약을 월 300만 건 하면 큰 모델이 필요해?',
    'Do we need a bigger model for 3M summaries a month in nightly batch, 80% cached?',
  ],
  [
    '틀리면 5만원 손해, 하루 3천 건 문의 분류에 큰 모델이 필요해?',
    'Do we need a bigger model to classify 3,000 tickets a day when a wrong one costs 50,000 won?',
  ],
] as const

/** Questions of knowledge: retrieval works with the words of each language, so sources may differ in part. */
const KNOWLEDGE = [
  ['친칠라는 왜 카플란의 조언을 바꿨어?', 'Why did Chinchilla change Kaplan’s advice?'],
  ['추론 강도를 높이면 정확도가 얼마나 올라?', 'How much accuracy does more reasoning effort buy?'],
  ['라우터를 쓰면 비용이 얼마나 줄어?', 'How much does a router save?'],
  ['학습 데이터는 언제 바닥나?', 'When will training data run out?'],
  ['합성 데이터로 학습하면 모델이 무너져?', 'Do models collapse when trained on synthetic data?'],
  ['GPT-4 학습 비용은 얼마였어?', 'What did it cost to train GPT-4?'],
] as const

const knowledge = await shippedKnowledge()
const ask = async (question: string) => (await answerQuestion(question, knowledge)).answer
const sourcesOf = (answer: Pick<Answer, 'citations'>) => answer.citations.map((c) => c.id)

/** All of an answer that has no language; of caveats, a conversion from letters or pages is one language's own. */
const told = ({ kind, recommendation, estimates, ...answer }: Answer) => ({
  kind,
  verdict: recommendation?.verdict,
  options: recommendation?.options.map(({ id, choice, refused }) => ({ id, choice, refused })),
  flips: recommendation?.flips,
  figures: estimates.map(({ id, quantity, unit, value, kind }) => ({
    id,
    quantity,
    unit,
    value,
    kind,
  })),
  coverage: answer.coverage,
  sections: answer.sections.map((s) => s.kind).filter((kind) => kind !== 'caveats'),
  sources: sourcesOf(answer),
})

describe('Korean is not second class', () => {
  it.each(WORKLOADS)('"%s" is told what "%s" is told', async (korean, english) => {
    const [ko, en] = [await ask(korean), await ask(english)]
    expect([ko.language, en.language]).toEqual(['ko', 'en'])
    expect(told(ko)).toEqual(told(en))
  })
  it.each(KNOWLEDGE)('"%s" and "%s": each cites what leads the other', async (korean, english) => {
    const [ko, en] = [await ask(korean), await ask(english)]
    expect([ko.kind, en.kind]).toEqual(['answer', 'answer'])
    expect(sourcesOf(ko)).toContain(sourcesOf(en)[0])
    expect(sourcesOf(en)).toContain(sourcesOf(ko)[0])
  })
  it('a page of Korean is longer in tokens than a page of English, and both say so', async () => {
    const [ko, en] = [
      await ask('3쪽짜리 문서를 월 1만 건 요약하면 어떤 모델이 좋아?'),
      await ask('Which model to summarise documents of 3 pages, 10,000 a month?'),
    ]
    expect([ko, en].map((a) => a.recommendation?.request.inputTokens.value)).toEqual([3765, 1860])
    expect(ko.recommendation?.verdict.option).toBe(en.recommendation?.verdict.option)
  })
})
