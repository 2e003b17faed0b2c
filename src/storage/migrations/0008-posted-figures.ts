import type { Kysely, Migration } from 'kysely'

/** What each period's digest showed when it was posted first, so that later ones can say what was restated. */
export const postedFigures: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('posted_figure')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('period', 'text', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('nano', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('posted_figure_key', ['tenant_id', 'period', 'currency'])
      .execute()
  },
}
