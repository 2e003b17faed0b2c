import type { Kysely, Migration } from 'kysely'

/** What the digests of a channel last showed of each period, so that later ones can say what was restated. */
export const postedFigures: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('posted_figure')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('channel_id', 'text', (c) => c.notNull())
      .addColumn('period', 'text', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('nano', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('posted_figure_key', [
        'tenant_id',
        'channel_id',
        'period',
        'currency',
      ])
      .execute()
  },
}
