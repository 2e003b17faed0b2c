import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { focusSource } from '../../src/connectors/focus/focus-source.ts'
import { isoWeek } from '../../src/spend/calendar.ts'
import type { Charge } from '../../src/spend/charge.ts'
import { ALL_DAYS } from '../support/file.ts'

/**
 * The files of the FOCUS project, read where they lie: `BENCH_DATA` names the folder or its parent.
 * They are not ours to ship, so without it these tests are skipped.
 */
const folder = [
  process.env.BENCH_DATA ?? '',
  join(process.env.BENCH_DATA ?? '', 'third-party'),
].find((path) => existsSync(join(path, 'focus-1.0-sample-1000rows.csv')))
const files = folder === undefined ? [] : filesUnder(folder)

function filesUnder(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(csv|parquet)$/.test(name) && !name.includes('columns'))
    .map((name) => join(path, name))
}

/** What DuckDB itself adds up, exactly. */
async function ownSum(path: string, column: string): Promise<bigint> {
  const db = await (await DuckDBInstance.create()).connect()
  const table = path.endsWith('parquet')
    ? `read_parquet('${path}')`
    : `read_csv('${path}', all_varchar = true)`
  const amount = `replace(replace(${column}, '$', ''), ',', '')::DECIMAL(38, 15)`
  const rows = await db.runAndReadAll(`SELECT (sum(${amount}) * 1000000)::HUGEINT FROM ${table}`)
  return rows.getRows()[0]?.[0] as bigint
}

const micro = (charges: readonly Charge[], key: 'effectiveNano' | 'billedNano') =>
  Number(charges.reduce((sum, c) => sum + c[key], 0n)) / 1000

describe.skipIf(folder === undefined)('files of the FOCUS project (BENCH_DATA)', () => {
  const named = (name: string) => files.find((file) => file.endsWith(name)) ?? name
  const read = (name: string) => focusSource([named(name)], { currency: 'USD' }).read(ALL_DAYS)

  it('are all there', () => expect(files.length).toBeGreaterThanOrEqual(30))
  it.each(files)('%s has the totals that DuckDB adds up, to the micro-unit', async (path) => {
    const { charges, read, kept } = await focusSource([path], { currency: 'USD' }).read(ALL_DAYS)
    expect(kept).toBe(read)
    for (const [key, column] of [
      ['effectiveNano', 'EffectiveCost'],
      ['billedNano', 'BilledCost'],
    ] as const)
      expect(Math.abs(micro(charges, key) - Number(await ownSum(path, column)))).toBeLessThan(1)
  })
  it('the sample is the same as CSV and as Parquet', async () => {
    const [csv, parquet] = [
      await read('focus-1.0-sample-1000rows.csv'),
      await read('focus-1.0-sample-1000rows.parquet'),
    ]
    expect(csv.read).toBe(1000)
    expect(parquet.charges).toEqual(csv.charges)
  })
  it('the caching example has the parts that its saving of $20.10 is reckoned from', async () => {
    const { charges } = await read('ai_prompt_caching_a.csv')
    const of = (meter: string) => {
      const charge = charges.find((c) => c.meter === meter)
      const [tokens = Number.NaN] = Object.values(charge?.tokens ?? {})
      return { tokens, perToken: Number(charge?.effectiveNano) / 1e9 / tokens }
    }
    const [input, cacheRead, cacheWrite] = [of('input'), of('cache-read'), of('cache-write')]
    expect(new Set(charges.map((c) => c.model))).toEqual(new Set(['solora-reasoning-pro']))
    const saving =
      cacheRead.tokens * (input.perToken - cacheRead.perToken) -
      cacheWrite.tokens * (cacheWrite.perToken - input.perToken)
    expect(saving).toBeCloseTo(20.1, 6)
  })
  it('the late ledger belongs to the week in which the usage was, on the bill of the month after', async () => {
    const { charges, windows } = await read('late_arriving_usage_ledger.csv')
    const [late] = charges
    expect(isoWeek(late?.day ?? '')).toBe('2025-W18')
    expect(late).toMatchObject({
      period: '2025-06-01',
      correction: true,
      effectiveNano: 1_500_000_000_000n,
    })
    expect(windows).toMatchObject([{ from: '2025-05-01', to: '2025-05-01', period: '2025-06-01' }])
  })
})
