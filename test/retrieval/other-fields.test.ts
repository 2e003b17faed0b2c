import { describe, expect, it } from 'vitest'
import { knowledgePaths } from '../../src/knowledge-paths.ts'
import { loadCorpus } from '../../src/retrieval/corpus.ts'
import { loadOtherFields } from '../../src/retrieval/other-fields.ts'

const paths = knowledgePaths(undefined)
const otherFields = loadOtherFields(paths.otherFields)

describe('the words of other fields', () => {
  it('stand in no question that a note answers', () => {
    const questions = loadCorpus(paths.evidence).notes.flatMap((n) => [
      ...n.questions_en,
      ...n.questions_ko,
    ])
    expect(
      questions.filter((q) => otherFields.in(q).length > 0).map((q) => [q, otherFields.in(q)]),
    ).toEqual([])
  })
  it('are named with their field when the file cannot be used', () =>
    expect(() => loadOtherFields(paths.otherFields, () => ({ sport: { en: [] } }))).toThrow(
      /other-fields\.yml cannot be used: sport\.en/,
    ))
})
