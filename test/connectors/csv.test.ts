import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvSource } from '../../src/connectors/csv-source.ts'
import { SourceError } from '../../src/ingest/ports.ts'
import { chargeSourceContract } from '../contracts/charge-source.ts'
import { ALL_DAYS, fileWith, readCsv } from '../support/file.ts'

const HEADER = 'date,provider,model,team,input_tokens,output_tokens,cached_tokens,cost,currency'
const GOOD = '2026-11-17,openai,gpt-6-luna,support,900,9,100,0.25,USD'
const USAGE = { source: 'csv', basis: 'billed', meter: 'tokens', category: 'usage' } as const
const refusal = (text: string | Buffer) =>
  readCsv(text).then(
    () => undefined,
    (error: unknown) => (error instanceof SourceError ? error.sentence : error),
  )

chargeSourceContract('a plain CSV', {
  open: () =>
    csvSource([
      fileWith(`${HEADER}\n${GOOD}\n${GOOD}\n2026-11-18,o,m,t,1,1,0,0.12345678951,EUR\nx`),
    ]),
  broken: () => csvSource([fileWith('when,who\n1,2')]),
  days: ALL_DAYS,
})

describe('a plain CSV', () => {
  it('becomes charges, with and without byte order mark, carriage returns and a last line end', async () => {
    const plain = await readCsv(`${HEADER}\n${GOOD}\n`)
    expect(plain).toEqual({
      charges: [
        {
          ...USAGE,
          day: '2026-11-17',
          provider: 'openai',
          model: 'gpt-6-luna',
          team: 'support',
          tokens: { input: 800, cacheRead: 100, output: 9 },
          effectiveNano: 250_000_000n,
          billedNano: 250_000_000n,
          currency: 'USD',
        },
      ],
      windows: [{ from: '2026-11-17', to: '2026-11-17', provider: 'openai' }],
      days: [{ day: '2026-11-17', settled: true }],
      read: 1,
      kept: 1,
      rejected: [],
      remainders: {},
      remarks: [],
    })
    expect(await readCsv(`\uFEFF${HEADER}\r\n${GOOD}`)).toEqual(plain)
    expect(await readCsv(`\n${HEADER}\n\n${GOOD}\n\n`)).toEqual(plain)
    expect(await readCsv(gzipSync(`${HEADER}\n${GOOD}`))).toEqual(plain)
    expect(await readCsv(`${HEADER}\n${GOOD}`.replaceAll(',', ';'))).toEqual(plain)
  })
  it('reads quoted cells with commas, quotes and line ends, and draws names in one line', async () => {
    const { charges } = await readCsv(
      `${HEADER}\n2026-11-17,openai,"gpt ""luna""\nnew","Sales, EMEA",,,,"1.5",usd\n`,
    )
    expect(charges).toMatchObject([
      {
        model: 'gpt "luna" new',
        team: 'Sales, EMEA',
        tokens: {},
        effectiveNano: 1_500_000_000n,
        currency: 'USD',
      },
    ])
  })
  it('understands other names and another order of the columns, and ignores unknown ones', async () => {
    const { charges } = await readCsv(
      'Currency,Amount,Vendor,Model,Usage Date,Project,Tokens-In,note\nEUR,3,mistral,large,2026-11-17 23:59:59Z,lab,7,hello',
    )
    expect(charges).toMatchObject([
      {
        day: '2026-11-17',
        provider: 'mistral',
        model: 'large',
        team: 'lab',
        tokens: { input: 7 },
        effectiveNano: 3_000_000_000n,
        currency: 'EUR',
      },
    ])
  })
  it('takes the person’s word for columns, currency and provider', async () => {
    const text = 'When,Engine,Due,amount\n2026-11-17,luna,2.50,9'
    const options = {
      mapping: { date: 'when', model: 'Engine', cost: 'Due' },
      currency: 'EUR',
      provider: 'openai',
    }
    const { charges } = await readCsv(text, options)
    expect(charges).toMatchObject([
      { provider: 'openai', model: 'luna', effectiveNano: 2_500_000_000n, currency: 'EUR' },
    ])
    expect(await refusal('date,provider,model,cost\n2026-11-17,o,m,1')).toMatchObject({
      en: expect.stringContaining('--currency USD'),
      ko: expect.stringContaining('통화'),
    })
    await expect(readCsv(text, { mapping: { cost: 'Price' } })).rejects.toThrow(
      /cost=Price names a column/,
    )
  })
  it('reads money as spreadsheets write it, and slashed dates when they agree on an order', async () => {
    const { charges, remarks } = await readCsv(
      `${HEADER}\n11/2/2026,o,m,t,"1,000",1,0,"$1,234.50 ",USD\n11/17/26,o,m,t,1,1,0,($4.50),USD`,
    )
    expect(charges.map((c) => [c.day, c.effectiveNano])).toEqual([
      ['2026-11-02', 1_234_500_000_000n],
      ['2026-11-17', -4_500_000_000n],
    ])
    expect(charges[0]?.tokens.input).toBe(1000)
    expect(remarks.map((r) => r.en).join()).toMatch(/month first.*2 rows/)
  })
  it('refuses the rows whose dates could be two days when the file contradicts itself', async () => {
    const { kept, rejected } = await readCsv(
      `${HEADER}\n11/17/26,o,m,t,1,1,0,1,USD\n17/11/26,o,m,t,1,1,0,1,USD\n4/5/26,o,m,t,1,1,0,1,USD`,
    )
    expect(kept).toBe(2)
    expect(rejected).toMatchObject([
      { line: 4, reason: { en: expect.stringContaining('two days') } },
    ])
  })
  it('tokens that are not stated are unknown, not zero, also in a sum', async () => {
    const { charges } = await readCsv(
      `${HEADER}\n${GOOD}\n2026-11-17,openai,gpt-6-luna,support,,1,NULL,0.75,USD`,
    )
    expect(charges).toHaveLength(1)
    expect(charges[0]).toMatchObject({ effectiveNano: 1_000_000_000n })
    expect(charges[0]?.tokens).toEqual({ output: 10 })
  })
  it('says what rounding to nine decimals lost, credits are negative', async () => {
    const { charges, remainders } = await readCsv(
      `${HEADER}\n2026-11-17,o,m,t,1,1,0,0.12345678951,USD\n2026-11-18,o,m,t,1,1,0,-1,USD`,
    )
    expect(charges.map((c) => c.effectiveNano)).toEqual([123_456_790n, -1_000_000_000n])
    expect(remainders).toEqual({ USD: '-0.00000000049' })
  })
  it.each([
    ['2026-13-01,openai,m,t,1,1,0,1,USD', /^date: "2026-13-01" is not a UTC date/],
    ['2026-11-17x,openai,m,t,1,1,0,1,USD', /^date: "2026-11-17x"/],
    ['2026-11-17T23:00:00-05:00,openai,m,t,1,1,0,1,USD', /^date: /],
    ['4/1/26,openai,m,t,1,1,0,1,USD', /^date: "4\/1\/26" could be two days/],
    ['2026-11-17,,m,t,1,1,0,1,USD', /^provider is empty/],
    ['2026-11-17,openai,NULL,t,1,1,0,1,USD', /^model is empty/],
    ['2026-11-17,openai,m,t,1,1,0,"1,5",USD', /^cost: "1,5" is not a number/],
    ['2026-11-17,openai,m,t,1,1,0,1,234.5,USD', /^the row has 10 cells and the header 9/],
    ['2026-11-17,openai,m,t,1,1,0,1', /^the row has 8 cells/],
    ['2026-11-17,openai,m,t,1,1,0,,USD', /^cost: ""/],
    ['2026-11-17,openai,m,t,1,1,0,1,dollars', /^currency: "dollars" is not a code/],
    ['2026-11-17,openai,m,t,-4,1,0,1,USD', /^input tokens: "-4" is not a whole number/],
    ['2026-11-17,openai,m,t,"1,00",1,0,1,USD', /^input tokens: "1,00"/],
    ['2026-11-17,openai,m,t,1,0x10,0,1,USD', /^output tokens: "0x10"/],
    ['2026-11-17,openai,m,t,1,1,2,1,USD', /^cached tokens \(2\) are part of the input tokens/],
  ])('rejects %s with its line and why, and keeps the rest', async (row, why) => {
    const { rejected, read, kept } = await readCsv(`${HEADER}\n${GOOD}\n${row}`)
    expect([read, kept]).toEqual([2, 1])
    expect(rejected).toMatchObject([
      { line: 3, text: row, reason: { en: expect.stringMatching(why) } },
    ])
    expect(rejected[0]?.reason.ko).toMatch(/[가-힣].*니다[.)]/)
  })
  it.each([
    ['', /^bill.csv is empty/, /비어 있습니다/],
    [
      'when,who\n1,2',
      /no column for date, provider, model, cost, currency; received "when,who"/,
      /열이 없습니다/,
    ],
    [
      'date,day,provider,model,cost,currency\n',
      /more than one column for date: date, day/,
      /둘 이상/,
    ],
    [`${HEADER}\n2026-11-17,"open`, /not readable CSV from line 2/, /2번째 줄부터/],
    [
      Buffer.from(`${HEADER}\n`, 'utf16le'),
      /no CSV: it holds bytes that are no text/,
      /CSV가 아닙니다/,
    ],
    [Buffer.from(`\uFEFF${HEADER}\n`, 'utf16le'), /UTF-16 text; save it as UTF-8/, /UTF-8로/],
    [Buffer.from(`coût,${HEADER}\n`, 'latin1'), /Latin-1.*line 1.*save it as UTF-8/, /UTF-8로/],
    [Buffer.from('PK\u0003\u0004'), /ZIP archive or a spreadsheet/, /ZIP/],
    [gzipSync('x').subarray(0, 12), /packed with gzip, but broken/, /gzip/],
    [gzipSync(Buffer.alloc(40_000_000, 'a')), /unpacks to far more/, /압축을 풀면/],
    [`${HEADER}\n2026-11-17,openai,${'m'.repeat(3_000_000)}`, /line \d is longer than 2 MB/, /2MB/],
  ])('%j is refused as a whole, with what is needed', async (text, english, korean) => {
    expect(await refusal(text)).toEqual({
      en: expect.stringMatching(english),
      ko: expect.stringMatching(korean),
    })
  })
  it('a header alone is a file without charges', async () =>
    expect(await readCsv(`${HEADER}\n`)).toMatchObject({ read: 0, kept: 0, charges: [], days: [] }))
  it('loses and adds no money: the charges add up to the rows, one a group', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.constantFrom('16', '17'),
            fc.constantFrom('a', 'b'),
            fc.integer({ min: -99, max: 9999 }),
          ),
          { maxLength: 40 },
        ),
        async (rows) => {
          const text = rows.map(([d, m, cents]) => `2026-11-${d},o,${m},t,1,1,0,${cents / 100},USD`)
          const { charges, kept } = await readCsv([HEADER, ...text].join('\n'))
          expect(kept).toBe(rows.length)
          expect(charges.reduce((sum, c) => sum + c.effectiveNano, 0n)).toBe(
            rows.reduce((sum, [, , cents]) => sum + BigInt(cents) * 10_000_000n, 0n),
          )
          expect(new Set(charges.map((c) => c.day + c.model)).size).toBe(charges.length)
        },
      ),
    ))
})
