import type { Kysely, Migration } from 'kysely'

/** Events that were acknowledged; the body goes when the event is dealt with. */
export const inbox: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('inbox')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('thread', 'text', (c) => c.notNull())
      .addColumn('order_key', 'text', (c) => c.notNull())
      .addColumn('body_json', 'text', (c) => c.notNull())
      .addColumn('received_at', 'bigint', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('attempt', 'integer', (c) => c.notNull())
      .addColumn('owner', 'text')
      .addColumn('lease_until', 'bigint')
      .addPrimaryKeyConstraint('inbox_key', ['tenant_id', 'id'])
      .execute()
    await db.schema
      .createIndex('inbox_open')
      .on('inbox')
      .columns(['state', 'received_at'])
      .execute()
    await db.schema
      .createIndex('inbox_thread')
      .on('inbox')
      .columns(['tenant_id', 'thread', 'state'])
      .execute()
  },
}
