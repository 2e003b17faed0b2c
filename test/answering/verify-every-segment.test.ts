import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, Segment } from '../../src/answering/answer.ts'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import { knownNames } from '../../src/answering/known-names.ts'
import { problemsOf } from '../../src/answering/verify.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const knowledge = await shippedKnowledge()
const QUESTIONS = [
  'Do we need GPT-class models to tag 200k support tickets a month?',
  'How much CO2 is 1M chatbot answers a month in Korea versus France?',
  'Why did Chinchilla change Kaplan’s advice?',
  '티켓 분류를 월 200만 건 하는데 큰 모델이 꼭 필요해?',
  '70B 모델을 초당 50건으로 자체 호스팅하면 비용이 얼마야?',
  '작은 모델로 바꾸면 탄소가 얼마나 줄어?',
  '합성 데이터로 학습하면 모델이 무너져?',
]
const answers = await Promise.all(
  QUESTIONS.map((q) => answerQuestion(q, knowledge).then(({ answer }) => answer)),
)

const problems = (answer: Answer) =>
  problemsOf(answer, {
    corpus: knowledge.corpus,
    names: knownNames(answer, knowledge.catalog, knowledge.corpus),
  })
const segmentsOf = (answer: Answer) => answer.sections.flatMap((s) => s.sentences.flat())
/** The answer with one segment in the place of another. */
const replaced = (answer: Answer, old: Segment, changed: Segment): Answer => ({
  ...answer,
  sections: answer.sections.map((s) => ({
    ...s,
    sentences: s.sentences.map((sentence) => sentence.map((x) => (x === old ? changed : x))),
  })),
})

/** Any segment of any answer that the filter takes. */
const any = <S extends Segment>(takes: (segment: Segment) => segment is S) => {
  const all = answers.flatMap((answer) =>
    segmentsOf(answer)
      .filter(takes)
      .map((segment) => ({ answer, segment })),
  )
  return fc.constantFrom(...all)
}
const isFigure = (x: Segment): x is Extract<Segment, { figure: string }> =>
  'figure' in x && /\d/.test(x.shown)
const isClaim = (x: Segment): x is Extract<Segment, { claim: string }> => 'claim' in x
const isCite = (x: Segment): x is Extract<Segment, { cite: number }> => 'cite' in x

/** One digit of a text made another. */
const otherDigit = (text: string, which: number, by: number): string => {
  const places = [...text.matchAll(/\d/g)].map((m) => m.index)
  const at = places[which % places.length] ?? 0
  return `${text.slice(0, at)}${(Number(text[at]) + by) % 10}${text.slice(at + 1)}`
}

describe('whatever is changed of an answer, in either language', () => {
  it('nothing was wrong with it before', () => expect(answers.flatMap(problems)).toEqual([]))
  it('a digit of a figure is noticed', () =>
    fc.assert(
      fc.property(any(isFigure), fc.nat(9), fc.integer({ min: 1, max: 9 }), (found, which, by) => {
        const { answer, segment } = found
        const shown = otherDigit(segment.shown, which, by)
        return problems(replaced(answer, segment, { ...segment, shown })).length > 0
      }),
    ))
  it('a figure of another estimate is noticed', () =>
    fc.assert(
      fc.property(any(isFigure), any(isFigure), ({ answer, segment }, { segment: other }) => {
        fc.pre(other.shown !== segment.shown)
        const changed = { ...segment, shown: other.shown }
        return problems(replaced(answer, segment, changed)).length > 0
      }),
    ))
  it('a digit, a word or the language of a claim is noticed', () =>
    fc.assert(
      fc.property(any(isClaim), fc.nat(), ({ answer, segment }, at) => {
        const words = segment.shown.split(' ')
        const shown = words.filter((_, i) => i !== at % words.length).join(' ')
        const found = knowledge.corpus.claim(segment.claim)?.claim
        const translated = answer.language === 'ko' ? found?.text_en : found?.text_ko
        return [shown, translated ?? ''].every(
          (text) => problems(replaced(answer, segment, { ...segment, shown: text })).length > 0,
        )
      }),
    ))
  it('a source that does not exist, or backs nothing in its sentence, is noticed', () =>
    fc.assert(
      fc.property(any(isCite), ({ answer, segment }) => {
        const none = { cite: answer.citations.length + 1 }
        const idle = {
          ...answer,
          citations: answer.citations.map((c, i) =>
            i + 1 === segment.cite ? { ...c, id: 'jlarc-misread' } : c,
          ),
        }
        return problems(replaced(answer, segment, none)).length > 0 && problems(idle).length > 0
      }),
    ))
  it('a figure in plain words and a made-up name are noticed', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...answers),
        fc.integer({ min: 1000, max: 999_999 }),
        (answer, number) =>
          [{ text: `약 ${number}원 아낍니다.` }, { name: `GPT-${number}` }].every((made) => {
            const [first] = segmentsOf(answer)
            return first !== undefined && problems(replaced(answer, first, made)).length > 0
          }),
      ),
    ))
})
