import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { csvSource } from '../../src/connectors/csv-source.ts'
import { type Importing, importCharges } from '../../src/ingest/import-charges.ts'
import { importLines } from '../../src/ingest/import-text.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { fileWith } from '../support/file.ts'

const HEADER = 'date,provider,model,team,cost,currency'
const source = (...rows: string[]) => csvSource([fileWith([HEADER, ...rows].join('\n'))])
const NOW = Date.parse('2026-11-24T12:00:00Z')

async function importing(): Promise<Importing> {
  const db = await openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'rightsize-import-')) })
  let id = 0
  return {
    charges: chargeStore(db),
    tenant: 'T1',
    now: () => NOW,
    newId: () => `import-${++id}`,
    models: {
      isKnown: (model) => model.startsWith('gpt'),
      isPriced: (_, model, day) => model.startsWith('gpt') && day >= '2026-11-17',
    },
  }
}
const stored = ({ charges, tenant }: Importing) =>
  charges.charges(tenant, '2026-01-01', '2026-12-31')

describe('an import', () => {
  const rows = [
    '2026-11-16,openai,gpt-6-luna,support,1,USD',
    '2026-11-17,openai,gpt-6-luna,,3,USD',
    '2026-11-17,acme,own-model,support,4.0000000004,EUR',
    'x',
  ]
  it('stores the charges and says what it took, knew and left', async () => {
    const place = await importing()
    const report = await importCharges(source(...rows), place)
    expect(report).toMatchObject({
      source: 'csv',
      read: 4,
      kept: 3,
      rejected: [{ line: 5 }],
      days: { from: '2026-11-16', to: '2026-11-17', count: 2 },
      charges: 3,
      models: { known: ['gpt-6-luna'], unknown: ['own-model'] },
      totals: [
        { currency: 'EUR', effectiveNano: 4_000_000_000n, withTeam: 1, withPrice: 0 },
        { currency: 'USD', effectiveNano: 4_000_000_000n, withTeam: 0.25, withPrice: 0.75 },
      ],
      remainders: { EUR: '0.0000000004' },
      replaced: 0,
    })
    expect(await stored(place)).toHaveLength(3)
  })
  it('is told in both languages', async () => {
    const report = await importCharges(source(...rows), await importing())
    expect(importLines(report, 'en')).toEqual([
      'Rows read 4, kept 3, rejected 1; charges by day and group 3.',
      'Days 2026-11-16 to 2026-11-17, 2 of them with charges.',
      'EUR: effective €4.00, billed €4.00; of usage money, team known for 100%, catalogue price for 0%.',
      'USD: effective $4.00, billed $4.00; of usage money, team known for 25%, catalogue price for 75%.',
      'Models of the catalogue, 1: gpt-6-luna.',
      'Models the catalogue does not know, 1: own-model.',
      'Rounding to nine decimals left over, in all: 0.0000000004 EUR.',
      'bill.csv, line 5: the row has 1 cell and the header 6; a cell with a comma in it must stand in quotes.',
    ])
    for (const line of importLines(report, 'ko')) expect(line).toMatch(/[가-힣]/)
  })
  it('done twice changes nothing, and a corrected file takes the place of its days', async () => {
    const place = await importing()
    await importCharges(source(...rows), place)
    const once = await stored(place)
    expect((await importCharges(source(...rows), place)).replaced).toBe(3)
    expect(await stored(place)).toEqual(once)
    await importCharges(source('2026-11-16,openai,gpt-6-luna,support,2,USD'), place)
    expect((await stored(place)).map((c) => c.effectiveNano)).toEqual([
      2_000_000_000n,
      4_000_000_000n,
      3_000_000_000n,
    ])
  })
  it('as a dry run stores nothing and says so', async () => {
    const place = await importing()
    const report = await importCharges(source(...rows), place, { dryRun: true })
    expect(report).not.toHaveProperty('replaced')
    expect(importLines(report, 'en')[0]).toMatch(/^Dry run, nothing was stored/)
    expect(await stored(place)).toEqual([])
  })
  it('that fails leaves what was there whole', async () => {
    const place = await importing()
    await importCharges(source(...rows), place)
    const before = await stored(place)
    const broken = csvSource([fileWith(`${HEADER}\n${rows[0]}\n2026-11-17,"open`)])
    await expect(importCharges(broken, place)).rejects.toThrow(/not readable CSV/)
    expect(await stored(place)).toEqual(before)
  })
})
