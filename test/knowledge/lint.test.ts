import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { knowledgePaths } from '../../src/knowledge-paths.ts'
import { loadCorpus } from '../../src/retrieval/corpus.ts'
import { cellOf, runs, unsourcedNumbers, wordsApart } from '../support/note-lint.ts'

const paths = knowledgePaths(undefined)
const { notes } = loadCorpus(paths.evidence)
const data = 'knowledge/data'

describe.each(notes.map((note) => [note.id, note] as const))('the note %s', (_, note) => {
  it('asks five to eight questions a language, one without a word of its title', () => {
    for (const [questions, title] of [
      [note.questions_en, note.title],
      [note.questions_ko, note.title_ko],
    ] as const) {
      expect(questions.length).toBeGreaterThanOrEqual(5)
      expect(questions.length).toBeLessThanOrEqual(8)
      expect(wordsApart(questions, title)).not.toEqual([])
    }
  })
  it('says in gist and body no figure that its claims do not carry', () =>
    expect(unsourcedNumbers(note)).toEqual([]))
  it('says where each published figure stands', () =>
    expect(note.claims.filter((c) => c.basis !== 'derived' && !c.locator).map((c) => c.id)).toEqual(
      [],
    ))
  it('gives a unit with each value and quotes tables exactly', () => {
    for (const claim of note.claims) {
      if (claim.value !== undefined) expect(claim.unit, claim.id).toBeDefined()
      const cell = cellOf(claim, data)
      if (cell) expect(cell.claim, claim.id).toBe(cell.table)
    }
  })
})

describe('all notes together', () => {
  it('copy no sentence from each other', () => {
    const seen = new Map<string, string>()
    const copies: string[] = []
    for (const note of notes) {
      const texts = [note.gist_en, note.gist_ko, note.body].concat(
        note.claims.flatMap((c) => [c.text_en, c.text_ko]),
      )
      for (const run of new Set(texts.flatMap(runs))) {
        const before = seen.get(run)
        if (before !== undefined) copies.push(`${note.id} and ${before}: ${run}`)
        seen.set(run, note.id)
      }
    }
    expect(copies).toEqual([])
  })
  it('cite every table of knowledge/data', () => {
    const cited = new Set(notes.flatMap((n) => n.claims.flatMap((c) => c.cell?.table ?? [])))
    const tables = existsSync(data) ? readdirSync(data).filter((f) => f.endsWith('.csv')) : []
    expect(tables.filter((t) => !cited.has(t))).toEqual([])
  })
})
