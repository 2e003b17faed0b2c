import type { Kysely, Migration } from 'kysely'

/** Who is reading a source now and until when, so that one of several replicas does. */
export const sourceLease: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('spend_source').addColumn('owner', 'text').execute()
    await db.schema.alterTable('spend_source').addColumn('lease_until', 'bigint').execute()
  },
}
