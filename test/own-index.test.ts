import { readdirSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openKnowledge } from '../src/knowledge.ts'
import { company, ownNote } from './support/company.ts'
import { NOW } from './support/knowledge.ts'

it('an index of one’s own whose files were cut short is built anew at the next start', async () => {
  const { config } = company({ 'acme-routing-2026.md': ownNote() })
  const whole = (await openKnowledge(config, () => NOW)).index
  const folder = join(config.DATA_DIR, 'index')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
  expect(files.length).toBeGreaterThan(1)
  for (const path of files) truncateSync(path, Math.floor(statSync(path).size / 2))
  expect((await openKnowledge(config, () => NOW)).index).toBe(whole)
}, 120_000)
