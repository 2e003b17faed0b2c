import type { Db } from './database.ts'
import type { Tables } from './schema.ts'

/** Every table; the compiler misses one that is not here. */
const TABLES: Readonly<Record<keyof Tables, true>> = {
  turn: true,
  feedback: true,
  inbox: true,
  seen: true,
  model_call: true,
  charge: true,
  charge_week: true,
  charge_day_known: true,
  spend_source: true,
  spend_import: true,
  schedule: true,
  alert_channel: true,
  outbox: true,
  posted_figure: true,
  alert: true,
  decision: true,
  decision_notice: true,
  settings: true,
  role: true,
  budget: true,
  access_log: true,
  rate: true,
  installation: true,
  workspace: true,
  connection: true,
}

/** Deletes every row of a tenant; to be called within a transaction. */
export async function forgetTenant(tx: Db, tenant: string): Promise<void> {
  for (const table of Object.keys(TABLES) as (keyof Tables)[])
    await tx.deleteFrom(table).where('tenant_id', '=', tenant).execute()
}

/**
 * Lets go of a tenant that the app cannot reach any more: deletes its keys, stops schedules and alerts,
 * gives up what was to be posted. To be called within a transaction; does nothing a second time.
 */
export async function letGo(tx: Db, tenant: string, now: number): Promise<void> {
  const left = await tx
    .updateTable('workspace')
    .set({ gone_at: now })
    .where('tenant_id', '=', tenant)
    .where('gone_at', 'is', null)
    .returning('tenant_id')
    .execute()
  if (left.length === 0) return
  for (const table of ['connection', 'schedule', 'alert'] as const)
    await tx.deleteFrom(table).where('tenant_id', '=', tenant).execute()
  // Whoever is looking at a channel's alerts at this moment records nothing any more.
  await tx
    .updateTable('alert_channel')
    .set((e) => ({ revision: e('revision', '+', 1) }))
    .where('tenant_id', '=', tenant)
    .execute()
  for (const table of ['outbox', 'decision_notice'] as const)
    await tx
      .updateTable(table)
      .set({ state: 'failed' })
      .where('tenant_id', '=', tenant)
      .where('state', 'in', ['due', 'sending'])
      .execute()
}
