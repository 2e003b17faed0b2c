/** The small part of `pg` that is used; the package is optional and ships no types. */
declare module 'pg' {
  import type { PostgresPool } from 'kysely'

  const pg: {
    Pool: new (options: { connectionString: string; max: number }) => PostgresPool
    types: { setTypeParser(type: number, parse: (text: string) => unknown): void }
  }
  export default pg
}
