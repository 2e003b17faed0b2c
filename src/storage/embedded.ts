import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Dialect } from 'kysely'
import Database from 'libsql'
import { DatabaseError, reasonOf } from './database-error.ts'
import { libsqlDialect } from './libsql-dialect.ts'

/**
 * The SQLite file `rightsize.db` in a folder, which is made when it is missing. The file is locked
 * by a write at once, not at the first query, so that a second process finds out when it starts.
 * @throws {DatabaseError} when the folder or the file cannot be used
 */
export function embeddedDialect(dataDir: string): Dialect {
  const cannot = (error: unknown) =>
    new DatabaseError({
      en: `The data directory ${dataDir} cannot be used: ${reasonOf(error)}. Set DATA_DIR to a folder that this user may write to.`,
      ko: `데이터 폴더 ${dataDir}를 쓸 수 없습니다: ${reasonOf(error)}. 이 사용자가 쓸 수 있는 폴더를 DATA_DIR로 지정해 주십시오.`,
    })
  const database = attempt(() => {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    return new Database(embeddedFile(dataDir))
  }, cannot)
  try {
    database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.exec('begin exclusive; commit;')
  } catch (error) {
    database.close()
    if (!/locked|busy/i.test(String(error))) throw cannot(error)
    throw new DatabaseError({
      en: `Another Rightsize process is using the data directory ${dataDir}. Stop it, or set DATA_DIR to another folder.`,
      ko: `다른 Rightsize 프로세스가 데이터 폴더 ${dataDir}를 사용하고 있습니다. 그 프로세스를 멈추거나 DATA_DIR을 다른 폴더로 지정해 주십시오.`,
    })
  }
  forgetSnapshots(dataDir)
  return libsqlDialect(database)
}

/** The file of the embedded database. */
export function embeddedFile(dataDir: string): string {
  return join(dataDir, 'rightsize.db')
}

/** Where the database is copied to while the copy is read. */
export function snapshotFile(databaseFile: string, id: string): string {
  return join(dirname(databaseFile), `snapshot-${id}.db`)
}

/** Takes away what a process that was killed in the middle of a backup left behind. */
function forgetSnapshots(dataDir: string): void {
  for (const name of readdirSync(dataDir))
    if (/^snapshot-.+\.db(-\w+)?$/.test(name)) rmSync(join(dataDir, name))
}

function attempt<T>(make: () => T, problem: (error: unknown) => DatabaseError): T {
  try {
    return make()
  } catch (error) {
    throw problem(error)
  }
}
