import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conversationStore } from '../../src/storage/conversation-store.ts'
import { type Db, openDatabase } from '../../src/storage/database.ts'
import { postgresPrograms, startPostgres } from '../support/postgres.ts'
import { ring } from '../support/rings.ts'
import { storageContract } from './contract.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'rightsize-data-'))

describe('the embedded database', () => {
  storageContract(() => openDatabase({ dataDir: folder() }))

  it('keeps everything over a restart', async () => {
    const dataDir = folder()
    const script = `import { openDatabase } from './src/storage/database.ts'; import { seenStore } from './src/storage/seen-store.ts'; const db = await openDatabase({ dataDir: ${JSON.stringify(dataDir)} }); console.log(await seenStore(db).firstTime('A', 'e1', 1)); await db.destroy()`
    const run = () =>
      spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        encoding: 'utf8',
      }).stdout.trim()
    expect([run(), run()]).toEqual(['true', 'false'])
  })
  it('refuses a second process on the same folder with a plain sentence, and the first goes on', async () => {
    const dataDir = folder()
    const db = await openDatabase({ dataDir })
    const script = `import { openDatabase } from './src/storage/database.ts'; await openDatabase({ dataDir: ${JSON.stringify(dataDir)} }).then(() => console.log('opened'), (e) => console.log(e.message))`
    const { stdout } = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script],
      { encoding: 'utf8' },
    )
    expect(stdout).toContain('Another Rightsize process is using the data directory')
    expect(await conversationStore(db).turn('A', 'none')).toBeUndefined()
    await db.destroy()
  })
})

const programs = postgresPrograms()
ring('PostgreSQL', programs !== undefined, 'Debian package postgresql is not installed', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>
  beforeAll(async () => {
    server = await startPostgres(programs ?? '')
  }, 60_000)
  afterAll(() => server.stop())
  let opened = 0
  storageContract(async (): Promise<Db> => {
    const admin = await openDatabase({ databaseUrl: server.url })
    const name = `ring${++opened}`
    await sql.raw(`create database ${name}`).execute(admin)
    await admin.destroy()
    return openDatabase({ databaseUrl: server.url.replace(/postgres$/, name) })
  })
})
