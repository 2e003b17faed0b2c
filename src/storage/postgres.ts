import { type Dialect, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import type { Pool } from 'pg'
import { DatabaseError } from './database-error.ts'
import { connectingFault, isUnanswered, postgresFault } from './postgres-faults.ts'

/** PostgreSQL's type number of `bigint`, which the driver hands over as text. */
const BIGINT = 20
/** An unreachable server is reported after this time instead of being waited for. */
const CONNECT_MS = 10_000
/** So long a server may take over a statement that does not make tables; one that hangs is taken for away. */
const ANSWER_MS = 60_000
const MAKES_TABLES = /^\s*(create|alter|drop)\b/i

/**
 * PostgreSQL through `pg`, which is loaded only here.
 * @throws {DatabaseError} when the address is none or `pg` is not installed; the address is not
 * repeated, because it may hold a password
 */
export async function postgresDialect(
  connectionString: string,
  answerMs = ANSWER_MS,
): Promise<Dialect> {
  checkAddress(connectionString)
  const pg = await import('pg').catch(() => undefined)
  if (!pg)
    throw new DatabaseError({
      en: 'PostgreSQL is asked for, but the package "pg" is not installed; run npm install pg, or unset DATABASE_URL to use the embedded database.',
      ko: 'PostgreSQL을 쓰려면 "pg" 패키지가 필요하지만 설치되어 있지 않습니다. npm install pg를 실행하거나 DATABASE_URL을 지워 내장 데이터베이스를 사용해 주십시오.',
    })
  const { types } = pg.default
  types.setTypeParser(BIGINT, (text: string) => {
    const value = Number(text)
    if (!Number.isSafeInteger(value))
      throw new DatabaseError({
        en: `The database holds ${text}, which is too large for a count.`,
        ko: `데이터베이스에 개수로 쓰기에는 너무 큰 값 ${text}이(가) 있습니다.`,
      })
    return value
  })
  const pool = new pg.default.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  })
  // A connection that the server closes is dropped by the pool, and the query on it fails with the
  // reason; without listeners Node would end the process besides.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new PostgresDialect({ pool: sayingFaults(pool, answerMs) })
}

/** An unescaped character in a password would make another host of its end, and errors would name it. */
function checkAddress(text: string): void {
  const [, authority, rest] = /^postgres(?:ql)?:\/\/([^\s/?#]+)(\S*)$/.exec(text) ?? []
  if (authority === undefined)
    throw new DatabaseError({
      en: 'DATABASE_URL is not an address such as postgres://user:password@host:5432/name. Mend it, or unset it to use the embedded database.',
      ko: 'DATABASE_URL이 postgres://user:password@host:5432/name 같은 주소가 아닙니다. 고치거나, 지워서 내장 데이터베이스를 사용해 주십시오.',
    })
  if (rest?.includes('@'))
    throw new DatabaseError({
      en: 'The address of PostgreSQL has a /, ? or # before its @; write these in the password as %2F, %3F and %23.',
      ko: 'PostgreSQL 주소의 @ 앞에 /, ? 또는 #이 있습니다. 비밀번호 안에서는 %2F, %3F, %23으로 적어 주십시오.',
    })
}

/** A pool whose failures are told in sentences. */
function sayingFaults(pool: Pool, answerMs: number): PostgresPool {
  const said = async <T>(work: () => Promise<T>, say: (error: unknown) => unknown): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw say(error)
    }
  }
  return {
    end: () => pool.end(),
    connect: async () => {
      const client = await said(() => pool.connect(), connectingFault)
      let lost: Error | undefined
      const query = (text: string, values: readonly unknown[]) =>
        said(
          () => {
            const patience = MAKES_TABLES.test(text) ? {} : { query_timeout: answerMs }
            return client.query({ text, values, ...patience })
          },
          (error) => {
            if (isUnanswered(error)) lost = error
            return postgresFault(error)
          },
        )
      return {
        // A connection on which an answer is still to come is not given to the next.
        release: () => client.release(lost),
        query: query as unknown as PostgresPoolClient['query'],
      }
    },
  }
}
