import type { Selectable } from 'kysely'
import type { Schedule } from '../digest/ports.ts'
import type { Db } from './database.ts'
import { giveUpOpen } from './outbox-rows.ts'
import type { Tables } from './schema.ts'

/** Takes the schedule away with the channel's alerts, and gives up what was to be posted there. */
export async function removeSchedule(
  tx: Db,
  tenant: string,
  channel: string,
): Promise<readonly Selectable<Tables['schedule']>[]> {
  const removed = await tx
    .deleteFrom('schedule')
    .where('tenant_id', '=', tenant)
    .where('channel_id', '=', channel)
    .returningAll()
    .execute()
  await tx
    .deleteFrom('alert')
    .where('tenant_id', '=', tenant)
    .where('channel_id', '=', channel)
    .execute()
  await giveUpOpen(tx, tenant, channel).execute()
  return removed
}

export function toSchedule(row: Selectable<Tables['schedule']>): Schedule {
  return {
    tenant: row.tenant_id,
    channel: row.channel_id,
    cadence: row.cadence as Schedule['cadence'],
    day: row.day,
    hour: row.hour,
    zone: row.zone,
    language: row.language === 'ko' ? 'ko' : 'en',
    ...(row.currency === '' ? {} : { currency: row.currency }),
    ...(row.owner_id === '' ? {} : { owner: row.owner_id }),
    nextRun: Number(row.next_run),
    revision: row.revision,
  }
}
