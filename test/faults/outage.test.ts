/** A database that is away and a disk that is full under the running product; part of `npm run test:faults`. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, sql } from 'kysely'
import { postgresDialect } from '../../src/storage/postgres.ts'
import { startBot } from '../support/bot.ts'
import { postgresPrograms, startPostgres } from '../support/postgres.ts'

const AWAY_MS = 20_000
const answers = (page: string): number => page.split('What would flip it').length - 1
const apologies = (page: string): number => page.split('I cannot reach what I keep').length - 1

const programs = postgresPrograms()
await test('with PostgreSQL gone for 20 s in the middle of work the bot lives, says so, and works on when it is back', {
  skip: programs === undefined && 'the Debian package postgresql is not installed',
}, async () => {
  const server = await startPostgres(programs ?? '')
  const dataDir = mkdtempSync(join(tmpdir(), 'rightsize-outage-'))
  const bot = await startBot({ DATABASE_URL: server.url, DATA_DIR: dataDir })
  try {
    assert.equal(answers(await bot.ask()), 1)
    const inFlight = Array.from({ length: 5 }, () => bot.ask())
    server.stop()
    await Promise.all(inFlight)
    const before = answers(await bot.page())
    const gone = await bot.ask()
    assert.equal(answers(gone), before, 'an answer that could not be kept was given')
    assert.ok(apologies(gone) >= 1, 'the person was told nothing')
    await sleep(AWAY_MS)
    const log = bot.log()
    assert.ok(bot.lives(), log)
    assert.match(log, /The PostgreSQL database is away \(connect ECONNREFUSED/)
    assert.doesNotMatch(log, /TypeError|unhandled/i)
    await server.start()
    assert.equal(answers(await bot.ask()), before + 1)
    assert.equal(await bot.stop(), 0)
  } finally {
    bot.kill()
    server.stop()
  }
})

await test('a PostgreSQL that hangs is given up for this statement, and its connection with it', {
  skip: programs === undefined && 'the Debian package postgresql is not installed',
}, async () => {
  const server = await startPostgres(programs ?? '')
  const db = new Kysely<unknown>({ dialect: await postgresDialect(server.url, 300) })
  try {
    const begun = performance.now()
    await assert.rejects(sql`select pg_sleep(30)`.execute(db), /PostgreSQL database is away/)
    assert.ok(performance.now() - begun < 5_000)
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db)
    assert.deepEqual(rows, [{ one: 1 }])
  } finally {
    await db.destroy()
    server.stop()
  }
})

/** A disk of a few megabytes, where this user may mount one. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'rightsize-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder])
  return mounted.status === 0 ? folder : undefined
}

const disk = smallDisk()
await test('with the disk full the bot lives, says so, keeps nothing half, and works on when there is room', {
  skip: disk === undefined && 'this user may not mount a small disk',
}, async () => {
  const folder = disk ?? ''
  const start = () => startBot({ DATA_DIR: folder, DATABASE_URL: '' })
  let bot = await start()
  try {
    assert.equal(answers(await bot.ask()), 1)
    fill(join(folder, 'filler'))
    let page = await bot.page()
    for (let i = 0; i < 50 && apologies(page) === 0; i++) page = await bot.ask()
    assert.equal(apologies(page), 1, 'the disk did not become full')
    assert.match(bot.log(), /The disk of the data directory is full/)
    const backup = spawnSync(process.execPath, ['dist/cli.js', 'backup', join(folder, 'b.gz')], {
      env: { ...process.env, DATA_DIR: folder },
      encoding: 'utf8',
    })
    assert.equal(backup.status, 2)
    assert.match(backup.stderr, /is full|no space|ENOSPC/i)
    assert.deepEqual(
      readdirSync(folder).filter((name) => /snapshot|part|b\.gz/.test(name)),
      [],
    )
    assert.ok(bot.lives())
    rmSync(join(folder, 'filler'))
    const before = answers(page)
    assert.equal(answers(await bot.ask()), before + 1)
    assert.equal(await bot.stop(), 0)
    bot = await start()
    assert.equal(answers(await bot.ask()), 1)
    assert.equal(await bot.stop(), 0)
  } finally {
    bot.kill()
    spawnSync('umount', ['-l', folder])
  }
})

/** Writes until nothing more fits. */
function fill(file: string): void {
  for (const size of [65_536, 1024])
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' })
    } catch (error) {
      assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC')
    }
}
