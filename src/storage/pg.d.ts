/** The small part of `pg` that is used; the package is optional and ships no types. */
declare module 'pg' {
  import type { PostgresQueryResult } from 'kysely'

  type Options = {
    connectionString: string
    max: number
    connectionTimeoutMillis: number
    keepAlive: boolean
  }

  type Errors = { on(event: 'error', listen: (error: Error) => void): void }
  export type Client = {
    query<R>(asked: {
      text: string
      values: readonly unknown[]
      /** Milliseconds after which the answer is no longer waited for. */
      query_timeout?: number
    }): Promise<PostgresQueryResult<R>>
    /** Gives the connection back, or closes it where an error is given. */
    release(error?: Error): void
  }
  export type Pool = Errors & {
    on(event: 'connect', listen: (client: Errors) => void): void
    connect(): Promise<Client>
    end(): Promise<void>
  }

  const pg: {
    Pool: new (options: Options) => Pool
    types: { setTypeParser(type: number, parse: (text: string) => unknown): void }
  }
  export default pg
}
