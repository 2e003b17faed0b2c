import { describe, expect, it } from 'vitest'
import { limitOf } from '../../src/answering/limits.ts'
import { sentenceText } from '../../src/answering/plain-text.ts'
import { understand } from '../../src/answering/understand.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const { catalog, defaults, unknownModel } = await shippedKnowledge()
const limit = (question: string) => {
  const { names, language } = understand(question, catalog, defaults)
  const known = { names, unknownModel: unknownModel(question), year: 2026 }
  return limitOf(question, known, language)?.map(sentenceText).join(' ')
}

describe('what cannot be known or is not done is said', () => {
  it.each([
    ['How many layers does GPT-6 Astra have?', /GPT-6 Astra has not published/],
    ['What do the leaked weights of GPT-6 Astra show?', /nor use leaks/],
    ['What will GPT-6 cost in 2030?', /nobody has published a price that far ahead \(2030\)/i],
    ['What does an H100 rent for in 2029?', /that far ahead \(2029\)/],
    ['What will GPT-6 cost in three years?', /that far ahead \(in three years\)/],
    ['Quote the passage from Kaplan verbatim', /do not quote passages/],
    ['Is GPT-9 worth it?', /no model called GPT-9.*I know GPT-6/],
    ['GPT-6 Astra 레이어가 몇 층이야?', /GPT-6 Astra는 내부 구조가 공개되지 않았으며/],
    ['유출된 GPT-6 Astra 가중치 있어?', /유출된 자료를 쓰지 않습니다/],
    ['2030년 GPT-6 토큰 가격은?', /그렇게 먼 때\(2030\)/],
    ['2029년 H100 임대료는?', /그렇게 먼 때\(2029\)/],
    ['원문 그대로 인용해 줘', /원문을 그대로 인용하지 않습니다/],
    ['GPT-9는 얼마야?', /GPT-9라는 모델은 알지 못하므로.*GPT-6/],
  ])('"%s"', (question, said) => expect(limit(question)).toMatch(said))
  it.each([
    'How many parameters does Llama 3.1 70B have?',
    'What does GPT-6 Luna cost in 2026?',
    'Will tokens be cheaper in 2027?',
    'Will data run out in 2032?',
    'What are the EU AI Act fines in 2030?',
    'Our budget is $2030 for GPT-6 tokens',
    'Claude 2M tickets a month',
    'gemini in 2026',
    '라마 3.1 70B 파라미터 수는?',
    '2026년 GPT-6 Luna 요금은?',
    '2030년 데이터센터 전력은?',
    '챗GPT 200만 건이면 얼마야?',
  ])('nothing stands in the way of "%s"', (question) => expect(limit(question)).toBeUndefined())
})
