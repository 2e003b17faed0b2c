import type { Kysely, Migration } from 'kysely'

/** Decision records and the notices about them. */
export const decisions: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('decision')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('channel_id', 'text', (c) => c.notNull())
      .addColumn('thread_ts', 'text', (c) => c.notNull())
      .addColumn('visibility', 'text', (c) => c.notNull())
      .addColumn('owner_id', 'text', (c) => c.notNull())
      .addColumn('recorded_by', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('unreachable', 'integer', (c) => c.notNull())
      .addColumn('recorded_at', 'bigint', (c) => c.notNull())
      .addColumn('content_json', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('decision_key', ['tenant_id', 'id'])
      .execute()
    await db.schema
      .createIndex('decision_thread')
      .on('decision')
      .columns(['tenant_id', 'channel_id', 'thread_ts'])
      .execute()
    await db.schema
      .createTable('decision_notice')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('decision_id', 'text', (c) => c.notNull())
      .addColumn('fingerprint', 'text', (c) => c.notNull())
      .addColumn('change_json', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('attempt', 'integer', (c) => c.notNull())
      .addColumn('sender', 'text')
      .addColumn('lease_until', 'bigint')
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('message_ts', 'text')
      .addPrimaryKeyConstraint('decision_notice_key', ['tenant_id', 'decision_id', 'fingerprint'])
      .execute()
  },
}
