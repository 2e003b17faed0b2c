import { describe, expect, it } from 'vitest'
import { readCoverage } from '../../eval/coverage.ts'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const knowledge = await shippedKnowledge()
const check = readCoverage('check')

/** Share of the check half, on which no word and no weight was set, that is answered. */
async function answered(language: 'en' | 'ko', covered: boolean): Promise<number> {
  const rows = check.filter((q) => q.language === language && q.covered === covered)
  const kinds = await Promise.all(
    rows.map(async (q) => (await answerQuestion(q.question, knowledge)).answer.kind),
  )
  return kinds.filter((kind) => kind === 'answer').length / kinds.length
}

describe.each(['en', 'ko'] as const)('questions in %s', (language) => {
  it('that the notes do not answer are declined or marked as nearest', async () =>
    expect(1 - (await answered(language, false))).toBeGreaterThanOrEqual(0.85))
  it('that they do answer are answered, however they are put', async () =>
    expect(await answered(language, true)).toBeGreaterThanOrEqual(0.88))
})

describe('names that stand in no source', () => {
  it.each([
    ['What did the Halvorsen Institute find about routing?', 'Halvorsen Institute'],
    ['Is Glimmerbox-3 faster?', 'Glimmerbox-3'],
    ['Where does Claude rank on the Moonlight benchmark?', 'Moonlight'],
    ['조수웅덩이 벤치마크에서 몇 점이야?', '조수웅덩이'],
    ['한빛미래연구원이 라우팅에 대해 뭐라고 했어?', '한빛미래'],
    ['조블랏AI 기업가치가 얼마였어?', '조블랏'],
  ])('"%s" holds %s', (question, name) => expect(knowledge.unknownName(question)).toBe(name))
  it.each([
    'PM here. What does a think-harder toggle do to cost?',
    'What did Hoffmann and Kaplan disagree on?',
    'AI Energy Score에서 F1이 뭐예요?',
    '제번스 역설이 AI랑 무슨 상관이야?',
    '쓸 만한 모델이 있어? 최신 벤치마크로 비교해줘',
    '사내 모델 성능은 어떻게 재?',
  ])('"%s" holds none', (question) => expect(knowledge.unknownName(question)).toBeUndefined())
  it('make an answer the nearest notes at most, and are named', async () => {
    const { answer } = await answerQuestion(
      '한빛미래연구원이 라우팅에 대해 뭐라고 했어?',
      knowledge,
    )
    expect(answer.kind).not.toBe('answer')
    expect(JSON.stringify(answer.sections)).toContain('한빛미래')
  })
})
