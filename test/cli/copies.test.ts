import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../../src/cli/run.ts'
import { readConfig } from '../../src/config.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { charge, reading } from '../contracts/samples.ts'
import { commandLine, FRIDAY } from '../support/command-line.ts'
import { postgresPrograms, startPostgres } from '../support/postgres.ts'
import { ring } from '../support/rings.ts'

const HANGUL = /[가-힣]/
const folder = mkdtempSync(join(tmpdir(), 'rightsize-copies-'))
const file = join(folder, 'night.jsonl.gz')

/** The command line with no process running. */
const alone = async (environment: Record<string, string>, ...args: string[]) => {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await runCli(args, {
    config: () => readConfig(environment),
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    now: () => FRIDAY,
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('backup and restore on the command line', () => {
  let running: Awaited<ReturnType<typeof commandLine>>
  beforeAll(async () => {
    running = await commandLine()
    const bill = reading([charge({ nano: 12_500_000_000n })])
    await running.state.charges.replace('T000LOCAL', 'csv', bill, 1)
  })
  afterAll(() => running.close())

  it('a backup is written by the running bot, and is told in both languages', async () => {
    const { code, out } = await running.run('backup', file)
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /^Backup of 2026-11-20T12:00:00\.000Z written to .*night\.jsonl\.gz: 3 rows in \d+ tables, [\d,]+ bytes\./,
      ),
    ])
    const korean = await running.run('backup', join(folder, 'ko.gz'), '--lang', 'ko')
    expect(korean.out).toContain('시점의 백업을 썼습니다')
    const refused = await running.run('backup', file, '--lang', 'ko')
    expect([refused.code, refused.err]).toEqual([
      2,
      expect.stringContaining('백업은 파일을 덮어쓰지 않습니다'),
    ])
  })
  it('nothing is restored into a database that a bot is using', async () => {
    const { code, err } = await running.run('restore', file)
    expect([code, err]).toEqual([2, expect.stringMatching(/^The bot is running on .* Stop it/)])
    const move = await running.run('migrate-storage', '--to', 'postgres://127.0.0.1:1/x')
    expect([move.code, move.err]).toEqual([2, expect.stringMatching(/^The bot is running on /)])
  })
  it('a restored database answers as the first one, and what was restored is proven in both languages', async () => {
    const environment = { DATA_DIR: join(folder, 'restored') }
    const dry = await alone(environment, 'restore', file, '--dry-run')
    expect(dry.out).toMatch(/^A backup of 2026-11-20T12:00:00\.000Z, whole: 3 rows /)
    expect(existsSync(environment.DATA_DIR)).toBe(false)
    const { code, out } = await alone(environment, 'restore', file)
    expect([code, out]).toEqual([0, expect.stringContaining('3 rows in ')])
    expect(out).toContain('  charge: 1 rows · billed_nano 12.5 USD · effective_nano 12.5 USD')
    expect((await alone(environment, 'digest', '--week', '2026-W47')).out).toContain('$12.50')
    const again = await alone(environment, 'restore', file, '--lang', 'ko')
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('비어 있지 않습니다')])
    const json = await alone({ DATA_DIR: join(folder, 'json') }, 'restore', file, '--json')
    expect(JSON.parse(json.out).tables).toContainEqual({
      table: 'charge',
      rows: 1,
      amounts: { 'billed_nano USD': '12500000000', 'effective_nano USD': '12500000000' },
      hash: expect.stringMatching(/^[0-9a-f]{16}$/),
    })
  })
  it('the running bot lives on when somebody sends it nothing, or nonsense', async () => {
    const socket = join(running.dataDir, 'rightsize.sock')
    for (const text of ['', '{oops'])
      await new Promise((resolve) =>
        createConnection(socket).once('close', resolve).resume().end(text),
      )
    expect((await running.run('decisions')).code).toBe(0)
  })
  it.each([
    [['backup'], 'backup needs one file', 'backup에는 파일 하나가'],
    [['restore', 'a', 'b'], 'restore needs one file', 'restore에는 파일 하나가'],
    [['restore', 'none.gz'], 'none.gz cannot be read', 'none.gz 파일을 읽을 수 없습니다'],
    [['restore', 'package.json'], 'is no backup of Rightsize', 'Rightsize의 백업이 아닙니다'],
    [['migrate-storage'], 'migrate-storage needs the address', '주소가 필요합니다'],
    [['migrate-storage', '--to', 'mysql://u:secret@h/x'], 'is not an address', '주소가 아닙니다'],
    [['migrate-storage', '--to', 'postgres://u:sec/ret@h/x'], 'write these in the', '%2F'],
  ])('%j is told with the reason, in both languages, with exit code 2', async (args, en, ko) => {
    const environment = { DATA_DIR: join(folder, 'restored') }
    const english = await alone(environment, ...args)
    expect([english.code, english.out, english.err]).toEqual([2, '', expect.stringContaining(en)])
    expect(english.err).not.toMatch(HANGUL)
    const korean = await alone(environment, ...args, '--lang', 'ko')
    expect([korean.code, korean.err]).toEqual([2, expect.stringContaining(ko)])
    expect(english.err + korean.err).not.toMatch(/secret|sec\/ret/)
  })
  it('a folder without a database is not moved, nor made one', async () => {
    const DATA_DIR = join(folder, 'nothing')
    const { code, err } = await alone({ DATA_DIR }, 'migrate-storage', '--to', 'postgres://h/x')
    expect([code, err]).toEqual([2, expect.stringContaining('There is no database in the data')])
    expect(existsSync(DATA_DIR)).toBe(false)
  })
  it('a server that is away is no fault of the input', async () => {
    const url = 'postgres://app:secret@127.0.0.1:1/x'
    const { code, err } = await alone({ DATABASE_URL: url }, 'backup', join(folder, 'never.gz'))
    expect([code, err]).toEqual([
      1,
      'The PostgreSQL database is away (connect ECONNREFUSED 127.0.0.1:1). See that the server runs and can be reached; work goes on by itself once it answers.',
    ])
  })
})

