import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Reading } from '../../src/ingest/ports.ts'
import { summarizeWeek } from '../../src/spend/summarize.ts'
import { readCsv } from '../support/file.ts'

describe('the sample company', () => {
  const text = readFileSync('knowledge/sample/spend.csv', 'utf8')
  let sample: Reading
  beforeAll(async () => {
    sample = await readCsv(text)
  })
  it('is eight whole weeks up to 2026-11-22, read without a single rejection', () => {
    expect(sample).toMatchObject({ rejected: [], remainders: {} })
    expect(sample.days).toHaveLength(56)
    expect([sample.days[0]?.day, sample.days.at(-1)?.day]).toEqual(['2026-09-28', '2026-11-22'])
    expect(new Set(sample.charges.map((c) => c.model)).size).toBe(5)
    expect(new Set(sample.charges.map((c) => c.team)).size).toBe(4)
  })
  it('tells its story: support’s move to a small model halves the bill of that week', () => {
    const [summary] = summarizeWeek(sample.charges, '2026-W44')
    expect(summary?.changeShare).toBeCloseTo(-0.58, 2)
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
