import { describe, expect, it } from 'vitest'
import { KINDS, readQuestions } from '../../eval/questions.ts'
import type { Answer } from '../../src/answering/answer.ts'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import { knownNames } from '../../src/answering/known-names.ts'
import { problemsOf } from '../../src/answering/verify.ts'
import { shippedKnowledge } from '../support/knowledge.ts'
import { strayDigits } from '../support/stray-digits.ts'

const knowledge = await shippedKnowledge()
const questions = readQuestions()
const groups = KINDS.flatMap((kind) =>
  (['en', 'ko'] as const).map(
    (language) =>
      [
        kind,
        language,
        questions.filter((q) => q.kind === kind && q.language === language),
      ] as const,
  ),
)
const problems = (answer: Answer) =>
  problemsOf(answer, {
    corpus: knowledge.corpus,
    names: knownNames(answer, knowledge.catalog, knowledge.corpus),
  })

describe('no figure stands without its provenance', () => {
  it.each(groups)(
    'in answers to "%s" questions of language %s',
    async (_kind, _language, asked) => {
      for (const { id, question } of asked) {
        const { answer } = await answerQuestion(question, knowledge)
        expect(problems(answer), id).toEqual([])
        expect(strayDigits(answer, knowledge), id).toEqual([])
      }
    },
  )
  it('is seen to by the scanner itself: a digit slipped into any words is found', async () => {
    const { answer } = await answerQuestion('합성 데이터로 학습하면 모델이 무너져?', knowledge)
    const slipped: Answer = {
      ...answer,
      sections: [
        ...answer.sections,
        { kind: 'caveats', sentences: [[{ text: '약 37 % 줄어듭니다.' }]] },
      ],
    }
    expect(strayDigits(answer, knowledge)).toEqual([])
    expect(strayDigits(slipped, knowledge)).toEqual([expect.stringContaining('37')])
  })
})
