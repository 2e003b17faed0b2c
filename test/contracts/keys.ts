import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../src/storage/database.ts'
import { isEmbedded } from '../../src/storage/tables.ts'
import type { Open } from './samples.ts'

type Key = Readonly<{ table: string; first: string; primary: number }>

/** First column of each primary key and unique index, as each engine keeps them. */
const SQLITE_KEYS = sql<Key>`
  select t.name as "table", c.name as first, k.origin = 'pk' as "primary"
  from sqlite_master t join pragma_index_list(t.name) k join pragma_index_info(k.name) c
  where t.type = 'table' and k."unique" = 1 and c.seqno = 0`
const POSTGRES_KEYS = sql<Key>`
  select t.relname as "table", c.attname as first, k.indisprimary::int as "primary"
  from pg_index k join pg_class t on t.oid = k.indrelid
  join pg_attribute c on c.attrelid = t.oid and c.attnum = k.indkey[0]
  where k.indisunique and t.relnamespace = current_schema()::regnamespace`

/** What lets Citus spread every table by tenant, and what a copy can carry. */
export function keysContract(open: Open): void {
  describe('every table', () => {
    let db: Db
    beforeAll(async () => {
      db = await open()
    })
    afterAll(() => db.destroy())

    it('has a primary key, and every unique key is led by the tenant', async () => {
      const tables = (await db.introspection.getTables()).map((t) => t.name)
      const { rows } = await (isEmbedded(db) ? SQLITE_KEYS : POSTGRES_KEYS).execute(db)
      const ours = rows.filter((key) => tables.includes(key.table))
      expect(ours.filter((key) => key.first !== 'tenant_id')).toEqual([])
      const keyed = ours.filter((key) => key.primary === 1).map((key) => key.table)
      expect(keyed.sort()).toEqual(tables.sort())
      expect(tables.length).toBeGreaterThan(15)
    })
    it('holds text and numbers only', async () => {
      const columns = (await db.introspection.getTables()).flatMap((t) => t.columns)
      expect(new Set(columns.map((c) => c.dataType.toLowerCase()))).toEqual(
        new Set(
          isEmbedded(db)
            ? ['text', 'integer', 'bigint', 'double precision']
            : ['text', 'int4', 'int8', 'float8'],
        ),
      )
    })
  })
}
