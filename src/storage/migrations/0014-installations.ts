import type { Kysely, Migration } from 'kysely'

/** Installations of the app, the workspaces they serve, and the keys these read their bills with. */
export const installations: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('installation')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('org', 'integer', (c) => c.notNull())
      .addColumn('installed_at', 'bigint', (c) => c.notNull())
      .addColumn('sealed', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('installation_key', ['tenant_id'])
      .execute()
    await db.schema
      .createTable('workspace')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('installation_id', 'text', (c) => c.notNull())
      .addColumn('gone_at', 'bigint')
      .addPrimaryKeyConstraint('workspace_key', ['tenant_id'])
      .execute()
    await db.schema
      .createTable('connection')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('connected_at', 'bigint', (c) => c.notNull())
      .addColumn('sealed', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('connection_key', ['tenant_id', 'source'])
      .execute()
  },
}
