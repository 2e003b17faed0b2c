import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine } from '../support/command-line.ts'
import { fileWith } from '../support/file.ts'
import { COLUMNS, file, without } from '../support/focus-file.ts'

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
    ['that is empty', '', 'bill.csv is empty', 'bill.csv 파일이 비어'],
    ['of blank lines', '\n\n\n', 'is empty', '비어'],
    [
      'that is empty when it is unpacked',
      gzipSync(''),
      'bill.csv is empty',
      'bill.csv 파일이 비어',
    ],
    ['packed twice', gzipSync(gzipSync(GOOD)), 'gzip twice', '두 번 압축'],
    ['that is packed and cut short', gzipSync(GOOD).subarray(0, 40), 'cut short', '중간에 끊겼'],
    [
      'that is Parquet and cut short',
      Buffer.from('PAR1 and then no'),
      'as Parquet',
      'Parquet로 읽을',
    ],
    [
      'that is a web page',
      '<!DOCTYPE html><html><body>Sign in</body></html>',
      'Sign in',
      'Sign in',
    ],
    ['with the header of something else', 'when,who\n1,2', '"when,who"', '"when,who"'],
    ['with missing columns', 'date,cost\n2026-11-02,1', 'provider, model', 'provider, model'],
    ['with a column twice', `${HEADER},cost\n${row('2026-11-02')},5`, 'cost, cost', 'cost 열이 둘'],
    [
      'of FOCUS with a column twice, in other letters',
      file([{}], [...COLUMNS, 'EffectiveCost']).replace('EffectiveCost', 'effectivecost'),
      'more than one column for EffectiveCost',
      'EffectiveCost 열이 둘 이상',
    ],
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

  it('with a header alone holds no charge, says so and changes nothing', async () => {
    const before = await stored()
    for (const header of [HEADER, file([])]) {
      const { code, out } = await run('import', fileWith(header))
      expect([code, out]).toEqual([0, expect.stringContaining('There was no charge in it.')])
      expect((await run('import', fileWith(header), '--lang', 'ko')).out).toContain(
        '비용 항목이 없',
      )
    }
    expect(await stored()).toEqual(before)
  })
  it.each(['bill.parquet', 'bill.csv.gz', 'bill.txt', 'bill'])(
    'that is CSV in truth is read as such when it is called %s',
    async (name) => {
      const { out } = await run('import', fileWith(GOOD, name))
      expect(out).toContain('Rows read 2, kept 2, rejected 0')
    },
  )
})
