import type { RateStore } from '../access/ports.ts'
import type { Db } from './database.ts'

/** How fast people ask, in the database; one row each, replaced by compare-and-set. */
export function rateStore(db: Db): RateStore {
  return {
    used: async (tenant, person) => {
      const row = await db
        .selectFrom('rate')
        .select(['full_at', 'told_at'])
        .where('tenant_id', '=', tenant)
        .where('person_id', '=', person)
        .executeTakeFirst()
      return row && { fullAt: Number(row.full_at), toldAt: Number(row.told_at) }
    },
    replace: async ({ tenant, person }, before, { fullAt, toldAt }) => {
      const row = { full_at: fullAt, told_at: toldAt }
      const replaced = await (before === undefined
        ? db
            .insertInto('rate')
            .values({ tenant_id: tenant, person_id: person, ...row })
            .onConflict((c) => c.columns(['tenant_id', 'person_id']).doNothing())
            .returning('full_at')
            .execute()
        : db
            .updateTable('rate')
            .set(row)
            .where('tenant_id', '=', tenant)
            .where('person_id', '=', person)
            .where('full_at', '=', before.fullAt)
            .where('told_at', '=', before.toldAt)
            .returning('full_at')
            .execute())
      return replaced.length === 1
    },
    forgetBefore: async (at) => {
      const gone = await db
        .deleteFrom('rate')
        .where('full_at', '<', at)
        .where('told_at', '<', at)
        .executeTakeFirst()
      return Number(gone.numDeletedRows)
    },
  }
}
