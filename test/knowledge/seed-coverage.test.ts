import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { knowledgePaths } from '../../src/knowledge-paths.ts'
import { loadCorpus } from '../../src/retrieval/corpus.ts'

const PARAGRAPHS = 17

const CoverageSchema = z
  .array(
    z.strictObject({
      statement: z.string().min(1),
      paragraph: z.number().int().min(1).max(PARAGRAPHS),
      claims: z.array(z.string()).min(1),
      treatment: z.enum(['carries', 'corrects']),
    }),
  )
  .min(1)

const coverage = CoverageSchema.parse(parse(readFileSync('knowledge/seed-coverage.yml', 'utf8')))
const { notes } = loadCorpus(knowledgePaths(undefined).evidence)
const ids = new Set(notes.flatMap((n) => n.claims.map((c) => c.id)))

describe('the coverage of the seed article', () => {
  it('names only claims of the corpus', () =>
    expect(coverage.flatMap((s) => s.claims).filter((id) => !ids.has(id))).toEqual([]))
  it('leaves out no paragraph', () =>
    expect([...new Set(coverage.map((s) => s.paragraph))].sort((a, b) => a - b)).toEqual(
      Array.from({ length: PARAGRAPHS }, (_, i) => i + 1),
    ))
  it('says each statement once, on one line, and each claim of it once', () => {
    const statements = coverage.map((s) => s.statement)
    expect(new Set(statements).size).toBe(statements.length)
    expect(statements.filter((s) => s.includes('\n'))).toEqual([])
    for (const s of coverage) expect(new Set(s.claims).size, s.statement).toBe(s.claims.length)
  })
})
