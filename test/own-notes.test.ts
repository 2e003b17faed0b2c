import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerQuestion } from '../src/answering/answer-question.ts'
import { answerText } from '../src/answering/plain-text.ts'
import { openKnowledge } from '../src/knowledge.ts'
import { company, ownNote } from './support/company.ts'
import { NOW } from './support/knowledge.ts'

const pilot = () => company({ 'acme-routing-2026.md': ownNote() }).config

describe('notes of the company', () => {
  it('stand beside the shipped ones and are cited', async () => {
    const { knowledge } = await openKnowledge(pilot(), () => NOW)
    const { answer } = await answerQuestion(
      'What did our claims desk pilot of routing find?',
      knowledge,
    )
    expect(answer.kind).toBe('answer')
    expect(answerText(answer)).toContain('21% of the letters')
    expect(answer.citations.map((c) => c.id)).toContain('acme-routing-2026')
    expect(knowledge.corpus.note('kaplan-2020')).toBeDefined()
  })
  it('have their index in the data folder, built once', async () => {
    const config = pilot()
    expect((await openKnowledge(config, () => NOW)).index).toMatch(
      /HNSW index of \d+ vectors is in use/,
    )
    const built = statSync(join(config.DATA_DIR, 'index')).mtimeMs
    await openKnowledge(config, () => NOW)
    expect(statSync(join(config.DATA_DIR, 'index')).mtimeMs).toBe(built)
  })
  it('are indexed in memory where the data folder cannot be written', async () => {
    const config = pilot()
    writeFileSync(config.DATA_DIR, 'a file where the folder should be')
    expect((await openKnowledge(config, () => NOW)).index).toContain('in memory')
  })
})
