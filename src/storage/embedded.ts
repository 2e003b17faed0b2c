import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
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
    new DatabaseError(
      `The data directory ${dataDir} cannot be used: ${reasonOf(error)}. Set DATA_DIR to a folder that this user may write to.`,
    )
  const database = attempt(() => {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    return new Database(join(dataDir, 'rightsize.db'))
  }, cannot)
  try {
    database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.exec('begin exclusive; commit;')
  } catch (error) {
    database.close()
    if (!/locked|busy/i.test(String(error))) throw cannot(error)
    throw new DatabaseError(
      `Another Rightsize process is using the data directory ${dataDir}. Stop it, or set DATA_DIR to another folder.`,
    )
  }
  return libsqlDialect(database)
}

function attempt<T>(make: () => T, problem: (error: unknown) => DatabaseError): T {
  try {
    return make()
  } catch (error) {
    throw problem(error)
  }
}
