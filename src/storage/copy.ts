import { sql } from 'kysely'
import { type Db, migrate } from './database.ts'
import { DatabaseError } from './database-error.ts'
import { type Row, schemaOf, type Table, tablesOf, type Value } from './tables.ts'
import { startTally, type Tally } from './tally.ts'

/** Some rows of a table, one after the other. */
export type Batch = Readonly<{ table: string; rows: readonly Row[] }>

/** What is copied: which migration made the tables, the tables with their counts, and all rows. */
export type Contents = Readonly<{
  schema: string
  tables: readonly (Pick<Table, 'name' | 'columns'> & Readonly<{ rows: number }>)[]
  batches: () => AsyncIterable<Batch>
}>

/** A table that was copied, with what its rows add up to on both sides. */
export type Copied = Readonly<{ table: string }> & Tally

const BATCH = 500

/** Everything that is in a database, in the order of the keys; read while nobody writes, or of one moment. */
export async function contentsOf(db: Db): Promise<Contents> {
  const schema = await schemaOf(db)
  if (schema === undefined) throw new Error('The database has not been set up.')
  const tables = await tablesOf(db)
  const counted: Contents['tables'][number][] = []
  for (const { name, columns } of tables)
    counted.push({ name, columns, rows: await count(db, name) })
  return {
    schema,
    tables: counted,
    batches: async function* () {
      for (const table of tables) {
        let left = counted.find(({ name }) => name === table.name)?.rows ?? 0
        for await (const rows of rowsOf(db, table)) {
          left -= rows.length
          yield { table: table.name, rows }
        }
        if (left !== 0) throw changed(table.name)
      }
    },
  }
}

/**
 * Fills a database that holds no rows: all of them or none, read back and compared before they count.
 * The tables are first made as they were where the rows come from, and then brought up to date.
 * @throws {DatabaseError} when the database holds rows or newer tables, or does not give back what it was given
 */
export async function fill(
  db: Db,
  { schema, tables, batches }: Contents,
): Promise<readonly Copied[]> {
  for (const { name } of await tablesOf(db)) if ((await count(db, name)) > 0) throw notEmpty(name)
  await migrate(db, schema)
  const made = new Map((await tablesOf(db)).map((table) => [table.name, table]))
  for (const { name, columns } of tables)
    if (String(made.get(name)?.columns.toSorted()) !== String(columns.toSorted()))
      throw otherTables(name)
  const copied = await db.transaction().execute(async (tx) => {
    const given = new Map(
      tables.map((table) => [table.name, { ...table, tally: startTally(table) }]),
    )
    for await (const { table, rows } of batches()) {
      const into = given.get(table)
      if (!into) throw otherTables(table)
      into.tally.add(rows)
      await insert(tx, into, rows)
    }
    const copied: Copied[] = []
    for (const { name, columns, tally } of given.values()) {
      const kept = startTally({ columns })
      const key = made.get(name)?.key ?? []
      for await (const rows of rowsOf(tx, { name, columns, key })) kept.add(rows)
      if (JSON.stringify(kept.sums()) !== JSON.stringify(tally.sums())) throw differs(name)
      copied.push({ table: name, ...kept.sums() })
    }
    return copied
  })
  await migrate(db)
  return copied
}

async function count(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ rows: number }>`
    select count(*) as rows from ${sql.table(table)}`.execute(db)
  return Number(rows[0]?.rows ?? 0)
}

/** Rows of a table in the order of its key, some at a time. */
async function* rowsOf(db: Db, { name, columns, key }: Table): AsyncGenerator<readonly Row[]> {
  const names = (list: readonly string[]) => sql.join(list.map((c) => sql.ref(c)))
  let last: Row | undefined
  for (;;) {
    const from: Row | undefined = last
    const after = from
      ? sql`where (${names(key)}) > (${sql.join(key.map((k) => from[columns.indexOf(k)]))})`
      : sql``
    const { rows } = await sql<Readonly<Record<string, Value>>>`
      select ${names(columns)} from ${sql.table(name)} ${after}
      order by ${names(key)} limit ${BATCH}`.execute(db)
    const batch = rows.map((row) => columns.map((c) => row[c] ?? null))
    if (batch.length > 0) yield batch
    if (batch.length < BATCH) return
    last = batch.at(-1)
  }
}

async function insert(
  db: Db,
  { name, columns }: Pick<Table, 'name' | 'columns'>,
  rows: readonly Row[],
): Promise<void> {
  const values = rows.map((row) => sql`(${sql.join(row)})`)
  await sql`insert into ${sql.table(name)} (${sql.join(columns.map((c) => sql.ref(c)))})
    values ${sql.join(values)}`.execute(db)
}

function notEmpty(table: string): DatabaseError {
  return new DatabaseError({
    en: `The database to be filled is not empty: its table ${table} has rows. Nothing was changed; name an empty database, or for the embedded one an empty folder.`,
    ko: `채울 데이터베이스가 비어 있지 않습니다. ${table} 표에 행이 있습니다. 아무것도 바꾸지 않았습니다. 빈 데이터베이스나, 내장 데이터베이스라면 빈 폴더를 지정해 주십시오.`,
  })
}

function otherTables(table: string): DatabaseError {
  return new DatabaseError({
    en: `The database to be filled has a table ${table} of another version, or none. Nothing was copied; name a database without tables.`,
    ko: `채울 데이터베이스의 ${table} 표가 다른 버전이거나 없습니다. 아무것도 복사하지 않았습니다. 표가 없는 데이터베이스를 지정해 주십시오.`,
  })
}

function changed(table: string): DatabaseError {
  return new DatabaseError({
    en: `The rows of ${table} that were read are not as many as were counted, so nothing was kept. See that nothing else writes to the database, then repeat the command.`,
    ko: `${table} 표에서 읽은 행의 수가 세어 둔 수와 달라 아무것도 남기지 않았습니다. 다른 프로그램이 데이터베이스에 쓰고 있지 않은지 확인한 뒤 명령을 다시 실행해 주십시오.`,
  })
}

function differs(table: string): DatabaseError {
  return new DatabaseError({
    en: `The database gave back other rows of ${table} than it was given, so nothing was kept. See that nothing else writes to it, then repeat the command.`,
    ko: `데이터베이스가 돌려준 ${table} 표의 행이 넣은 것과 달라 아무것도 남기지 않았습니다. 다른 프로그램이 쓰고 있지 않은지 확인한 뒤 명령을 다시 실행해 주십시오.`,
  })
}
