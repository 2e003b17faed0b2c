import { describe, expect, it } from 'vitest'
import { readQuestions } from '../../../eval/questions.ts'
import { hasSeveralSteps } from '../../../src/answering/assist/several-steps.ts'
import { shippedKnowledge } from '../../support/knowledge.ts'

const { corpus } = await shippedKnowledge()

describe('a question of several steps', () => {
  it.each([
    'Compare GPT-6 Astra, GPT-6 Luna and Claude Haiku 5.5 for tagging 200k tickets a month, then the carbon, and what the law says.',
    'Which model should we use for 50k summaries a month? Also, what does the AI Act ask of us?',
    'Compare three options for our chatbot and then show the emissions in Korea and France.',
    'What does a 70B model cost to self-host at 50 requests a second, and what do studies say about quality?',
    'First compare the bigger and the smaller model, after that calculate the water, finally tell us which law applies.',
    'Fit our learning curve (500: 70%, 1000: 78%, 2000: 83%, 4000: 86%), then tell me which model is cheaper.',
    'Show why our spend rose last week, and then what research says about batch processing.',
    'Pick a model for 10k contracts a month; then estimate CO2 in Germany and Poland.',
    'How much carbon is 1M answers a month in Korea versus France, and which regulation makes us report it?',
    'Look up the price of GPT-6 Luna, then say what papers found about distillation.',
  ])('%s', (question) => expect(hasSeveralSteps(question)).toBe(true))
  it.each([
    '티켓 분류 월 200만 건에 세 가지 모델을 비교하고, 그다음 탄소도, 법도 알려 줘.',
    '큰 모델과 작은 모델을 비교해 주고 탄소 배출도 계산해 줘.',
    '챗봇 월 100만 건에 어떤 모델이 좋을까? 그리고 인공지능 기본법에서는 무엇을 요구해?',
    '세 모델의 비용을 비교하고, 관련 논문도 찾아 줘.',
    '요약 월 5만 건 비용을 계산하고 한국과 프랑스의 탄소를 비교해 줘.',
    '학습 곡선을 그려 보고, 어떤 모델이 더 싼지도 알려 줘.',
    '우리 지출이 지난주에 왜 늘었는지 보여 주고, 배치 처리에 관한 연구도 알려 줘.',
    '자체 호스팅 비용을 알려 줘. 그다음 전력 사용량도 알려 줘.',
    'GPT-6 Luna 가격을 보여 줘, 그리고 증류에 관한 논문 결과도 말해 줘.',
    '작은 모델로 충분한지 비교하고, 이어서 물 사용량, 마지막으로 규제까지 알려 줘.',
  ])('%s', (question) => expect(hasSeveralSteps(question)).toBe(true))
})

describe('a question of one thing', () => {
  it.each([
    'Do we need GPT-class models to tag 200k support tickets a month?',
    'How much CO2 is 1M chatbot answers a month in Korea versus France?',
    'Compare GPT-6 Astra and GPT-6 Luna for tagging 200k tickets a month and tell me which is cheaper.',
    'Our carbon budget is tight. Which model should we use for 2M tickets a month?',
    'What do studies say about the carbon of training and of inference?',
    '티켓 분류를 월 200만 건 하는데 큰 모델이 꼭 필요해?',
    '한국과 프랑스의 탄소와 전력을 비교해 줘',
    '스케일링 법칙이 뭐야, 투자 판단에 쓸 수 있어?',
  ])('%s', (question) => expect(hasSeveralSteps(question)).toBe(false))

  it.each([' ', ', and', '그리고 ', '비교하고, ', '?'])(
    'is told fast, however long: “%s”',
    (piece) => expect(hasSeveralSteps(piece.repeat(40_000))).toBe(false),
  )

  const share = (questions: readonly string[]) =>
    questions.filter(hasSeveralSteps).length / questions.length
  it('is hardly ever taken for several: questions of the notes', () =>
    expect(
      share(corpus.notes.flatMap((n) => [...n.questions_en, ...n.questions_ko])),
    ).toBeLessThanOrEqual(0.03))
  it('is hardly ever taken for several: questions for calibrating', () =>
    expect(
      share(
        readQuestions()
          .filter((q) => q.half === 'calibration')
          .map((q) => q.question),
      ),
    ).toBeLessThanOrEqual(0.03))
})
