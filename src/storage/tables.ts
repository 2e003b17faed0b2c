import { DEFAULT_MIGRATION_LOCK_TABLE, DEFAULT_MIGRATION_TABLE, SqliteAdapter, sql } from 'kysely'
import type { Db } from './database.ts'

/** A table as the database itself describes it; the columns of its key in their order. */
export type Table = Readonly<{
  name: string
  columns: readonly string[]
  key: readonly string[]
}>

/** What a column can hold in either engine. */
export type Value = string | number | null
/** Values in the order of a table's columns. */
export type Row = readonly Value[]

/** Whether it is the embedded database. */
export function isEmbedded(db: Db): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter
}

const BOOKKEEPING = [DEFAULT_MIGRATION_TABLE, DEFAULT_MIGRATION_LOCK_TABLE]

/** Every table of the database but the two that record the migrations, by name. */
export async function tablesOf(db: Db): Promise<readonly Table[]> {
  const { rows } = await (isEmbedded(db) ? SQLITE_COLUMNS : POSTGRES_COLUMNS).execute(db)
  const tables = new Map<string, Column[]>()
  for (const column of rows) tables.set(column.table, [...(tables.get(column.table) ?? []), column])
  return [...tables]
    .filter(([name]) => !BOOKKEEPING.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, columns]) => ({
      name,
      columns: columns.map((c) => c.column),
      key: columns
        .filter((c) => c.place > 0)
        .sort((a, b) => a.place - b.place)
        .map((c) => c.column),
    }))
}

/** The last migration the database has seen, or undefined where it has no tables of ours. */
export async function schemaOf(db: Db): Promise<string | undefined> {
  const bookkeeping = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!bookkeeping.some((t) => t.name === DEFAULT_MIGRATION_TABLE)) return undefined
  const { rows } = await sql<{
    name: string | null
  }>`select max(name) as name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db)
  return rows[0]?.name ?? undefined
}

/** `place` counts the columns of the primary key from 1; it is 0 for the others. */
type Column = Readonly<{ table: string; column: string; place: number }>

const SQLITE_COLUMNS = sql<Column>`
  select t.name as "table", c.name as "column", c.pk as place
  from sqlite_master t join pragma_table_info(t.name) c
  where t.type = 'table' and t.name not like 'sqlite!_%' escape '!'
  order by t.name, c.cid`

const POSTGRES_COLUMNS = sql<Column>`
  select t.relname as "table", c.attname as "column",
    coalesce(array_position(k.indkey::int2[], c.attnum), -1) + 1 as place
  from pg_class t
  join pg_attribute c on c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped
  left join pg_index k on k.indrelid = t.oid and k.indisprimary
  where t.relnamespace = current_schema()::regnamespace and t.relkind in ('r', 'p')
  order by t.relname, c.attnum`
