import type { Kysely, Migration } from 'kysely'

/** Every call of a language model, for the budgets and for what the product itself costs. */
export const modelCalls: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('model_call')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('called_at', 'bigint', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('channel_id', 'text', (c) => c.notNull())
      .addColumn('purpose', 'text', (c) => c.notNull())
      .addColumn('provider', 'text', (c) => c.notNull())
      .addColumn('model', 'text', (c) => c.notNull())
      .addColumn('outcome', 'text', (c) => c.notNull())
      .addColumn('input_tokens', 'bigint')
      .addColumn('cached_tokens', 'bigint')
      .addColumn('output_tokens', 'bigint')
      .addColumn('nano', 'bigint')
      .addColumn('most_nano', 'bigint', (c) => c.notNull())
      .addColumn('ms', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('model_call_key', ['tenant_id', 'id'])
      .execute()
    await db.schema
      .createIndex('model_call_at')
      .on('model_call')
      .columns(['tenant_id', 'called_at'])
      .execute()
  },
}
