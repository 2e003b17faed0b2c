import { type Kysely, type Migration, sql } from 'kysely'

/** Tokens that nobody stated may be null; indexes by day and by question. */
export const unknownTokensAndIndexes: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('charge').renameTo('charge_before').execute()
    await db.schema
      .createTable('charge')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('provider', 'text', (c) => c.notNull())
      .addColumn('model', 'text', (c) => c.notNull())
      .addColumn('team', 'text', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('input_tokens', 'bigint')
      .addColumn('output_tokens', 'bigint')
      .addColumn('cached_tokens', 'bigint')
      .addColumn('cost_nano', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('charge_row', [
        'tenant_id',
        'source',
        'day',
        'provider',
        'model',
        'team',
        'currency',
      ])
      .execute()
    await sql`insert into charge select * from charge_before`.execute(db)
    await db.schema.dropTable('charge_before').execute()
    await db.schema.createIndex('charge_day').on('charge').columns(['tenant_id', 'day']).execute()
    await db.schema
      .createIndex('turn_question')
      .on('turn')
      .columns(['tenant_id', 'channel_id', 'question_ts'])
      .execute()
    await db.schema.createIndex('seen_time').on('seen').column('seen_at').execute()
  },
}
