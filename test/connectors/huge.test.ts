import { appendFileSync, existsSync, mkdtempSync, readdirSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { fileSource } from '../../src/connectors/file-source.ts'
import { unpack } from '../../src/connectors/unpack.ts'
import { SourceError } from '../../src/ingest/ports.ts'
import { ALL_DAYS, fileWith } from '../support/file.ts'
import { file } from '../support/focus-file.ts'

const GIGABYTE = 2 ** 30
const MEGABYTE = 2 ** 20
const ROW = '2026-11-17,openai,gpt-6-luna,support,1,USD'
const plain = (rows: number) =>
  ['date,provider,model,team,cost,currency', ...Array(rows).fill(ROW)].join('\n')

/** What a file is refused with, and by how much the process grew over it. */
async function refusal(path: string): Promise<{ sentence: SourceError['sentence']; grew: number }> {
  const before = process.memoryUsage.rss()
  const error = await fileSource([path])
    .then((source) => source.read(ALL_DAYS))
    .catch((e: unknown) => e)
  if (!(error instanceof SourceError)) throw error
  return { sentence: error.sentence, grew: process.memoryUsage.rss() - before }
}

describe('a cell that swallows thousands of lines', () => {
  it('is refused with its number, before the reader holds it in memory', async () => {
    const lines = `${'y'.repeat(999)}\n`.repeat(40_000)
    const { sentence, grew } = await refusal(fileWith(`${file(Array(40).fill({}))}\n"${lines}"\n`))
    expect(sentence.en).toContain('line 42 is longer than 2 MB')
    expect(grew).toBeLessThan(200 * MEGABYTE)
  })
})

describe('a line of more than 2 GB', () => {
  it.each([
    ['plain CSV', plain(200), 202],
    ['a FOCUS file', file(Array(40).fill({})), 42],
  ])(
    'in %s is refused with its number, without being held in memory',
    { timeout: 60_000 },
    async (_, rows, line) => {
      const path = fileWith(`${rows}\n2026-11-18,`)
      truncateSync(path, 2 * GIGABYTE + 1)
      appendFileSync(path, '\n')
      const { sentence, grew } = await refusal(path)
      expect(sentence.en).toContain(`line ${line} is longer than 2 MB`)
      expect(sentence.ko).toContain(`${line}번째 줄이 2MB를 넘습니다`)
      expect(grew).toBeLessThan(400 * MEGABYTE)
    },
  )
})

describe('a packed file', () => {
  it('is unpacked up to the limit, and beyond it leaves nothing behind', async () => {
    const packed = fileWith(gzipSync(Buffer.alloc(1000, 'a')), 'bill.csv.gz')
    const { path, remove } = await unpack(packed, undefined, { ratio: 200, bytes: 1000 })
    expect(existsSync(path)).toBe(true)
    await remove()
    expect(existsSync(path)).toBe(false)
    const own = mkdtempSync(join(tmpdir(), 'rightsize-own-'))
    vi.stubEnv('TMPDIR', own)
    const error = await unpack(packed, undefined, { ratio: 200, bytes: 999 }).catch((e) => e)
    vi.unstubAllEnvs()
    expect(error.sentence.en).toMatch(/bill\.csv\.gz unpacks to far more/)
    expect(error.sentence.ko).toMatch(/압축을 풀면/)
    expect(readdirSync(own)).toEqual([])
  })
})
