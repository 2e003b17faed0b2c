/** The small part of `pg` that is used; the package is optional and ships no types. */
declare module 'pg' {
  import type { PostgresPool } from 'kysely'

  type Options = {
    connectionString: string
    max: number
    connectionTimeoutMillis: number
    keepAlive: boolean
  }

  type Errors = { on(event: 'error', listen: (error: Error) => void): void }
  type Pool = PostgresPool &
    Errors & { on(event: 'connect', listen: (client: Errors) => void): void }

  const pg: {
    Pool: new (options: Options) => Pool
    types: { setTypeParser(type: number, parse: (text: string) => unknown): void }
  }
  export default pg
}
