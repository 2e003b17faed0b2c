import type { Resealed } from '../installs/ports.ts'
import { connectionColumn } from './connection-store.ts'
import type { Db } from './database.ts'
import { INSTALLATION_COLUMN } from './installation-store.ts'
import { SealError, type Sealer } from './sealed.ts'

/** Rows that are read at once. */
const BATCH = 100

/** A sealed value, where it stands, and how it is put in the place of what was read. */
type SealedRow = Readonly<{
  tenant: string
  source?: string
  column: string
  sealed: string
  put: (sealed: string) => Promise<unknown>
}>

/**
 * Seals anew, with the first key, every value that another sealed, in batches. A value that changed
 * since it was read is left alone: who wrote it sealed it with the first key. So it may run beside the
 * bot, be broken off, and be run twice.
 */
export async function resealAll(db: Db, sealer: Sealer): Promise<Resealed> {
  let [resealed, unopened] = [0, 0]
  for (const read of [installationRows, connectionRows]) {
    let rows = await read(db, sealer.prefix, undefined)
    while (rows.length > 0) {
      for (const { tenant, column, sealed, put } of rows) {
        const place = { tenant, column }
        try {
          await put(sealer.seal(sealer.open(sealed, place), place))
          resealed++
        } catch (error) {
          if (!(error instanceof SealError)) throw error
          unopened++
        }
      }
      rows = await read(db, sealer.prefix, rows.at(-1))
    }
  }
  return { resealed, unopened }
}

async function installationRows(
  db: Db,
  prefix: string,
  after: SealedRow | undefined,
): Promise<readonly SealedRow[]> {
  const rows = await db
    .selectFrom('installation')
    .select(['tenant_id', 'sealed'])
    .where('sealed', 'not like', `${prefix}%`)
    .where('tenant_id', '>', after?.tenant ?? '')
    .orderBy('tenant_id')
    .limit(BATCH)
    .execute()
  return rows.map(({ tenant_id: tenant, sealed }) => ({
    ...{ tenant, sealed, column: INSTALLATION_COLUMN },
    put: (next) =>
      db
        .updateTable('installation')
        .set({ sealed: next })
        .where('tenant_id', '=', tenant)
        .where('sealed', '=', sealed)
        .execute(),
  }))
}

async function connectionRows(
  db: Db,
  prefix: string,
  after: SealedRow | undefined,
): Promise<readonly SealedRow[]> {
  const { tenant: last = '', source: lastSource = '' } = after ?? {}
  const rows = await db
    .selectFrom('connection')
    .select(['tenant_id', 'source', 'sealed'])
    .where('sealed', 'not like', `${prefix}%`)
    .where((e) =>
      e.or([
        e('tenant_id', '>', last),
        e.and([e('tenant_id', '=', last), e('source', '>', lastSource)]),
      ]),
    )
    .orderBy('tenant_id')
    .orderBy('source')
    .limit(BATCH)
    .execute()
  return rows.map(({ tenant_id: tenant, source, sealed }) => ({
    ...{ tenant, source, sealed, column: connectionColumn(source) },
    put: (next) =>
      db
        .updateTable('connection')
        .set({ sealed: next })
        .where('tenant_id', '=', tenant)
        .where('source', '=', source)
        .where('sealed', '=', sealed)
        .execute(),
  }))
}
