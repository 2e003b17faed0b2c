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
  const db = await connect(place)
  try {
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return db
}

/**
 * Opens the database as it is.
 * @throws {DatabaseError} when the embedded one cannot be opened, or the address of the other is none
 */
export async function connect(place: DatabasePlace): Promise<Db> {
  const dialect: Dialect =
    'dataDir' in place ? embeddedDialect(place.dataDir) : await postgresDialect(place.databaseUrl)
  return new Kysely<Tables>({ dialect })
}

/**
 * Brings the tables up to date, or up to the migration that is named; replicas that start at once wait
 * for the first of them.
 * @throws {DatabaseError} when that cannot be; the tables are then as they were
 */
export async function migrate(db: Db, upTo?: string): Promise<void> {
  const migrator = new Migrator({ db, provider: migrationProvider })
  const { error } = await (upTo === undefined
    ? migrator.migrateToLatest()
    : migrator.migrateTo(upTo))
  if (error instanceof DatabaseError) throw error
  if (error) throw new DatabaseError(migrationProblem(reasonOf(error)))
}

function migrationProblem(reason: string): DatabaseError['sentence'] {
  return /previously executed migration/.test(reason)
    ? {
        en: 'The data was written by a newer Rightsize, and tables are never taken back. Run that version or a later one, or point DATA_DIR or DATABASE_URL to another place.',
        ko: '더 새로운 Rightsize가 쓴 데이터이며, 표는 이전 형태로 되돌리지 않습니다. 그 버전이나 이후 버전을 실행하거나 DATA_DIR 또는 DATABASE_URL을 다른 곳으로 지정해 주십시오.',
      }
    : {
        en: `The database tables could not be brought up to date: ${reason}`,
        ko: `데이터베이스 표를 최신 형태로 바꾸지 못했습니다: ${reason}`,
      }
}