const programs = postgresPrograms()
ring('PostgreSQL', programs !== undefined, 'Debian package postgresql is not installed', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>
  beforeAll(async () => {
    server = await startPostgres(programs ?? '')
  })
  afterAll(() => server.stop())

  it('the embedded database moves to an empty one with counts and sums, once, and a backup of that moves back', async () => {
    const DATA_DIR = join(folder, 'small')
    const from = await openDatabase({ dataDir: DATA_DIR })
    const bill = [
      charge({ nano: 9_007_199_254_740_993_123n }),
      charge({ currency: 'KRW', nano: 5n }),
    ]
    await chargeStore(from).replace('T000LOCAL', 'csv', reading(bill), 1)
    await from.destroy()
    const to = server.url.replace('//postgres@', '//postgres:secret@')
    const { code, out, err } = await alone({ DATA_DIR }, 'migrate-storage', '--to', to)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(
      '  charge: 2 rows · billed_nano 0.000000005 KRW · billed_nano 9007199254.740993123 USD',
    )
    expect(out).toContain('Now start the bot with DATABASE_URL')
    const again = await alone({ DATA_DIR }, 'migrate-storage', '--to', to, '--lang', 'ko')
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('비어 있지 않습니다')])
    expect(out + again.err).not.toContain('secret')

    const back = join(folder, 'back.jsonl.gz')
    expect((await alone({ DATABASE_URL: to, DATA_DIR }, 'backup', back)).code).toBe(0)
    const home = { DATA_DIR: join(folder, 'home') }
    expect((await alone(home, 'restore', back)).code).toBe(0)
    const [one, other] = await Promise.all(
      [DATA_DIR, home.DATA_DIR].map(async (dataDir) => {
        const db = await openDatabase({ dataDir })
        const rows = await db.selectFrom('charge').selectAll().orderBy('currency').execute()
        await db.destroy()
        return rows
      }),
    )
    expect(one).toHaveLength(2)
    expect(other).toEqual(one)
  })
  it('a database that does not exist there is told without the password', async () => {
    const to = server.url
      .replace('//postgres@', '//postgres:secret@')
      .replace(/postgres$/, 'nowhere')
    const DATA_DIR = join(folder, 'small')
    const { code, err } = await alone({ DATA_DIR }, 'migrate-storage', '--to', to)
    expect([code, err]).toEqual([
      2,
      'PostgreSQL cannot be used at this address (database "nowhere" does not exist). Check user, password, host and the name of the database.',
    ])
  })
})

it('a copy that a killed backup left in the data folder is gone with the next start', async () => {
  const dataDir = join(folder, 'killed')
  await (await openDatabase({ dataDir })).destroy()
  writeFileSync(join(dataDir, 'snapshot-1.db'), 'rows')
  await (await openDatabase({ dataDir })).destroy()
  expect(readdirSync(dataDir)).toEqual(['rightsize.db'])
})
