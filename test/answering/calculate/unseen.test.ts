import { describe, expect, it } from 'vitest'
import { answerQuestion } from '../../../src/answering/answer-question.ts'
import { answerByCalculating } from '../../../src/answering/calculate/answer-by-calculating.ts'
import { answerText } from '../../../src/answering/plain-text.ts'
import { understand } from '../../../src/answering/understand.ts'
import { isUnknown } from '../../../src/engine/unknown.ts'
import { shippedKnowledge } from '../../support/knowledge.ts'
import { FIFTH_ENGLISH, FIFTH_KOREAN } from './fifth.ts'
import { FIRST_ENGLISH } from './first-english.ts'
import { FIRST_KOREAN } from './first-korean.ts'
import { FOR_NOTES_ENGLISH, FOR_NOTES_KOREAN } from './for-notes.ts'
import { FOURTH_ENGLISH, FOURTH_KOREAN } from './fourth.ts'
import { NEGATIVES } from './negatives.ts'
import { SECOND_ENGLISH, SECOND_KOREAN } from './second.ts'
import { THIRD_ENGLISH, THIRD_KOREAN } from './third.ts'
import { UNDONE } from './undone.ts'

const knowledge = await shippedKnowledge()
const ask = async (question: string) => (await answerQuestion(question, knowledge)).answer

/** What the calculator worked out; shares in percent. */
async function results(question: string): Promise<number[]> {
  const { estimates } = await ask(question)
  return estimates.flatMap(({ id, kind, value, unit }) =>
    id.startsWith('calculator.') && kind === 'computed' && !isUnknown(value)
      ? [Math.abs(value.central) * (unit === 'share' ? 100 : 1)]
      : [],
  )
}

describe.each([
  [
    'English',
    [...FIRST_ENGLISH, ...SECOND_ENGLISH, ...THIRD_ENGLISH, ...FOURTH_ENGLISH, ...FIFTH_ENGLISH],
  ],
  [
    'Korean',
    [...FIRST_KOREAN, ...SECOND_KOREAN, ...THIRD_KOREAN, ...FOURTH_KOREAN, ...FIFTH_KOREAN],
  ],
])('arithmetic as colleagues type it in %s', (_, questions) => {
  it.each(questions.map((q) => [q[0], q] as const))(
    '%s',
    async (question, [, value, tolerance = 1e-3]) => {
      const off = (await results(question)).map((result) => Math.abs(result - value) / value)
      expect(Math.min(...off)).toBeLessThanOrEqual(tolerance)
    },
  )
})

describe('arithmetic that no rule covers', () => {
  it.each(UNDONE)('"%s" is not worked out wrongly', async (question) => {
    expect(await results(question)).toEqual([])
  })
})

describe('figures that are no arithmetic', () => {
  it.each([...NEGATIVES, ...FOR_NOTES_ENGLISH, ...FOR_NOTES_KOREAN])('%s', async (question) => {
    expect(await results(question)).toEqual([])
    expect(answerText(await ask(question))).not.toMatch(/To work that out|계산하려면/)
  })
  it('leaves the questions that notes were written for to the notes, save for sizes in memory', async () => {
    const { catalog, defaults } = knowledge
    const calculated: string[] = []
    for (const note of knowledge.corpus.notes)
      for (const question of [...note.questions_en, ...note.questions_ko])
        if (await answerByCalculating(understand(question, catalog, defaults), knowledge))
          calculated.push(question)
    expect(calculated.filter((question) => !/\b\d+B/.test(question))).toEqual([])
    expect(calculated.length).toBeLessThanOrEqual(5)
  })
})
