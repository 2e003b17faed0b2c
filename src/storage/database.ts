import { type Dialect, Kysely, Migrator } from 'kysely'
import { DatabaseError, reasonOf } from './database-error.ts'
import { embeddedDialect } from './embedded.ts'
import { migrationProvider } from './migrations.ts'
import { postgresDialect } from './postgres.ts'
import type { Tables } from './schema.ts'

export type Db = Kysely<Tables>

/** Where the data lives: a folder for the embedded database, or PostgreSQL. */
export type DatabasePlace = Readonly<{ dataDir: string } | { databaseUrl: string }>

/**
 * Opens the database and brings its tables up to date. The embedded file belongs to one process:
 * a second one on the same folder is refused and harms nothing.
 * @throws {DatabaseError} with a sentence for the operator when it cannot be opened
 */
export async function openDatabase(place: DatabasePlace): Promise<Db> {
  const dialect: Dialect =
    'dataDir' in place ? embeddedDialect(place.dataDir) : await postgresDialect(place.databaseUrl)
  const db = new Kysely<Tables>({ dialect })
  const { error } = await new Migrator({ db, provider: migrationProvider }).migrateToLatest()
  if (error) {
    await db.destroy()
    throw new DatabaseError(migrationProblem(reasonOf(error)))
  }
  return db
}

function migrationProblem(reason: string): string {
  return /previously executed migration/.test(reason)
    ? 'The data was written by a newer Rightsize, and tables are never taken back. Run that version or a later one, or point DATA_DIR or DATABASE_URL to another place.'
    : `The database tables could not be brought up to date: ${reason}`
}
