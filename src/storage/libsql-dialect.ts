import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type Database from 'libsql'
import { codeOf, DatabaseFaultError, reasonOf } from './database-error.ts'

/** Kysely over one synchronous libsql connection; transactions queue so that they never interleave. */
export function libsqlDialect(database: Database.Database): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new SingleConnectionDriver(database),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** SQLite undoes a half-made table like any other write, so a start that was cut off can be repeated. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class SingleConnectionDriver implements Driver {
  private readonly database: Database.Database
  private readonly connection: DatabaseConnection
  private tail: Promise<void> = Promise.resolve()
  private release: () => void = () => undefined

  constructor(database: Database.Database) {
    this.database = database
    this.connection = connectionTo(database)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.tail
    let release: () => void = () => undefined
    this.tail = new Promise((resolve) => {
      release = resolve
    })
    await before
    this.release = release
    return this.connection
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full disk has ended the transaction already, and what is said must be that.
    if (this.database.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async releaseConnection(): Promise<void> {
    this.release()
  }

  async destroy(): Promise<void> {
    // Prepared statements keep the file open, and with it the exclusive lock, until they are collected;
    // outside of the write-ahead log the lock can be given up first.
    try {
      this.database.pragma('journal_mode = DELETE')
      this.database.pragma('locking_mode = NORMAL')
      this.database.pragma('schema_version')
    } catch {
      // A disk that is full or fails: the log stays and is read when the file is opened again.
    }
    this.database.close()
  }
}

function connectionTo(database: Database.Database): DatabaseConnection {
  return {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
      try {
        const statement = database.prepare(sql)
        if (statement.reader) return { rows: statement.all(parameters) as R[] }
        const { changes } = statement.run(parameters)
        return { rows: [], numAffectedRows: BigInt(changes) }
      } catch (error) {
        throw embeddedFault(error)
      }
    },
    streamQuery: () => {
      throw new Error('Rows are not streamed from the embedded database.')
    },
  }
}

/** An error of SQLite as a sentence where the disk is full or fails; any other as it is. */
function embeddedFault(error: unknown): unknown {
  const reason = reasonOf(error)
  if (codeOf(error) === 'SQLITE_FULL')
    return new DatabaseFaultError({
      en: `The disk of the data directory is full (${reason}). Nothing of this was stored; make room, work then goes on by itself.`,
      ko: `데이터 폴더가 있는 디스크가 가득 찼습니다(${reason}). 이번 내용은 저장되지 않았습니다. 공간을 마련하면 저절로 이어집니다.`,
    })
  if (codeOf(error).startsWith('SQLITE_IOERR'))
    return new DatabaseFaultError({
      en: `The disk of the data directory fails (${reason}). Nothing of this was stored; see that the disk is sound and mounted for writing.`,
      ko: `데이터 폴더의 디스크를 읽거나 쓸 수 없습니다(${reason}). 이번 내용은 저장되지 않았습니다. 디스크가 정상이고 쓰기로 마운트되어 있는지 확인해 주십시오.`,
    })
  return error
}
