import { type Kysely, type Migration, sql } from 'kysely'

/** A channel may get alerts without having a digest, so the counter of what was recorded has a table of its own. */
export const alertChannels: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('alert_channel')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('channel_id', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('alert_channel_key', ['tenant_id', 'channel_id'])
      .execute()
    await sql`insert into alert_channel select tenant_id, channel_id, alert_revision from schedule`.execute(
      db,
    )
    await db.schema.alterTable('schedule').dropColumn('alert_revision').execute()
  },
}
