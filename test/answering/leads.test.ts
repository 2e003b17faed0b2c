import { describe, expect, it } from 'vitest'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const knowledge = await shippedKnowledge()

describe('the claim that an answer shows first', () => {
  it.each([
    ['밀도 법칙(densing)대로라면 1년에 몇 배 좋아지는 거야?', 'densing-2025.per-year'],
    ['능력 밀도는 매년 몇 배씩 커져?', 'densing-2025.per-year'],
    ['덴싱 법칙이면 해마다 몇 배야?', 'densing-2025.per-year'],
    ['최첨단 모델 학습 비용은 1년에 몇 배씩 늘어?', 'cottier-2024.growth'],
    ['학습 비용이 매년 몇 배로 뛰고 있어요?', 'cottier-2024.growth'],
    ['토큰 가격은 해마다 몇 배씩 떨어지나요?', 'epoch-price-trends-2025.halving'],
    ['데이터센터 전력은 연평균 몇 퍼센트씩 늘어?', 'iea-2025.base-case'],
    ['By what factor a year does capability density grow?', 'densing-2025.per-year'],
    ['How much does frontier training cost grow each year?', 'cottier-2024.growth'],
    ['What factor per annum does the densing law give?', 'densing-2025.per-year'],
    ['How fast do training costs rise annually?', 'cottier-2024.growth'],
    [
      'How many times cheaper per year do tokens of the same quality get?',
      'epoch-price-trends-2025.a16z',
    ],
    [
      "Why can't I just add OpenAI input tokens to Anthropic input tokens?",
      'billing-apis.input-means-two-things',
    ],
    ['When should DeepSeek jobs run?', 'price-changes-2026.when-to-run'],
    ['R1 강화학습 단계에 쓴 돈만 따로 얼마래요', 'deepseek-v3-2024.reasoning-on-top'],
    ['OLMo 학습 중 GPU가 실제로 먹은 전력은 최대치의 몇 퍼센트였대?', 'olmo-2025.real-draw'],
    [
      '평가 문항이 고객사별로 뭉쳐 있는데 건수 그대로 n으로 넣어도 됩니까',
      'paired-evaluation.clustered',
    ],
    [
      'Is making a picture hungrier than writing a paragraph?',
      'luccioni-2023.picture-or-paragraph',
    ],
    [
      '전력이 깨끗한 나라에선 장비 제조 쪽 탄소가 몇 퍼센트나 차지해요?',
      'embodied-carbon.clean-grid-share',
    ],
    [
      '모델 줄이면 추론보다 상식 문제부터 무너진다던데 증거 있나?',
      'size-quality-2025.knowledge-falls-first',
    ],
    ['Does the same model cost the same wherever it is sold?', 'api-price-rules.two-sellers'],
    [
      '추론할 때 연산을 더 쓰는 걸로 파라미터를 못 메우는 건 어떤 경우예요?',
      'test-time-2024.bins-hard',
    ],
    ["How big is Microsoft's 2026 capex?", 'capex-2026.plans-of-february'],
    ['배치 작업 한 시간 안에 끝나는 비율이 얼마야?', 'batch-and-cache.how-long'],
  ])('"%s" is answered by %s', async (question, claim) => {
    const { answer } = await answerQuestion(question, knowledge)
    const [first] = answer.sections.flatMap(({ sentences }) => sentences.flat())
    expect([answer.kind, first && 'claim' in first && first.claim]).toEqual(['answer', claim])
  })
})
