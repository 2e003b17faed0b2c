import type { SeenStore } from '../answering/ports.ts'
import type { Db } from './database.ts'

/** Event keys in the database; the insert itself decides who was first. */
export function seenStore(db: Db): SeenStore {
  return {
    firstTime: async (tenant, key, at) => {
      const inserted = await db
        .insertInto('seen')
        .values({ tenant_id: tenant, key, seen_at: at })
        .onConflict((c) => c.columns(['tenant_id', 'key']).doNothing())
        .returning('key')
        .execute()
      return inserted.length === 1
    },
    forgetBefore: async (at) => {
      await db.deleteFrom('seen').where('seen_at', '<', at).execute()
    },
  }
}
