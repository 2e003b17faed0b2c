import { describe, expect, it } from 'vitest'
import { spelledNumbers } from '../../eval/spelled-numbers.ts'
import { knowledgePaths } from '../../src/knowledge-paths.ts'
import { loadConcepts } from '../../src/retrieval/concepts.ts'
import { loadCorpus } from '../../src/retrieval/corpus.ts'

const paths = knowledgePaths(undefined)
const corpus = loadCorpus(paths.evidence)
const concepts = loadConcepts(paths.concepts)

describe('the notes', () => {
  it('are at least 20', () => expect(corpus.notes.length).toBeGreaterThanOrEqual(20))
  it.each(corpus.notes.map((n) => [n.id, n] as const))(
    '%s has questions, concepts and claims that hold in both languages',
    (_, note) => {
      expect(note.questions_en.length).toBeGreaterThanOrEqual(5)
      expect(note.questions_ko.length).toBeGreaterThanOrEqual(5)
      expect(note.concepts.filter((c) => !concepts.ids.includes(c))).toEqual([])
      for (const claim of note.claims) {
        expect(claim.id.startsWith(`${note.id}.`)).toBe(true)
        expect(spelledNumbers(claim.text_ko), claim.id).toEqual(spelledNumbers(claim.text_en))
        expect(claim.text_ko).toMatch(/[가-힣]/)
      }
    },
  )
  it('copy no question from each other', () => {
    const questions = corpus.notes.flatMap((n) => [...n.questions_en, ...n.questions_ko])
    expect(new Set(questions).size).toBe(questions.length)
  })
  it('know what replaced what', () =>
    expect(corpus.note('villalobos-2024')?.supersedes).toContain('villalobos-2022'))
  it('cite the seed article without an address, for none is known', () =>
    expect(corpus.source('ibm-think-2024')).toMatchObject({ year: 2024, authors: ['IBM Think'] }))
})
