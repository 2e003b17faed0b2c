import { describe, expect, it } from 'vitest'
import { shippedKnowledge } from '../support/knowledge.ts'

const { unknownModel } = await shippedKnowledge()

describe('models that nobody knows', () => {
  it.each([
    ['Is GPT-9 worth it?', 'GPT-9', /^GPT-6/],
    ['How good is Claude Opus 9.9?', 'Claude Opus 9.9', /^Claude .* 5\.5$/],
    ['GPT-99 mini or a small one?', 'GPT-99', /^GPT-6/],
    ['Does Qwen 42 exist?', 'Qwen 42', /^Qwen/],
    ['GPT-9는 얼마야?', 'GPT-9', /^GPT-6/],
    ['클로드 오푸스 9.9 성능은?', '클로드 오푸스 9.9', /^Claude .* 5\.5$/],
    ['라마 9 써도 돼?', '라마 9', /^Llama/],
  ])('"%s" names %s, and the nearest known one', (question, words, nearest) => {
    const found = unknownModel(question)
    expect(found?.words).toBe(words)
    expect(found?.closest).toHaveLength(3)
    expect(found?.closest[0]).toMatch(nearest)
  })
  it.each([
    'GPT-4 vs Llama 3.1 70B',
    'Gemini 3.8 Flash or GPT-6.1 Sol?',
    'What did GPT-3 cost to train?',
    'Gemini 4 Argon price',
    '지피티 4 대 라마 3.1',
    'GPT-6 Luna로 50건',
  ])('"%s" names known ones', (question) => expect(unknownModel(question)).toBeUndefined())
  it.each([
    'Claude 2M tickets a month',
    'gemini in 2026',
    'gpt 200 requests a day',
    'Claude for 3 tasks',
    'Grok 3 times a day',
    'GPT 10% cheaper',
    'Claude 5 months',
    '챗GPT 200만 건',
    '클로드 2백만 건 분류',
    '클로드 2초 이내',
    '제미나이 3명이 쓰면',
    '제미나이 2026년 가격',
    '클로드 3년 계약',
    '챗GPT 20달러',
    '딥시크 10개 부서',
  ])('the number in "%s" is no version', (question) =>
    expect(unknownModel(question)).toBeUndefined(),
  )
})
