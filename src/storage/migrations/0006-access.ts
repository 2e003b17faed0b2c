import type { Kysely, Migration } from 'kysely'

/** Who may see and set what in a workspace, its budgets, and a log of who wanted to see spend. */
export const access: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('settings')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('changed_by', 'text')
      .addColumn('changed_at', 'bigint')
      .addColumn('content_json', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('settings_key', ['tenant_id'])
      .execute()
    await db.schema
      .createTable('role')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('ordinal', 'integer', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('role_key', ['tenant_id', 'person_id'])
      .execute()
    await db.schema
      .createTable('budget')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('team', 'text', (c) => c.notNull())
      .addColumn('period', 'text', (c) => c.notNull())
      .addColumn('ordinal', 'integer', (c) => c.notNull())
      .addColumn('amount_nano', 'text', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('budget_key', ['tenant_id', 'team', 'period'])
      .execute()
    await db.schema
      .createTable('access_log')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('channel_id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('allowed', 'integer', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('access_log_key', ['tenant_id', 'id'])
      .execute()
    await db.schema
      .createIndex('access_log_at')
      .on('access_log')
      .columns(['tenant_id', 'at'])
      .execute()
  },
}
