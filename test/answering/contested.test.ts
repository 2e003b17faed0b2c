import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answering/answer.ts'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

/** Notes that contradict each other, and how people ask about the contest. */
const CONTESTS: readonly (readonly [one: string, other: string, ...questions: string[]])[] = [
  [
    'hoffmann-2022',
    'kaplan-2020',
    'Why did Chinchilla change Kaplan’s advice?',
    '친칠라는 왜 카플란의 조언을 바꿨어?',
  ],
  [
    'besiroglu-2024',
    'hoffmann-2022',
    'Do the Chinchilla constants survive the replication by Besiroglu?',
    '베시로글루의 재현에서 친칠라 상수는 그대로야?',
  ],
  [
    'villalobos-2024',
    'villalobos-2022',
    'When does training data run out, and what replaced the 2022 forecast?',
    '학습 데이터는 언제 고갈되고, 2022년 전망은 어떻게 바뀌었어?',
  ],
  [
    'gerstgrasser-2024',
    'shumailov-2024',
    'Do models collapse when trained on synthetic data?',
    '합성 데이터로 학습하면 모델이 무너져?',
  ],
  [
    'strubell-2019',
    'patterson-2021',
    'Does training one model really emit 284 tonnes of CO2?',
    '모델 하나 학습에 정말 CO2 284톤이 나와?',
  ],
  [
    'patterson-2022',
    'strubell-2019',
    "Will training emissions shrink, or is Strubell's estimate still right?",
    '학습 배출량은 줄어들까, 스트루벨의 추정이 아직 맞아?',
  ],
  [
    'ecologits-2026',
    'google-2025',
    'EcoLogits and Google give different energy per prompt; which is right?',
    'EcoLogits와 구글의 프롬프트당 에너지가 왜 달라?',
  ],
  [
    'ecologits-2026',
    'ml-energy-2026',
    'Why do measured figures of ML.ENERGY differ from EcoLogits estimates?',
    'ML.ENERGY 실측값과 EcoLogits 추정값은 왜 차이가 나?',
  ],
  [
    'sardana-2024',
    'hoffmann-2022',
    'Should a model that answers a lot follow Chinchilla, or be smaller and trained longer?',
    '추론이 많은 모델도 친칠라를 따라야 해, 아니면 더 작게 오래 학습해야 해?',
  ],
  [
    'quantisation-2024',
    'precision-2024',
    'Does quantisation hurt over-trained models more?',
    '많이 학습한 모델일수록 양자화하면 더 나빠져?',
  ],
  [
    'marginal-emissions',
    'grid-carbon',
    'Should we use average or marginal grid carbon?',
    '탄소 계산에 평균 배출계수와 한계 배출계수 중 뭘 써야 해?',
  ],
  [
    'water-2023',
    'google-2025',
    'Is it a bottle of water for a few prompts, or 0.26 mL as Google says?',
    '질문 몇 개에 물 한 병이 맞아, 구글이 말한 0.26 mL가 맞아?',
  ],
  [
    'jlarc-2024',
    'pjm-2025',
    'Do data centres pay their own power cost, or do all customers share the bill?',
    '데이터센터가 전기 비용을 스스로 내, 아니면 모든 고객이 나눠 내?',
  ],
  [
    'llama3-scaling-2024',
    'besiroglu-2024',
    "Why does Meta's optimum of 41 tokens per parameter differ from the Chinchilla refit?",
    '메타의 파라미터당 41토큰은 친칠라 재적합과 왜 달라?',
  ],
  [
    'deepseek-optimum-2024',
    'kaplan-2020',
    "Does DeepSeek's optimal allocation agree with Kaplan?",
    '딥시크의 최적 배분은 카플란과 같아?',
  ],
  [
    'mistral-lca-2025',
    'ecologits-2026',
    "Why is Mistral's life-cycle figure per answer different from EcoLogits?",
    '미스트랄의 전과정 수치는 EcoLogits와 왜 달라?',
  ],
  [
    'lbnl-2024',
    'iea-2025',
    'Do LBNL and the IEA agree on data-centre electricity?',
    'LBNL과 IEA의 데이터센터 전력 수치는 서로 맞아?',
  ],
  [
    'epoch-energy-2025',
    'ecologits-2026',
    'Epoch says 0.3 Wh for a GPT-4o query; why does EcoLogits say more?',
    '에포크는 GPT-4o 질의가 0.3 Wh라는데 EcoLogits는 왜 더 커?',
  ],
  [
    'ibm-think-2024',
    'villalobos-2024',
    'Is IBM right that data runs out in 2026?',
    'IBM Think 기사대로 2026년에 학습 데이터가 소진되나요?',
  ],
  [
    'long-input-energy',
    'ecologits-2026',
    'Do energy estimators such as EcoLogits count long inputs?',
    'EcoLogits 같은 추정기는 긴 입력의 에너지를 반영해?',
  ],
  [
    'pearce-2024',
    'kaplan-2020',
    'Was Kaplan wrong because of the parameter count, as Pearce and Song say?',
    '카플란이 틀린 건 피어스와 송의 말대로 파라미터를 세는 방식 때문이야?',
  ],
  [
    'carbon-accounting',
    'google-2025',
    "Is Google's 0.03 g market-based, and what would the local grid say?",
    '구글의 0.03 g은 시장 기준이야? 지역 전력망 기준으로는 얼마야?',
  ],
  [
    'bender-2021',
    'patterson-2021',
    'Bender cites 284 tonnes; does Patterson agree?',
    '벤더는 284톤을 인용하는데 패터슨도 같은 의견이야?',
  ],
]

const knowledge = await shippedKnowledge()
const ask = async (question: string) => (await answerQuestion(question, knowledge)).answer

const claimsOf = (answer: Answer) =>
  answer.sections.flatMap((s) =>
    s.sentences.flatMap((sentence) =>
      sentence.flatMap((x) => ('claim' in x ? (knowledge.corpus.claim(x.claim) ?? []) : [])),
    ),
  )

describe('contested questions', () => {
  it.each(
    CONTESTS.flatMap(([one, other, ...questions]) =>
      questions.map((q) => [q, one, other] as const),
    ),
  )('"%s" names %s and %s, and how they differ', async (question, one, other) => {
    const answer = await ask(question)
    const claims = claimsOf(answer)
    const named = [...answer.citations.map((c) => c.id), ...claims.map((c) => c.note.id)]
    expect(answer.kind).toBe('answer')
    expect(named).toEqual(expect.arrayContaining([one, other]))
    expect(claims.flatMap((c) => c.claim.about)).toEqual(
      expect.arrayContaining([expect.stringMatching(/superseded|comparison/)]),
    )
  })
  it('are about notes that contradict each other', () => {
    for (const [one, other] of CONTESTS) {
      const [a, b] = [one, other].map((id) => knowledge.corpus.note(id))
      const links = [a, b].flatMap((n) => [...(n?.disagrees_with ?? []), ...(n?.supersedes ?? [])])
      expect(
        links.some((id) => id === one || id === other),
        `${one} and ${other}`,
      ).toBe(true)
    }
  })
})
