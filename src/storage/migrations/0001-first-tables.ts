import type { Kysely, Migration } from 'kysely'

/** The tables of the first version. */
export const firstTables: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('turn')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('channel_id', 'text', (c) => c.notNull())
      .addColumn('thread_ts', 'text', (c) => c.notNull())
      .addColumn('question_ts', 'text')
      .addColumn('answer_ts', 'text')
      .addColumn('asker_id', 'text', (c) => c.notNull())
      .addColumn('visibility', 'text', (c) => c.notNull())
      .addColumn('question', 'text', (c) => c.notNull())
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('input_json', 'text')
      .addColumn('answer_json', 'text', (c) => c.notNull())
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('turn_key', ['tenant_id', 'id'])
      .execute()
    await db.schema
      .createIndex('turn_thread')
      .on('turn')
      .columns(['tenant_id', 'channel_id', 'thread_ts', 'created_at'])
      .execute()
    await db.schema
      .createIndex('turn_asker')
      .on('turn')
      .columns(['tenant_id', 'asker_id', 'visibility', 'created_at'])
      .execute()
    await db.schema
      .createTable('feedback')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('turn_id', 'text', (c) => c.notNull())
      .addColumn('user_id', 'text', (c) => c.notNull())
      .addColumn('helpful', 'integer', (c) => c.notNull())
      .addColumn('replay', 'text', (c) => c.notNull())
      .addColumn('voted_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('feedback_key', ['tenant_id', 'turn_id', 'user_id'])
      .execute()
    await db.schema
      .createTable('seen')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('seen_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('seen_key', ['tenant_id', 'key'])
      .execute()
    await db.schema
      .createTable('charge')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('provider', 'text', (c) => c.notNull())
      .addColumn('model', 'text', (c) => c.notNull())
      .addColumn('team', 'text', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('input_tokens', 'bigint', (c) => c.notNull())
      .addColumn('output_tokens', 'bigint', (c) => c.notNull())
      .addColumn('cached_tokens', 'bigint', (c) => c.notNull())
      .addColumn('cost_nano', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('charge_key', [
        'tenant_id',
        'source',
        'day',
        'provider',
        'model',
        'team',
        'currency',
      ])
      .execute()
    await db.schema
      .createTable('schedule')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('channel_id', 'text', (c) => c.notNull())
      .addColumn('weekday', 'integer', (c) => c.notNull())
      .addColumn('hour', 'integer', (c) => c.notNull())
      .addColumn('zone', 'text', (c) => c.notNull())
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('next_run', 'bigint', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('schedule_key', ['tenant_id', 'channel_id'])
      .execute()
    await db.schema
      .createTable('digest')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('channel_id', 'text', (c) => c.notNull())
      .addColumn('week', 'text', (c) => c.notNull())
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('attempt', 'integer', (c) => c.notNull())
      .addColumn('owner', 'text')
      .addColumn('lease_until', 'bigint')
      .addColumn('payload_json', 'text')
      .addColumn('message_ts', 'text')
      .addPrimaryKeyConstraint('digest_key', ['tenant_id', 'channel_id', 'week'])
      .execute()
  },
}
