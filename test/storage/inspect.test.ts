import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DatabasePlace } from '../../src/storage/database.ts'
import { inspectDatabase } from '../../src/storage/inspect.ts'
import { migrationProvider } from '../../src/storage/migrations.ts'
import { postgresDialect } from '../../src/storage/postgres.ts'
import { inChild } from '../support/child.ts'
import { postgresPrograms, startPostgres } from '../support/postgres.ts'
import { ring } from '../support/rings.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'rightsize-inspect-'))

/** Runs in processes of their own, one after the other: the embedded file is one process's until that ends. */
const inside = (place: DatabasePlace, ...steps: readonly string[]) =>
  steps
    .map((step) =>
      inChild(`import { sql } from 'kysely'
        import { openDatabase } from './src/storage/database.ts'
        import { inspectDatabase } from './src/storage/inspect.ts'
        const place = ${JSON.stringify(place)}
        ${step}`),
    )
    .filter((said) => said !== '')
const MAKE = 'await (await openDatabase(place)).destroy()'
const LOOK = 'console.log(JSON.stringify(await inspectDatabase(place)))'

/** A look at a database changes nothing, whatever the engine. */
function looks(placeOf: () => Promise<DatabasePlace>): void {
  it('finds tables of this version, and leaves the database as it was', async () => {
    const left = `const db = await openDatabase(place)
      const tables = await db.introspection.getTables()
      console.log(tables.some((t) => t.name === 'rightsize_write_test'))
      await db.destroy()`
    expect(inside(await placeOf(), MAKE, LOOK, left)).toEqual([
      '{"kind":"open","steps":0}',
      'false',
    ])
  })
  it('counts the steps that an earlier version lacks, and takes none', async () => {
    const earlier = `import { Kysely, Migrator } from 'kysely'
      import { embeddedDialect } from './src/storage/embedded.ts'
      import { postgresDialect } from './src/storage/postgres.ts'
      import { migrationProvider } from './src/storage/migrations.ts'
      const dialect = 'dataDir' in place ? embeddedDialect(place.dataDir) : await postgresDialect(place.databaseUrl)
      const db = new Kysely({ dialect })
      await new Migrator({ db, provider: migrationProvider }).migrateTo('0001-first-tables')
      await db.destroy()`
    const steps = Object.keys(await migrationProvider.getMigrations()).length - 1
    const open = JSON.stringify({ kind: 'open', steps })
    expect(inside(await placeOf(), earlier, LOOK, LOOK)).toEqual([open, open])
  })
  it('knows tables of a later version', async () => {
    const later = `const db = await openDatabase(place)
      await sql\`insert into kysely_migration (name, timestamp) values ('9999-later', '2030')\`.execute(db)
      await db.destroy()`
    expect(inside(await placeOf(), later, LOOK)).toEqual(['{"kind":"newer"}'])
  })
}

describe('a look at the embedded database', () => {
  looks(async () => ({ dataDir: folder() }))

  it('makes none where there is none', async () => {
    const dataDir = join(folder(), 'deep', 'data')
    expect(await inspectDatabase({ dataDir })).toEqual({ kind: 'none' })
    expect(existsSync(dataDir)).toBe(false)
  })
  it('says what is wrong with a folder that is a file, or a file that is no database', async () => {
    const file = join(folder(), 'file')
    writeFileSync(file, 'x')
    await expect(inspectDatabase({ dataDir: join(file, 'below') })).rejects.toThrow(
      /^The data directory .* cannot be used: ENOTDIR.*Set DATA_DIR/,
    )
    const dataDir = folder()
    writeFileSync(join(dataDir, 'rightsize.db'), 'not a database, '.repeat(20))
    await expect(inspectDatabase({ dataDir })).rejects.toThrow('cannot be used')
  })
})

const programs = postgresPrograms()
ring('PostgreSQL', programs !== undefined, 'Debian package postgresql is not installed', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>
  let made = 0
  beforeAll(async () => {
    server = await startPostgres(programs ?? '')
  })
  afterAll(() => server.stop())
  const empty = async () => {
    const admin = new Kysely({ dialect: await postgresDialect(server.url) })
    const name = `look${++made}`
    await sql.raw(`create database ${name}`).execute(admin)
    await admin.destroy()
    return { databaseUrl: server.url.replace(/postgres$/, name) }
  }

  describe('a look at PostgreSQL', () => {
    looks(empty)

    it('finds that a user may not write', async () => {
      const { databaseUrl } = await empty()
      const admin = new Kysely({ dialect: await postgresDialect(databaseUrl) })
      await sql`create role reader login`.execute(admin)
      await admin.destroy()
      const asReader = databaseUrl.replace('postgres@', 'reader@')
      await expect(inspectDatabase({ databaseUrl: asReader })).rejects.toThrow(
        /^The database cannot be used: permission denied for schema public\.$/,
      )
    })
  })
})
