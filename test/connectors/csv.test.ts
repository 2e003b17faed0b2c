import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvError, readCharges } from '../../src/connectors/csv.ts'
import { buildDigest } from '../../src/digest/build-digest.ts'

const HEADER = 'date,provider,model,team,input_tokens,output_tokens,cached_tokens,cost,currency'
const GOOD = '2026-11-17,openai,gpt-6-luna,support,900,9,100,0.25,USD'
const rejections = (row: string, language: 'en' | 'ko' = 'en') =>
  readCharges(`${HEADER}\n${GOOD}\n${row}`, language).rejected

describe('a plain CSV', () => {
  it('becomes charges, with and without byte order mark, carriage returns and a last line end', () => {
    const plain = readCharges(`${HEADER}\n${GOOD}\n`)
    expect(plain).toEqual({
      charges: [
        {
          day: '2026-11-17',
          provider: 'openai',
          model: 'gpt-6-luna',
          team: 'support',
          inputTokens: 900,
          outputTokens: 9,
          cachedTokens: 100,
          nano: 250_000_000n,
          currency: 'USD',
        },
      ],
      read: 1,
      kept: 1,
      rounded: 0,
      rejected: [],
      days: ['2026-11-17'],
    })
    expect(readCharges(`\uFEFF${HEADER}\r\n${GOOD}`)).toEqual(plain)
    expect(readCharges(`\n${HEADER}\n\n${GOOD}\n\n`)).toEqual(plain)
  })
  it('reads quoted cells with commas, quotes and line ends, and draws names in one line', () => {
    const { charges } = readCharges(
      `${HEADER}\n2026-11-17,openai,"gpt ""luna""\nnew","Sales, EMEA",,,,"1.5",usd\n`,
    )
    expect(charges).toEqual([
      {
        day: '2026-11-17',
        provider: 'openai',
        model: 'gpt "luna" new',
        team: 'Sales, EMEA',
        nano: 1_500_000_000n,
        currency: 'USD',
      },
    ])
  })
  it('understands other names and another order of the columns, and ignores unknown ones', () => {
    const { charges } = readCharges(
      'Currency,Amount,Vendor,Model,Usage Date,Project,Tokens-In,note\nEUR,3,mistral,large,2026-11-17 23:59:59Z,lab,7,hello',
    )
    expect(charges).toEqual([
      {
        day: '2026-11-17',
        provider: 'mistral',
        model: 'large',
        team: 'lab',
        inputTokens: 7,
        nano: 3_000_000_000n,
        currency: 'EUR',
      },
    ])
  })
  it('tokens that are not stated are unknown, not zero, also in a sum', () => {
    const { charges } = readCharges(
      `${HEADER}\n${GOOD}\n2026-11-17,openai,gpt-6-luna,support,,1,NULL,0.75,USD`,
    )
    expect(charges).toHaveLength(1)
    expect(charges[0]).toMatchObject({ effectiveNano: 1_000_000_000n })
    expect(charges[0]?.tokens).toEqual({ output: 10 })
  })
  it('counts costs with more than nine decimals, credits are negative', () => {
    const { charges, rounded } = readCharges(
      `${HEADER}\n2026-11-17,o,m,t,1,1,0,0.12345678951,USD\n2026-11-18,o,m,t,1,1,0,-1,USD`,
    )
    expect(charges.map((c) => c.effectiveNano)).toEqual([123_456_790n, -1_000_000_000n])
    expect(rounded).toBe(1)
  })
  it.each([
    ['2026-13-01,openai,m,t,1,1,0,1,USD', /^date: "2026-13-01" is not a UTC date/],
    ['2026-11-17x,openai,m,t,1,1,0,1,USD', /^date: "2026-11-17x"/],
    ['2026-11-17T23:00:00-05:00,openai,m,t,1,1,0,1,USD', /^date: /],
    ['4/1/26,openai,m,t,1,1,0,1,USD', /^date: "4\/1\/26"/],
    ['2026-11-17,,m,t,1,1,0,1,USD', /^provider is empty/],
    ['2026-11-17,openai,NULL,t,1,1,0,1,USD', /^model is empty/],
    ['2026-11-17,openai,m,t,1,1,0,"1,234.5",USD', /^cost: "1,234\.5".*no thousands separators/],
    ['2026-11-17,openai,m,t,1,1,0,1,234.5,USD', /^the row has 10 cells and the header 9/],
    ['2026-11-17,openai,m,t,1,1,0,1', /^the row has 8 cells/],
    ['2026-11-17,openai,m,t,1,1,0,,USD', /^cost: ""/],
    ['2026-11-17,openai,m,t,1,1,0,1,dollars', /^currency: "dollars" is not a code/],
    ['2026-11-17,openai,m,t,-4,1,0,1,USD', /^input tokens: "-4" is not a whole number/],
    ['2026-11-17,openai,m,t,"1,000",1,0,1,USD', /^input tokens: "1,000"/],
    ['2026-11-17,openai,m,t,1,0x10,0,1,USD', /^output tokens: "0x10"/],
    ['2026-11-17,openai,m,t,1,1,2,1,USD', /^cached tokens \(2\) are part of the input tokens/],
  ])('rejects %s with its line and why, and keeps the rest', (row, why) => {
    expect(rejections(row)).toEqual([{ line: 3, reason: expect.stringMatching(why) }])
    expect(readCharges(`${HEADER}\n${GOOD}\n${row}`)).toMatchObject({ read: 2, kept: 1 })
    const [korean] = rejections(row, 'ko')
    expect(korean?.reason).toMatch(/[가-힣].*니다[.)]/)
  })
  it.each([
    ['', /^The file is empty; it needs a header line/, /^파일이 비어 있습니다/],
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
    [`${HEADER}\n2026-11-17,"open`, /not readable CSV from line 2/, /^2번째 줄부터/],
  ])('%j is refused as a whole, with what is needed', (text, english, korean) => {
    expect(() => readCharges(text)).toThrow(CsvError)
    expect(() => readCharges(text)).toThrow(english)
    expect(() => readCharges(text, 'ko')).toThrow(korean)
  })
  it('a header alone is a file without charges', () =>
    expect(readCharges(`${HEADER}\n`)).toMatchObject({ read: 0, kept: 0, charges: [], days: [] }))
  it('loses and adds no money: the charges add up to the rows, one a group', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom('16', '17'),
            fc.constantFrom('a', 'b'),
            fc.integer({ min: -99, max: 9999 }),
          ),
          { maxLength: 40 },
        ),
        (rows) => {
          const text = rows.map(([d, m, cents]) => `2026-11-${d},o,${m},t,1,1,0,${cents / 100},USD`)
          const { charges, kept } = readCharges([HEADER, ...text].join('\n'))
          expect(kept).toBe(rows.length)
          expect(charges.reduce((sum, c) => sum + c.effectiveNano, 0n)).toBe(
            rows.reduce((sum, [, , cents]) => sum + BigInt(cents) * 10_000_000n, 0n),
          )
          expect(new Set(charges.map((c) => c.day + c.model)).size).toBe(charges.length)
        },
      ),
    ))
})

describe('the sample company', () => {
  const text = readFileSync('knowledge/sample/spend.csv', 'utf8')
  const sample = readCharges(text)
  it('is thirteen whole weeks up to 2026-11-22, read without a single rejection', () => {
    expect(sample).toMatchObject({ rejected: [], rounded: 0 })
    expect(sample.days).toHaveLength(91)
    expect([sample.days[0], sample.days.at(-1)]).toEqual(['2026-08-24', '2026-11-22'])
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
