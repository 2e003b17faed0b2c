import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildDigest } from '../../src/digest/build-digest.ts'
import type { Reading } from '../../src/ingest/ports.ts'
import { readCsv } from '../support/file.ts'

describe('the sample company', () => {
  const text = readFileSync('knowledge/sample/spend.csv', 'utf8')
  let sample: Reading
  beforeAll(async () => {
    sample = await readCsv(text)
  })
  it('is thirteen whole weeks up to 2026-11-22, read without a single rejection', () => {
    expect(sample).toMatchObject({ rejected: [], remainders: {} })
    expect(sample.days).toHaveLength(91)
    expect([sample.days[0]?.day, sample.days.at(-1)?.day]).toEqual(['2026-08-24', '2026-11-22'])
    expect(new Set(sample.charges.map((c) => c.model)).size).toBe(8)
    expect(new Set(sample.charges.map((c) => c.team)).size).toBe(6)
  })
  it('tells its story: research asks more, legal begins, and an agent ran away on a Thursday', () => {
    const { charges } = sample
    const [usd] = buildDigest({ period: '2026-W47', charges, known: [] }).currencies
    expect(usd?.comparison?.share).toBeCloseTo(0.303, 2)
    expect(usd?.drivers?.teams.map((t) => t.team).slice(0, 2)).toEqual(['research', 'legal'])
    const found = usd && 'found' in usd.anomalies ? usd.anomalies.found : []
    expect(found[0]).toMatchObject({ kind: 'spike', day: '2026-11-19' })
  })
  it('is what its generator writes', () => {
    const copy = mkdtempSync(join(tmpdir(), 'rightsize-sample-'))
    for (const item of ['src', 'scripts', 'package.json'])
      cpSync(item, join(copy, item), { recursive: true })
    symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'))
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/make-sample-spend.ts'], {
      cwd: copy,
    })
    expect(readFileSync(join(copy, 'knowledge/sample/spend.csv'), 'utf8')).toBe(text)
  })
})
