import { type Kysely, type Migration, sql } from 'kysely'

/** The tenant of an installation with one bot token, as it was when this migration was written. */
const INSTALLATION = 'T000LOCAL'
const MOVED = ['turn', 'feedback', 'seen', 'decision', 'decision_notice', 'schedule', 'outbox']
const SET_UP = ['settings', 'role', 'budget']

/**
 * What Slack brought was kept under the id of its team, apart from what was imported; now both are the
 * installation's. With rows of one team, these are moved, and its settings take the place of those of a
 * local workspace on the same data. With rows of several, nobody can say whose they are; they stay.
 */
export const oneTenant: Migration = {
  up: async (db: Kysely<unknown>) => {
    const { rows } = await sql<{ tenant_id: string }>`
      select tenant_id from turn union select tenant_id from decision
      union select tenant_id from schedule union select tenant_id from settings`.execute(db)
    const teams = rows.map((r) => r.tenant_id).filter((id) => id !== INSTALLATION)
    const [team, another] = teams
    if (team === undefined || another !== undefined) return
    const has = await sql`select 1 from settings where tenant_id = ${team}`.execute(db)
    const move = async (table: string) =>
      sql`update ${sql.table(table)} set tenant_id = ${INSTALLATION} where tenant_id = ${team}`.execute(
        db,
      )
    if (has.rows.length > 0)
      for (const table of SET_UP) {
        await sql`delete from ${sql.table(table)} where tenant_id = ${INSTALLATION}`.execute(db)
        await move(table)
      }
    for (const table of MOVED) await move(table)
  },
}
