import type { Kysely, Migration } from 'kysely'

/** What was changed beside who changed it, how fast people ask, and a way to the oldest answers. */
export const privacy: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .alterTable('access_log')
      .addColumn('detail', 'text', (c) => c.notNull().defaultTo(''))
      .execute()
    await db.schema
      .createTable('rate')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('full_at', 'bigint', (c) => c.notNull())
      .addColumn('told_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('rate_key', ['tenant_id', 'person_id'])
      .execute()
    await db.schema.createIndex('turn_created').on('turn').columns(['created_at']).execute()
  },
}
