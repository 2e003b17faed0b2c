import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { commandLine } from '../support/command-line.ts'
import { fileWith } from '../support/file.ts'
import { file, without } from '../support/focus-file.ts'

const { run, state, close } = await commandLine()
afterAll(close)
const stored = () => state.charges.charges(state.tenant, '2000-01-01', '2099-12-31')
const OWN = 'When,Engine,Due\n11/17/2026,gpt-6-luna,"$1,250.50"\n'

describe('what the person says of a file', () => {
  it('is taken for its columns, currency and provider, and the report says what was taken for granted', async () => {
    const said = [
      '--map',
      'date=when, model=Engine,cost=Due',
      '--currency',
      'krw',
      '--provider',
      'OpenAI',
    ]
    const { code, out } = await run('import', fileWith(OWN), ...said)
    expect([code, out]).toEqual([0, expect.stringContaining('KRW: effective ₩1,25')])
    expect(out).toContain('month first (M/D/Y)')
    expect(out).toContain('KRW was taken, as you said')
    expect(await stored()).toMatchObject([
      {
        day: '2026-11-17',
        provider: 'openai',
        model: 'gpt-6-luna',
        effectiveNano: 1_250_500_000_000n,
        currency: 'KRW',
      },
    ])
    const korean = await run('import', fileWith(OWN), ...said, '--lang', 'ko', '--dry-run')
    expect(korean.out).toMatch(/월\/일\/연도.*[\s\S]*지정하신 KRW/)
  })
  it('is taken for the team, and for the currency of a FOCUS file without one', async () => {
    const bill = fileWith(
      file([{ Tags: '{"squad":"core","owner":"ann"}' }], without('BillingCurrency')),
    )
    const { out } = await run('import', bill, '--currency', 'EUR', '--team-tag', 'owner')
    expect(out).toContain('EUR: effective €1.25, billed €1.50; of usage money, team known for 100%')
    expect((await stored()).find((c) => c.source === 'focus')?.team).toBe('ann')
  })
  it.each<[string[], string, string]>([
    [['--map', 'price=Due'], 'received "price=Due"', '받은 값: "price=Due"'],
    [['--map', 'cost'], 'received "cost"', '받은 값: "cost"'],
    [
      ['--map', 'cost=Price'],
      'cost=Price names a column that the header does not have',
      '열이 머리글에 없습니다',
    ],
    [['--currency', 'dollars'], 'received "dollars"', '받은 값: "dollars"'],
    [['--currency', 'ZZZ'], 'received "ZZZ"', '받은 값: "ZZZ"'],
    [['--colour'], 'no option --colour', '--colour 옵션은 없습니다'],
  ])('and cannot be used, %j, is refused with why, in both languages', async (said, en, ko) => {
    const before = await stored()
    const english = await run('import', fileWith(OWN), ...said)
    expect([english.code, english.out]).toEqual([2, ''])
    expect(english.err).toContain(en)
    expect((await run('import', fileWith(OWN), ...said, '--lang', 'ko')).err).toContain(ko)
    expect(await stored()).toEqual(before)
  })
  it('is refused without a file, with one that is not there, and with a folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rightsize-folder-'))
    for (const paths of [[], [join(folder, 'none.csv')], [folder]]) {
      const { code, err } = await run('import', ...paths, '--lang', 'ko')
      expect([code, err]).toEqual([
        2,
        expect.stringMatching(/파일을 읽을 수 없습니다|파일이 필요합니다/),
      ])
    }
  })
  it('of where refused rows go is said when it cannot be written to; the rest was imported', async () => {
    const bill = fileWith('date,provider,model,cost,currency\n2026-11-20,openai,m,1,USD\nx\n')
    const nowhere = join(tmpdir(), 'rightsize-none', 'rejects.csv')
    const english = await run('import', bill, '--rejects', nowhere)
    expect([english.code, english.err]).toEqual([2, expect.stringContaining('cannot be written')])
    const korean = await run('import', bill, '--rejects', nowhere, '--lang', 'ko')
    expect(korean.err).toContain('파일에 쓸 수 없습니다')
    expect((await stored()).some((c) => c.day === '2026-11-20')).toBe(true)
    const here = fileWith('', 'rejects.csv')
    await run('import', bill, '--rejects', here)
    expect(readFileSync(here, 'utf8')).toContain('bill.csv,3,')
  })
})
