import { type Dialect, PostgresDialect } from 'kysely'
import { DatabaseError } from './database-error.ts'

/** PostgreSQL's type number of `bigint`, which the driver hands over as text. */
const BIGINT = 20
/** An unreachable server is reported after this time instead of being waited for. */
const CONNECT_MS = 10_000

/**
 * PostgreSQL through `pg`, which is loaded only here.
 * @throws {DatabaseError} when the address is none or `pg` is not installed; the address is not
 * repeated, because it may hold a password
 */
export async function postgresDialect(connectionString: string): Promise<Dialect> {
  if (!/^postgres(ql)?:\/\/\S+$/.test(connectionString))
    throw new DatabaseError(
      'DATABASE_URL is not an address such as postgres://user:password@host:5432/name. Mend it, or unset it to use the embedded database.',
    )
  const pg = await import('pg').catch(() => undefined)
  if (!pg)
    throw new DatabaseError(
      'DATABASE_URL is set, but the package "pg" is not installed; run npm install pg, or unset DATABASE_URL.',
    )
  const { Pool, types } = pg.default
  types.setTypeParser(BIGINT, (text: string) => {
    const value = Number(text)
    if (!Number.isSafeInteger(value))
      throw new DatabaseError(`The database holds ${text}, which is too large for a count.`)
    return value
  })
  const pool = new Pool({ connectionString, max: 10, connectionTimeoutMillis: CONNECT_MS })
  // A connection that the server closes is dropped by the pool, and the query on it fails with the
  // reason; without listeners Node would end the process besides.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new PostgresDialect({ pool })
}
