import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tick } from '../../src/digest/send-digest.ts'
import { type Db, openDatabase } from '../../src/storage/database.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { seenStore } from '../../src/storage/seen-store.ts'
import { storageContracts } from '../contracts/all.ts'
import { copiesContract } from '../contracts/copies.ts'
import { MINUTE, MONDAY, schedule, WEEK } from '../contracts/samples.ts'
import { postgresPrograms, startPostgres } from '../support/postgres.ts'
import { ring } from '../support/rings.ts'
import { recordingChannel, sending } from '../support/sending.ts'

describe('an address of PostgreSQL', () => {
  it('that is none is refused without repeating it', async () => {
    const opening = openDatabase({ databaseUrl: 'mysql://app:secret@db/x' })
    await expect(opening).rejects.toThrow(/^DATABASE_URL is not an address such as postgres:/)
    await expect(opening).rejects.not.toThrow('secret')
  })
  it('where nobody answers is reported with the reason', () =>
    expect(openDatabase({ databaseUrl: 'postgres://app:secret@127.0.0.1:1/x' })).rejects.toThrow(
      /^The PostgreSQL database is away \(connect ECONNREFUSED 127\.0\.0\.1:1\)/,
    ))
})

const programs = postgresPrograms()
ring('PostgreSQL', programs !== undefined, 'Debian package postgresql is not installed', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>
  let opened = 0
  const emptyDatabase = async (): Promise<string> => {
    const admin = await openDatabase({ databaseUrl: server.url })
    const name = `ring${++opened}`
    await sql.raw(`create database ${name}`).execute(admin)
    await admin.destroy()
    return server.url.replace(/postgres$/, name)
  }
  const replicas = (databaseUrl: string, count: number): Promise<Db[]> =>
    Promise.all(Array.from({ length: count }, () => openDatabase({ databaseUrl })))
  beforeAll(async () => {
    server = await startPostgres(programs ?? '')
  })
  afterAll(() => server.stop())

  storageContracts(async () => openDatabase({ databaseUrl: await emptyDatabase() }))
  copiesContract(async () => ({ databaseUrl: await emptyDatabase() }))

  it('three replicas that start at once make the tables once', async () => {
    const all = await replicas(await emptyDatabase(), 3)
    const asked = await Promise.all(all.map((db) => seenStore(db).firstTime('A', 'e1', 1)))
    expect(asked.filter(Boolean)).toHaveLength(1)
    await Promise.all(all.map((db) => db.destroy()))
  })
  it('three replicas that tick at once post each digest once, week after week', async () => {
    const all = await replicas(await emptyDatabase(), 3)
    const [first] = all
    if (!first) throw new Error('no replica')
    for (const channel of ['C1', 'C2', 'C3'])
      await digestLog(first).setSchedule(schedule({ channel }))
    let turn = 0
    const { posts, publisher } = recordingChannel(() => (++turn % 3 === 0 ? 'after-post' : 'none'))
    for (let week = 0; week < 4; week++)
      for (const minutes of [0, 0.25, 2, 5])
        await Promise.all(
          all.map((db, i) =>
            tick(sending(db, publisher, `r${i}`, () => MONDAY + week * WEEK + minutes * MINUTE)),
          ),
        )
    expect(posts).toHaveLength(12)
    expect(new Set(posts.map((p) => p.key)).size).toBe(12)
    await Promise.all(all.map((db) => db.destroy()))
  })
  it('a server that drops its connections costs queries, not the process', async () => {
    const databaseUrl = await emptyDatabase()
    const [db, admin] = await replicas(databaseUrl, 2)
    if (!db || !admin) throw new Error('no replica')
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(admin)
    const outcomes: boolean[] = []
    for (let i = 0; i < 12 && outcomes.at(-1) !== true; i++)
      outcomes.push(
        await seenStore(db)
          .firstTime('A', `e${i}`, 1)
          .catch(() => false),
      )
    expect(outcomes.at(-1)).toBe(true)
    await Promise.all([db.destroy(), admin.destroy()])
  })
})
