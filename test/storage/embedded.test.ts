import { mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { chargeStore } from '../../src/storage/charge-store.ts'
import { conversationStore } from '../../src/storage/conversation-store.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { storageContracts } from '../contracts/all.ts'
import { copiesContract } from '../contracts/copies.ts'
import { charge, reading, turn } from '../contracts/samples.ts'
import { inChild } from '../support/child.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'rightsize-data-'))
const opening = (dataDir: string) =>
  `import { openDatabase } from './src/storage/database.ts'
   import { chargeStore } from './src/storage/charge-store.ts'
   import { conversationStore } from './src/storage/conversation-store.ts'
   import { charge, turn, reading } from './test/contracts/samples.ts'
   const tried = await openDatabase({ dataDir: ${JSON.stringify(dataDir)} }).catch((e) => e.name + ': ' + e.message)
   if (typeof tried === 'string') console.log(tried)
   const db = typeof tried === 'string' ? undefined : tried
`

describe('the embedded database', () => {
  storageContracts(() => openDatabase({ dataDir: folder() }))
  copiesContract(async () => ({ dataDir: folder() }))

  it('keeps everything over a restart, money above 2^53 included', async () => {
    const dataDir = folder()
    inChild(`${opening(dataDir)}
      await conversationStore(db).save(turn())
      await chargeStore(db).replace('A', 'csv', reading([charge({ nano: 9007199254740993123n })]), 0)
      await db.destroy()`)
    const kept = inChild(`${opening(dataDir)}
      const [found] = await chargeStore(db).charges('A', '2026-11-16', '2026-11-16')
      console.log(JSON.stringify([await conversationStore(db).turn('A', 't1'), String(found.effectiveNano)]))
      await db.destroy()`)
    expect(JSON.parse(kept)).toEqual([turn(), '9007199254740993123'])
  })
  it('refuses a second process on the same folder with a plain sentence, and harms nothing', async () => {
    const dataDir = folder()
    const db = await openDatabase({ dataDir })
    await conversationStore(db).save(turn())
    expect(inChild(opening(dataDir))).toBe(
      `DatabaseError: Another Rightsize process is using the data directory ${dataDir}. Stop it, or set DATA_DIR to another folder.`,
    )
    await conversationStore(db).save(turn({ id: 't2' }))
    expect(await conversationStore(db).turns(turn().place)).toHaveLength(2)
    await db.destroy()
  })
  it('makes a missing folder for its user alone, with write-ahead log, full sync and exclusive lock', async () => {
    const dataDir = join(folder(), 'deep', 'data')
    const db = await openDatabase({ dataDir })
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    const rows = async (pragma: string) => (await sql.raw(`pragma ${pragma}`).execute(db)).rows
    expect(await rows('journal_mode')).toEqual([{ journal_mode: 'wal' }])
    expect(await rows('synchronous')).toEqual([{ synchronous: 2 }])
    expect(await rows('locking_mode')).toEqual([{ locking_mode: 'exclusive' }])
    expect(readdirSync(dataDir)).toContain('rightsize.db')
    await db.destroy()
  })
  it('says what is wrong with a folder that cannot be used', async () => {
    const file = join(folder(), 'file')
    writeFileSync(file, 'x')
    for (const dataDir of [file, join(file, 'below')])
      await expect(openDatabase({ dataDir })).rejects.toThrow(
        /^The data directory .*file.* cannot be used: .*\. Set DATA_DIR to a folder/,
      )
  })
  it('says that the disk is full, keeps nothing half, and goes on when there is room', async () => {
    const db = await openDatabase({ dataDir: folder() })
    const charges = chargeStore(db)
    const all = () => charges.charges('A', '2026-01-01', '2026-12-31')
    await charges.replace('A', 'csv', reading([charge()]), 0)
    const pages = await sql<{ page_count: number }>`pragma page_count`.execute(db)
    const limit = (count: number) => sql.raw(`pragma max_page_count = ${count}`).execute(db)
    await limit((pages.rows[0]?.page_count ?? 0) + 1)
    const large = reading(Array.from({ length: 2000 }, (_, i) => charge({ model: `m${i}` })))
    await expect(charges.replace('A', 'csv', large, 0)).rejects.toThrow(
      /^The disk of the data directory is full \(.*\)\. Nothing of this was stored; make room/,
    )
    expect(await all()).toEqual([charge()])
    await limit(1_000_000)
    await charges.replace('A', 'csv', large, 0)
    expect(await all()).toHaveLength(2000)
    expect((await sql`pragma integrity_check`.execute(db)).rows).toEqual([
      { integrity_check: 'ok' },
    ])
    await db.destroy()
  })
  it('does not write over a file that is no database', async () => {
    const dataDir = folder()
    writeFileSync(join(dataDir, 'rightsize.db'), 'not a database, '.repeat(20))
    await expect(openDatabase({ dataDir })).rejects.toThrow('cannot be used')
    expect(statSync(join(dataDir, 'rightsize.db')).size).toBe(320)
  })
  it('makes all tables or none, so that a start that failed can be repeated', () => {
    const dataDir = folder()
    const path = join(dataDir, 'rightsize.db')
    const file = new Database(path)
    file.exec('create table digest (in_the_way text)')
    file.close()
    expect(inChild(opening(dataDir))).toContain(
      'The database tables could not be brought up to date: table "digest" already exists',
    )
    const again = new Database(path)
    again.exec('drop table digest')
    again.close()
    expect(
      inChild(`${opening(dataDir)} console.log(await conversationStore(db).turn('A', 'none'))`),
    ).toBe('undefined')
  })
  it('brings schedules and digests of the first version along, under the keys they were posted with', () => {
    const dataDir = folder()
    const kept = inChild(`import { Kysely, Migrator } from 'kysely'
      import { embeddedDialect } from './src/storage/embedded.ts'
      import { migrationProvider } from './src/storage/migrations.ts'
      import { digestLog } from './src/storage/digest-log.ts'
      import { outbox } from './src/storage/outbox.ts'
      const db = new Kysely({ dialect: embeddedDialect(${JSON.stringify(dataDir)}) })
      const migrator = new Migrator({ db, provider: migrationProvider })
      await migrator.migrateTo('0004-spend')
      await db.insertInto('schedule').values({ tenant_id: 'A', channel_id: 'C1', weekday: 3, hour: 9, zone: 'UTC', language: 'ko', next_run: 5, revision: 7 }).execute()
      const digest = { tenant_id: 'A', channel_id: 'C1', language: 'ko', attempt: 1, owner: 'o', lease_until: 700000000, payload_json: '{"week":"2026-W47"}', message_ts: null }
      await db.insertInto('digest').values([{ ...digest, week: '2026-W46', state: 'posted', message_ts: '1.0' }, { ...digest, week: '2026-W47', state: 'sending' }]).execute()
      const { error } = await migrator.migrateToLatest()
      if (error) throw error
      const posted = await db.selectFrom('outbox').select(['key', 'message_ts']).where('state', '=', 'posted').execute()
      console.log(JSON.stringify([await digestLog(db).schedules(), await outbox(db).open(800000000), posted]))`)
    expect(JSON.parse(kept)).toEqual([
      [
        {
          ...{
            tenant: 'T000LOCAL',
            channel: 'C1',
            cadence: 'weekly',
            day: 3,
            hour: 9,
            zone: 'UTC',
          },
          ...{ language: 'ko', nextRun: 5, revision: 7 },
        },
      ],
      [
        {
          ...{
            tenant: 'T000LOCAL',
            channel: 'C1',
            key: '2026-W47',
            kind: 'digest',
            period: '2026-W47',
          },
          ...{ language: 'ko', state: 'sending', attempt: 1, owner: 'o', leaseUntil: 700_000_000 },
          ...{ content: { kind: 'digest', digest: { week: '2026-W47' } }, createdAt: 95_200_000 },
        },
      ],
      [{ key: '2026-W46', message_ts: '1.0' }],
    ])
  })
  it.each([
    ['one team are the installation’s, with its settings', ['T1'], ['T000LOCAL 2']],
    ['several teams stay apart', ['T1', 'T2'], ['T000LOCAL 1', 'T1 2', 'T2 2']],
  ])('rows of %s', (_, teams, kept) => {
    const dataDir = folder()
    const found = inChild(`import { Kysely, Migrator } from 'kysely'
      import { embeddedDialect } from './src/storage/embedded.ts'
      import { migrationProvider } from './src/storage/migrations.ts'
      const db = new Kysely({ dialect: embeddedDialect(${JSON.stringify(dataDir)}) })
      const migrator = new Migrator({ db, provider: migrationProvider })
      await migrator.migrateTo('0008-posted-figures')
      const row = { changed_by: null, changed_at: null, content_json: '{}' }
      const local = { tenant_id: 'T000LOCAL', revision: 1, ...row }
      const teams = ${JSON.stringify(teams)}.map((tenant_id) => ({ tenant_id, revision: 2, ...row }))
      await db.insertInto('settings').values([local, ...teams]).execute()
      const { error } = await migrator.migrateToLatest()
      if (error) throw error
      const rows = await db.selectFrom('settings').selectAll().orderBy('tenant_id').execute()
      console.log(JSON.stringify(rows.map((r) => r.tenant_id + ' ' + r.revision)))`)
    expect(JSON.parse(found)).toEqual(kept)
  })
  it('brings charges of the first version along, and refuses data of a later one', () => {
    const dataDir = folder()
    mkdirSync(dataDir, { recursive: true })
    const first = `import { Kysely, Migrator } from 'kysely'
      import { embeddedDialect } from './src/storage/embedded.ts'
      import { migrationProvider } from './src/storage/migrations.ts'
      const raw = new Kysely({ dialect: embeddedDialect(${JSON.stringify(dataDir)}) })`
    inChild(`${first}
      const { error } = await new Migrator({ db: raw, provider: migrationProvider }).migrateTo('0001-first-tables')
      if (error) throw error
      await raw.insertInto('charge').values({ tenant_id: 'A', source: 'csv', day: '2026-11-16', provider: 'p', model: 'm', team: '', currency: 'USD', input_tokens: 1, output_tokens: 2, cached_tokens: 0, cost_nano: '5' }).execute()
      await raw.destroy()`)
    expect(
      inChild(`${opening(dataDir)}
        const [found] = await chargeStore(db).charges('A', '2026-11-16', '2026-11-16')
        const [sum] = await chargeStore(db).weeks('A', '2026-W47', '2026-W47')
        console.log(JSON.stringify(found.tokens), found.effectiveNano, sum.effectiveNano)
        await db.insertInto('kysely_migration').values({ name: '9999-later', timestamp: '2030-01-01' }).execute()`),
    ).toBe('{"input":1,"cacheRead":0,"output":2} 5n 5n')
    expect(inChild(opening(dataDir))).toContain('written by a newer Rightsize')
  })
})
