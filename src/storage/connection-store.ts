import type { ConnectionStore, Credential } from '../installs/ports.ts'
import type { Db } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { Sealer } from './sealed.ts'

/** Bound to its source too: the key of one service is not to be sent to another. */
export const connectionColumn = (source: string) => `connection.sealed/${source}`

/** Keys of services in the database, sealed. */
export function connectionStore(db: Db, sealer: Sealer): ConnectionStore {
  return {
    save: async (tenant, source, credential, now) => {
      const place = { tenant, column: connectionColumn(source) }
      const kept = { connected_at: now, sealed: sealer.seal(toJson(credential), place) }
      await db
        .insertInto('connection')
        .values({ tenant_id: tenant, source, ...kept })
        .onConflict((c) => c.columns(['tenant_id', 'source']).doUpdateSet(kept))
        .execute()
    },
    list: async (tenant) => {
      const rows = await db
        .selectFrom('connection')
        .select(['source', 'connected_at'])
        .where('tenant_id', '=', tenant)
        .orderBy('source')
        .execute()
      return rows.map((r) => ({ source: r.source, connectedAt: Number(r.connected_at) }))
    },
    credential: async (tenant, source) => {
      const row = await db
        .selectFrom('connection')
        .select('sealed')
        .where('tenant_id', '=', tenant)
        .where('source', '=', source)
        .executeTakeFirst()
      return (
        row &&
        fromJson<Credential>(sealer.open(row.sealed, { tenant, column: connectionColumn(source) }))
      )
    },
    remove: async (tenant, source) => {
      const removed = await db
        .deleteFrom('connection')
        .where('tenant_id', '=', tenant)
        .where('source', '=', source)
        .returning('source')
        .execute()
      return removed.length === 1
    },
  }
}
