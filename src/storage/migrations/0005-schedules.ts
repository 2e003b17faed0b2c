import { type Kysely, type Migration, sql } from 'kysely'

/**
 * Schedules may be daily and monthly and name a currency and the person who set them up. Digests become
 * messages of one outbox, by period in place of week, beside their follow-ups and alerts; what was
 * posted of before is kept under the same keys; an open one was planned a week before its lease at most.
 */
export const schedules: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('schedule').renameColumn('weekday', 'day').execute()
    for (const [name, type, preset] of [
      ['cadence', 'text', 'weekly'],
      ['currency', 'text', ''],
      ['owner_id', 'text', ''],
      ['alert_revision', 'integer', 0],
    ] as const)
      await db.schema
        .alterTable('schedule')
        .addColumn(name, type, (c) => c.notNull().defaultTo(preset))
        .execute()
    await db.schema
      .createTable('outbox')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('channel_id', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('period', 'text', (c) => c.notNull())
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('thread_ts', 'text')
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('attempt', 'integer', (c) => c.notNull())
      .addColumn('owner', 'text')
      .addColumn('lease_until', 'bigint')
      .addColumn('content_json', 'text')
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('message_ts', 'text')
      .addPrimaryKeyConstraint('outbox_key', ['tenant_id', 'channel_id', 'key'])
      .execute()
    await sql`insert into outbox
      select tenant_id, channel_id, week, 'digest', week, language, '', null, state, attempt, owner,
        lease_until,
        case when payload_json is null then null
          else '{"kind":"digest","digest":' || payload_json || '}' end,
        coalesce(lease_until - 604800000, 0), message_ts
      from digest`.execute(db)
    await db.schema.dropTable('digest').execute()
    await db.schema
      .createIndex('outbox_state')
      .on('outbox')
      .columns(['state', 'created_at'])
      .execute()
    await db.schema
      .createTable('alert')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('channel_id', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('open', 'integer', (c) => c.notNull())
      .addColumn('standing', 'integer', (c) => c.notNull())
      .addColumn('said_at', 'bigint')
      .addColumn('said_severity', 'text')
      .addColumn('snoozed_until', 'bigint')
      .addColumn('finding_json', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('alert_key', ['tenant_id', 'channel_id', 'key'])
      .execute()
  },
}
