import { describe, expect, it } from 'vitest'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

/** Wrong premises, and the claims that set them right. */
const PREMISES: readonly (readonly [question: string, ...right: string[]])[] = [
  [
    'Since an AI answer always uses ten times the energy of a Google search, should we cap usage?',
    'search-comparison.verdict',
  ],
  [
    'Since 20 tokens per parameter is a law, how much data do we need?',
    'besiroglu-2024.plateau',
    'hoffmann-2022.twenty-tokens',
  ],
  [
    'Because AI runs out of data in 2026, should we stop investing in training?',
    'villalobos-2024.when',
    'villalobos-2024.what-running-out-means',
  ],
  [
    'Since training a model emits as much as five cars, should we avoid it?',
    'strubell-2019.five-cars',
  ],
  ['Free ChatGPT costs us nothing, so why pay?', 'free-use-for-data.who-gives'],
  [
    'Since every ChatGPT prompt drinks a bottle of water, what should we tell staff?',
    'water-2023.not-a-bottle-each',
  ],
  [
    'Since bigger models are always better, why look at small ones?',
    'size-quality-2025.family-beats-size',
    'size-quality-2025.usually-not-always',
    'scores-by-size-2025.bigger-not-always',
  ],
  [
    'Since self-hosting is always cheaper than the API, when do we switch?',
    'self-hosting-2026.not-always-cheaper',
  ],
  [
    'Since synthetic data always causes model collapse, can we use any?',
    'shumailov-2024.limits',
    'gerstgrasser-2024.accumulate',
  ],
  [
    'Since data centres bring thousands of permanent jobs, should our town be glad?',
    'data-centre-jobs.jobs-premise',
  ],
  [
    'Given that renewable purchases make a data centre zero-carbon, can we report zero?',
    'carbon-accounting.purchases-not-zero',
  ],
  ['Bigger models hallucinate less, right?', 'groundedness-2026.no-size-effect'],
  [
    'Since everything typed into ChatGPT trains it, must we ban it?',
    'free-use-for-data.api-is-different',
  ],
  [
    'LLM은 항상 구글 검색보다 10배 많은 전기를 쓴다는데, 사용을 줄여야 해?',
    'search-comparison.verdict',
  ],
  [
    '파라미터당 20토큰이 법칙이라던데 데이터가 얼마나 필요해?',
    'besiroglu-2024.plateau',
    'hoffmann-2022.twenty-tokens',
  ],
  [
    '어차피 2026년이면 AI 학습 데이터가 바닥나잖아요, 투자를 멈춰야 하나요?',
    'villalobos-2022.before-2026',
    'villalobos-2024.when',
  ],
  [
    '모델 하나 학습하면 자동차 5대만큼 탄소가 나온다던데 학습을 피해야 해?',
    'strubell-2019.five-cars',
  ],
  ['무료 챗GPT는 공짜니까 비용이 하나도 안 들잖아요', 'free-use-for-data.who-gives'],
  ['AI 질문 하나에 물 한 병이 든다던데 사용을 줄여야 해?', 'water-2023.not-a-bottle-each'],
  ['자체 호스팅이 무조건 API보다 싸다던데 언제 갈아타?', 'self-hosting-2026.not-always-cheaper'],
  [
    '합성 데이터를 쓰면 무조건 모델이 붕괴한다던데 쓰면 안 돼?',
    'shumailov-2024.limits',
    'gerstgrasser-2024.accumulate',
  ],
  ['한국어는 항상 영어보다 토큰이 두 배라던데 영어로 써야 해?', 'korean-tokens.not-twice'],
  ['큰 모델이 환각이 적다던데 맞아?', 'groundedness-2026.no-size-effect'],
  [
    'GPU 임대료는 매년 내려가니까 기다리는 게 낫지?',
    'gpu-rent-2026.not-always-down',
    'self-hosting-2026.rent-does-not-fall',
  ],
  ['AI 기본법에 전력 보고 의무가 있다던데 언제까지 내야 해?', 'korea-ai-act-2026.no-energy'],
  ['텍스트 답 하나에 47Wh 든다니까 만 건이면 470kWh겠네요?', 'luccioni-2023.unit-slip'],
  ['챗GPT 질문 하나에 3Wh 든다니까 하루 천 건이면 3kWh죠?', 'epoch-energy-2025.old-three'],
  ['AI 답변 하나에 물 500ml 든다면서요, 백 건이면 50리터네요', 'water-2023.not-a-bottle-each'],
  ['BERT 학습이 자동차 다섯 대라면서요?', 'strubell-2019.five-cars'],
  ['캐시 쓰면 무조건 90% 할인이라면서요?', 'batch-and-cache.not-always-ninety'],
  ['모델이 클수록 환각이 적다니까 제일 큰 걸로 가죠', 'groundedness-2026.no-size-effect'],
  ['재생에너지 샀으니까 우리 AI 탄소는 0이죠?', 'carbon-accounting.purchases-not-zero'],
  [
    'DeepSeek는 560만 달러로 만들었다니까 우리도 그 돈이면 되겠네요',
    'deepseek-v3-2024.for-a-budget',
  ],
  ['추론 모델은 무조건 전기를 30배 쓴다면서요?', 'ai-energy-score-2025.no-constant'],
  ['데이터센터 들어오면 일자리 수천 개 생긴다면서요?', 'data-centre-jobs.jobs-premise'],
  ['Since a text reply takes 47 Wh, ten thousand are 470 kWh, right?', 'luccioni-2023.unit-slip'],
  ['Given that each picture burns 2,907 Wh, should we ban images?', 'luccioni-2023.unit-slip'],
  ['Caching always takes 90% off, right?', 'batch-and-cache.not-always-ninety'],
]

const knowledge = await shippedKnowledge()
const ask = async (question: string) => (await answerQuestion(question, knowledge)).answer

describe('wrong premises', () => {
  it.each(PREMISES)('"%s" is set right first, with a source', async (question, ...right) => {
    const answer = await ask(question)
    const lead = answer.sections[0]?.sentences[0] ?? []
    const [claim] = lead.flatMap((x) => ('claim' in x ? [x.claim] : []))
    expect(answer.kind).toBe('answer')
    expect(right).toContain(claim)
    expect(lead.some((x) => 'cite' in x)).toBe(true)
  })
})
