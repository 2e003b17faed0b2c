import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Dialect, Kysely, Migrator, PostgresDialect } from 'kysely'
import Database from 'libsql'
import { libsqlDialect } from './libsql-dialect.ts'
import { migrationProvider } from './migrations.ts'
import type { Tables } from './schema.ts'

export type Db = Kysely<Tables>

/** Where the data lives: a folder for the embedded database, or PostgreSQL. */
export type DatabasePlace = Readonly<{ dataDir: string } | { databaseUrl: string }>

/** A sentence for the operator when the database cannot be opened. */
export class DatabaseError extends Error {
  override name = 'DatabaseError'
}

/**
 * Opens the database and brings its tables up to date. The embedded file belongs to one process:
 * a second one on the same folder is refused with a DatabaseError and harms nothing.
 */
export async function openDatabase(place: DatabasePlace): Promise<Db> {
  const db = new Kysely<Tables>({
    dialect: 'dataDir' in place ? embedded(place.dataDir) : await postgres(place.databaseUrl),
  })
  const { error } = await new Migrator({ db, provider: migrationProvider }).migrateToLatest()
  if (error) {
    await db.destroy()
    throw new DatabaseError(
      `The database tables could not be brought up to date: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  return db
}

function embedded(dataDir: string): Dialect {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const database = new Database(join(dataDir, 'rightsize.db'))
  try {
    database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.exec('begin exclusive; commit;')
  } catch (error) {
    database.close()
    if (/locked|busy/i.test(String(error)))
      throw new DatabaseError(
        `Another Rightsize process is using the data directory ${dataDir}. Stop it, or set DATA_DIR to another folder.`,
      )
    throw new DatabaseError(
      `The database in ${dataDir} cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  return libsqlDialect(database)
}

/** `pg` is loaded only when PostgreSQL is configured. */
async function postgres(connectionString: string): Promise<Dialect> {
  const pg = await import('pg').catch(() => undefined)
  if (!pg)
    throw new DatabaseError(
      'DATABASE_URL is set, but the package "pg" is not installed; run npm install pg, or unset DATABASE_URL.',
    )
  const { Pool, types } = pg.default
  const BIGINT = 20
  types.setTypeParser(BIGINT, (text: string) => {
    const value = Number(text)
    if (!Number.isSafeInteger(value))
      throw new DatabaseError(`The database holds ${text}, which is too large for a count.`)
    return value
  })
  return new PostgresDialect({ pool: new Pool({ connectionString, max: 10 }) })
}
