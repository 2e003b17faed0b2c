import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileSource } from '../../src/connectors/file-source.ts'
import { focusSource } from '../../src/connectors/focus/focus-source.ts'
import { SourceError } from '../../src/ingest/ports.ts'
import type { Charge } from '../../src/spend/charge.ts'
import { chargeSourceContract } from '../contracts/charge-source.ts'
import { ALL_DAYS, fileWith, readFocus } from '../support/file.ts'

import { file, without } from '../support/focus-file.ts'

const refusal = (text: string | Buffer) =>
  readFocus(text).then(
    () => undefined,
    (error: unknown) => (error instanceof SourceError ? error.sentence : error),
  )
const total = (charges: readonly Charge[]) => charges.reduce((sum, c) => sum + c.effectiveNano, 0n)

chargeSourceContract('a FOCUS file', {
  open: () =>
    focusSource([
      fileWith(file([{}, {}, { EffectiveCost: '0.00000000012' }, { BilledCost: 'much' }])),
    ]),
  broken: () => focusSource([fileWith(file([{}], without('ChargeCategory')))]),
  days: ALL_DAYS,
})

describe('a FOCUS file', () => {
  it('is the same as CSV, with other line ends, packed, and as Parquet', async () => {
    const text = file([{}, { EffectiveCost: '0.00000000012' }, { Tags: '' }, { ListCost: 'NULL' }])
    const plain = await readFocus(text)
    expect(plain.charges).toHaveLength(2)
    expect(await readFocus(text.replaceAll('\n', '\r\n'))).toEqual(plain)
    expect(await readFocus(gzipSync(text))).toEqual(plain)
    const parquet = fileWith('', 'bill.parquet')
    const db = await (await DuckDBInstance.create()).connect()
    const csv = fileWith(text)
    await db.run(`COPY (SELECT * REPLACE (ChargePeriodStart::TIMESTAMP AS ChargePeriodStart,
        from_json(Tags, '"MAP(VARCHAR, VARCHAR)"') AS Tags, EffectiveCost::DECIMAL(20, 12) AS EffectiveCost)
      FROM read_csv('${csv}', all_varchar = true)) TO '${parquet}'`)
    expect(await focusSource([parquet]).read(ALL_DAYS)).toEqual(plain)
    const { remarks, ...rest } = await readFocus(`\uFEFF${text}\n`)
    expect([{ ...rest, remarks: [] }, remarks[0]?.en]).toEqual([
      plain,
      expect.stringContaining('byte order'),
    ])
  })
  it('in several parts is one import, whose charges are added up', async () => {
    const [one, two] = [
      fileWith(file([{}])),
      fileWith(gzipSync(file([{}], without('Tags', 'SkuMeter')))),
    ]
    const { charges, read } = await focusSource([one, two, one]).read(ALL_DAYS)
    expect([read, charges.length, total(charges)]).toEqual([3, 2, 3_750_000_000n])
  })
  it('speaks for each provider and billing period, from the first day to the last', async () => {
    const day = (start: string, end: string) => ({
      ChargePeriodStart: `2026-11-${start}Z`,
      ChargePeriodEnd: `2026-11-${end}Z`,
    })
    const late = {
      ...day('01T00:00:00', '02T00:00:00'),
      BillingPeriodStart: '2026-12-01T00:00:00Z',
    }
    const { windows, days } = await readFocus(
      file([
        day('03T00:00:00', '04T00:00:00'),
        day('05T22:00:00', '05T23:00:00'),
        { ...late, ChargeClass: 'Correction' },
      ]),
    )
    expect(windows).toEqual([
      { from: '2026-11-01', to: '2026-11-01', provider: 'Vendor A', period: '2026-12-01' },
      { from: '2026-11-03', to: '2026-11-05', provider: 'Vendor A', period: '2026-11-01' },
    ])
    expect(days).toEqual([
      { day: '2026-11-03', settled: true },
      { day: '2026-11-04', settled: true },
      { day: '2026-11-05', settled: false },
    ])
  })
  it('without a currency asks for it, and without a provider says so', async () => {
    const bare = file([{}], without('BillingCurrency', 'ProviderName'))
    expect(await refusal(bare)).toMatchObject({ en: expect.stringContaining('--currency USD') })
    const { charges, remarks } = await readFocus(bare, { currency: 'KRW' })
    expect(charges[0]).toMatchObject({ currency: 'KRW', provider: 'unknown' })
    expect(remarks).toHaveLength(2)
  })
  it('keeps currencies apart', async () => {
    const { charges } = await readFocus(file([{}, { BillingCurrency: 'EUR' }]))
    expect(charges.map((c) => c.currency).sort()).toEqual(['EUR', 'USD'])
  })
  it('with money as spreadsheets write it and month-first dates is read and says so', async () => {
    const us = {
      ChargePeriodStart: '4/1/25',
      ChargePeriodEnd: '4/2/25',
      BillingPeriodStart: '4/1/25',
    }
    const { charges, remarks } = await readFocus(file([{ ...us, EffectiveCost: '$10,000.00 ' }]))
    expect(charges[0]).toMatchObject({ day: '2025-04-01', effectiveNano: 10_000_000_000_000n })
    expect(remarks).toHaveLength(2)
  })
  it('refuses rows whose slashed dates tell nothing', async () => {
    const row = { ChargePeriodStart: '4/5/25', ChargePeriodEnd: '' }
    const { rejected } = await readFocus(file([row]))
    expect(rejected).toMatchObject([
      { line: 2, reason: { en: expect.stringContaining('two days') } },
    ])
  })
  it.each([
    [`${file([{}])}\n"open,1`, /not readable CSV from line 3/],
    [
      Buffer.from(`${file([{}])}\n${file([{ Tags: 'é' }]).split('\n')[1]}`, 'latin1'),
      /Latin-1.*line 3/,
    ],
    [`${file([{ SkuId: 'x'.repeat(3_000_000) }])}\n`, /line 2 is longer than 2 MB/],
    [Buffer.from('PAR1 and then nothing'), /not readable as Parquet/],
    [file([{}], without('ChargeCategory')), /no column for ChargeCategory/],
  ])('%# is refused as a whole', async (text, why) => {
    const sentence = await refusal(text)
    expect(sentence).toMatchObject({
      en: expect.stringMatching(why),
      ko: expect.stringMatching(/[가-힣]/),
    })
  })
  it('is told from plain CSV by its header, and the two are not mixed', async () => {
    const focus = fileWith(file([{}]))
    const csv = fileWith('date,provider,model,cost,currency\n2026-11-17,o,m,1,USD\n')
    expect((await fileSource([focus])).id).toBe('focus')
    expect((await fileSource([csv])).id).toBe('csv')
    await expect(fileSource([focus, csv])).rejects.toThrow(/other columns/)
  })
  it('cannot be read any more when it has gone', async () => {
    expect(await refusal('')).toMatchObject({ en: expect.stringContaining('is empty') })
    await expect(fileSource(['/nowhere/bill.csv'])).rejects.toThrow(/cannot be read/)
  })
  it('loses and adds no money, to the last of 18 decimals', { timeout: 60_000 }, () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.nat(3)), {
          minLength: 1,
          maxLength: 60,
        }),
        async (rows) => {
          const text = ([atto]: [bigint, number]) => {
            const digits = String(atto < 0n ? -atto : atto).padStart(19, '0')
            return `${atto < 0n ? '-' : ''}${digits.slice(0, -18)}.${digits.slice(-18)}`
          }
          const path = fileWith(
            file(rows.map((r) => ({ EffectiveCost: text(r), SubAccountId: `p${r[1]}` }))),
          )
          const { charges, remainders } = await focusSource([path]).read(ALL_DAYS)
          const [, sign = '', whole = '0', part = ''] =
            /^(-?)(\d+)\.?(\d*)$/.exec(remainders.USD ?? '0') ?? []
          const rest = BigInt(`${sign}${whole}${part.padEnd(18, '0')}`)
          expect(total(charges) * 10n ** 9n + rest).toBe(rows.reduce((sum, [a]) => sum + a, 0n))
        },
      ),
      { numRuns: 25 },
    ),
  )
})
