import { sql } from 'kysely'
import { DELETED_PERSON, type Forgotten, type PersonStore, type Traces } from '../privacy/ports.ts'
import type { Db } from './database.ts'
import { fromJson } from './json.ts'
import type { Tables } from './schema.ts'

/** What becomes of the rows of a table that name a person whose data is deleted. */
type Fate =
  /** Those with the person in this column go; others stay without the name. */
  | Readonly<{ ownedBy: string }>
  /** All stay without the name, or with this instead of it. */
  | 'kept'
  | Readonly<{ keptWith: string }>
  /** No row names anybody. */
  | 'nobody'

/** Every table there is; a new one has to say what becomes of the people in it. */
export const FATES: Readonly<Record<keyof Tables, Fate>> = {
  turn: { ownedBy: 'asker_id' },
  feedback: { ownedBy: 'user_id' },
  outbox: { ownedBy: 'channel_id' },
  role: { ownedBy: 'person_id' },
  rate: { ownedBy: 'person_id' },
  // With nobody's id in place of the owner's, somebody would be told when the channel is gone.
  schedule: { keptWith: '' },
  model_call: 'kept',
  decision: 'kept',
  decision_notice: 'kept',
  settings: 'kept',
  access_log: 'kept',
  // An event is forgotten when it is dealt with, within seconds of its coming.
  inbox: 'kept',
  seen: 'kept',
  spend_source: 'kept',
  spend_import: 'kept',
  alert: 'kept',
  alert_channel: 'kept',
  posted_figure: 'kept',
  budget: 'kept',
  // What providers billed: teams and projects as they stand on the bill, and too many rows to search.
  charge: 'nobody',
  charge_week: 'nobody',
  charge_day_known: 'nobody',
  workspace: 'nobody',
  // Sealed as a whole: who installed the app goes with the installation.
  installation: 'nobody',
  connection: 'nobody',
}

/** Thrown so that the transaction of a dry run leaves nothing behind. */
const ROLLED_BACK = new Error('a dry run')

type Row = Readonly<Record<string, unknown>>

/** A person's traces in the database; the columns are read from the database itself. */
export function personStore(db: Db): PersonStore {
  return {
    traces: async (tenant, person) => {
      const found: Record<string, Row[]> = {}
      for (const [table, columns] of await searched(db)) {
        const rows = await naming(db, { table, columns, tenant, person })
        if (rows.length > 0) found[table] = rows.map((row) => shown(table, row, person))
      }
      return found satisfies Traces
    },
    forget: async (tenant, person, dryRun = false) => {
      const forgotten: Record<string, Forgotten[string]> = {}
      const tables = await searched(db)
      await db
        .transaction()
        .execute(async (tx) => {
          for (const [table, columns] of tables) {
            const deleted = await take(tx, table, tenant, person)
            const kept = await scrub(tx, { table, columns, tenant, person })
            if (deleted + kept > 0) forgotten[table] = { deleted, kept }
          }
          if (dryRun) throw ROLLED_BACK
        })
        .catch((error: unknown) => {
          if (error !== ROLLED_BACK) throw error
        })
      return forgotten
    },
  }
}

/** Tables that may name somebody, each with its columns of text. */
async function searched(db: Db): Promise<(readonly [table: string, columns: readonly string[]])[]> {
  const tables = await db.introspection.getTables()
  return tables.flatMap(({ name, columns }) =>
    fateOf(name) === 'nobody'
      ? []
      : [[name, columns.filter(isSearched).map((c) => c.name)] as const],
  )
}

/** Of a table that nobody has described all rows stay, without the name. */
function fateOf(table: string): Fate {
  return (FATES as Readonly<Record<string, Fate | undefined>>)[table] ?? 'kept'
}

function isSearched({ name, dataType }: Readonly<{ name: string; dataType: string }>): boolean {
  return name !== 'tenant_id' && /text|char|json/i.test(dataType)
}

type Search = Readonly<{
  table: string
  columns: readonly string[]
  tenant: string
  person: string
}>

/** Rows in which the id stands as a word; `like` finds them, and some in which it is part of another. */
async function naming(db: Db, { table, columns, tenant, person }: Search): Promise<Row[]> {
  const like = columns.map((column) => sql`${sql.ref(column)} like ${`%${person}%`}`)
  const { rows } = await sql<Row>`select * from ${sql.table(table)}
    where tenant_id = ${tenant} and (${sql.join(like, sql` or `)})`.execute(db)
  return rows.filter((row) => columns.some((column) => names(row[column], person)))
}

/** Takes a person's own rows away; votes go with the answer that they are about. */
async function take(tx: Db, table: string, tenant: string, person: string): Promise<number> {
  const fate = fateOf(table)
  if (typeof fate !== 'object' || !('ownedBy' in fate)) return 0
  if (table === 'turn')
    await sql`delete from feedback where tenant_id = ${tenant} and turn_id in
      (select id from turn where tenant_id = ${tenant} and asker_id = ${person})`.execute(tx)
  const gone = await sql`delete from ${sql.table(table)}
    where tenant_id = ${tenant} and ${sql.ref(fate.ownedBy)} = ${person}`.execute(tx)
  return Number(gone.numAffectedRows ?? 0)
}

/** Puts nobody's id in the place of a person's wherever it stands; how many rows it stood in. */
async function scrub(tx: Db, search: Search): Promise<number> {
  const { table, columns, tenant, person } = search
  const fate = fateOf(table)
  const instead = typeof fate === 'object' && 'keptWith' in fate ? fate.keptWith : DELETED_PERSON
  const rows = await naming(tx, search)
  for (const row of rows)
    for (const column of columns) {
      const text = row[column]
      if (typeof text !== 'string' || !names(text, person)) continue
      const cleaned = text.replace(word(person), instead)
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${cleaned}
        where tenant_id = ${tenant} and ${sql.ref(column)} = ${text}`.execute(tx)
    }
  return rows.length
}

/** A row as it is handed out; of the settings only where the person stands, for others stand there too. */
function shown(table: string, row: Row, person: string): Row {
  if (table === 'settings')
    return {
      changed_by: row.changed_by === person ? person : null,
      named_in: paths(fromJson(String(row.content_json)), person),
    }
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      column.endsWith('_json') && typeof value === 'string' && value !== ''
        ? JSON.parse(value)
        : value,
    ]),
  )
}

/** Where a text stands in a value, e.g. `anywhere.people`. */
function paths(value: unknown, text: string): string[] {
  if (value === text) return ['']
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.entries(value).flatMap(([key, v]) =>
    paths(v, text).map((rest) => (Array.isArray(value) ? rest : `.${key}${rest}`)),
  )
  return [...new Set(inner)]
}

function names(value: unknown, person: string): boolean {
  return typeof value === 'string' && word(person).test(value)
}

/** The id where it is not part of a longer one. */
function word(person: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9])${person}(?![A-Za-z0-9])`, 'g')
}
