import { existsSync } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Kysely, Migrator, sql } from 'kysely'
import type { DatabaseState } from '../operation/doctor/stored.ts'
import type { DatabasePlace } from './database.ts'
import { DatabaseError, reasonOf } from './database-error.ts'
import { embeddedDialect } from './embedded.ts'
import { migrationProvider } from './migrations.ts'
import { postgresDialect } from './postgres.ts'

/**
 * Looks at a database and leaves it as it was: its tables are not brought up to date, and the write
 * that is tried is taken back.
 * @throws {DatabaseError} when it cannot be reached, or takes no writes
 */
export async function inspectDatabase(place: DatabasePlace): Promise<DatabaseState> {
  if ('dataDir' in place && !existsSync(join(place.dataDir, 'rightsize.db'))) {
    await canBeMade(place.dataDir)
    return { kind: 'none' }
  }
  const dialect =
    'dataDir' in place ? embeddedDialect(place.dataDir) : await postgresDialect(place.databaseUrl)
  const db = new Kysely<{ kysely_migration: { name: string } }>({ dialect })
  try {
    const all = await new Migrator({ db, provider: migrationProvider }).getMigrations()
    const steps = all.filter((m) => m.executedAt === undefined).length
    if (
      steps < all.length &&
      (await isNewer(
        db,
        all.map((m) => m.name),
      ))
    )
      return { kind: 'newer' }
    await tryWrite(db)
    return { kind: 'open', steps }
  } catch (error) {
    throw error instanceof DatabaseError
      ? error
      : new DatabaseError({
          en: `The database cannot be used: ${reasonOf(error)}.`,
          ko: `데이터베이스를 쓸 수 없습니다: ${reasonOf(error)}.`,
        })
  } finally {
    await db.destroy()
  }
}

/** The folder, or where it is yet to be made the one that it will be made in. */
export function nearestFolder(path: string): string {
  const folder = resolve(path)
  return existsSync(folder) ? folder : nearestFolder(dirname(folder))
}

async function canBeMade(dataDir: string): Promise<void> {
  // The dot tells a folder from a file, which could be written to as well.
  await access(`${nearestFolder(dataDir)}/.`, constants.W_OK).catch((error: unknown) => {
    throw new DatabaseError({
      en: `The data directory ${dataDir} cannot be used: ${reasonOf(error)}. Set DATA_DIR to a folder that this user may write to.`,
      ko: `데이터 디렉터리 ${dataDir}을(를) 쓸 수 없습니다: ${reasonOf(error)}. 이 사용자가 쓸 수 있는 폴더를 DATA_DIR로 지정해 주십시오.`,
    })
  })
}

async function isNewer(
  db: Kysely<{ kysely_migration: { name: string } }>,
  known: readonly string[],
): Promise<boolean> {
  const done = await db.selectFrom('kysely_migration').select('name').execute()
  return done.some(({ name }) => !known.includes(name))
}

/** Takes back what it did, in both engines. */
class TakenBack extends Error {}

async function tryWrite(db: Kysely<{ kysely_migration: { name: string } }>): Promise<void> {
  const writing = db.transaction().execute(async (tx) => {
    await sql`create table rightsize_write_test (x integer)`.execute(tx)
    throw new TakenBack()
  })
  await writing.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error
  })
}
