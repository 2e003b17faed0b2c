import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { Kysely, sql } from 'kysely'
import Database from 'libsql'
import type { Db } from './database.ts'
import { snapshotFile } from './embedded.ts'
import { libsqlDialect } from './libsql-dialect.ts'
import type { Tables } from './schema.ts'
import { isEmbedded } from './tables.ts'

/**
 * Lets the database be read as it is at one moment while others go on writing: in one transaction of
 * PostgreSQL, and from a copy of the embedded file, which has only one connection.
 */
export function atOneMoment<T>(db: Db, read: (frozen: Db) => Promise<T>): Promise<T> {
  return isEmbedded(db)
    ? fromCopy(db, read)
    : db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read)
}

async function fromCopy<T>(db: Db, read: (frozen: Db) => Promise<T>): Promise<T> {
  const { rows } = await sql<{ file: string }>`pragma database_list`.execute(db)
  const file = snapshotFile(rows[0]?.file ?? '', randomUUID())
  try {
    // Made beforehand, so that it is its user's alone from the first byte.
    writeFileSync(file, '', { mode: 0o600, flag: 'wx' })
    await sql`vacuum into ${file}`.execute(db)
    const frozen = new Kysely<Tables>({ dialect: libsqlDialect(new Database(file)) })
    try {
      return await read(frozen)
    } finally {
      await frozen.destroy()
    }
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  }
}
