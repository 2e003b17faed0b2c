import type { Insertable, Selectable } from 'kysely'
import type { AlertState } from '../digest/alerts.ts'
import type { AlertLog } from '../digest/ports.ts'
import type { Db } from './database.ts'
import { fromJson, toJson } from './json.ts'
import { insertDue } from './outbox-rows.ts'
import type { Tables } from './schema.ts'

/** What has been said about alerts, in the database; the schedule's counter lets one replica record at a time. */
export function alertLog(db: Db): AlertLog {
  return {
    states: async (tenant, channel) => {
      const schedule = await db
        .selectFrom('schedule')
        .select('alert_revision')
        .where('tenant_id', '=', tenant)
        .where('channel_id', '=', channel)
        .executeTakeFirst()
      const rows = await db
        .selectFrom('alert')
        .selectAll()
        .where('tenant_id', '=', tenant)
        .where('channel_id', '=', channel)
        .orderBy('key')
        .execute()
      return { revision: schedule?.alert_revision ?? 0, states: rows.map(toState) }
    },
    record: ({ tenant, channel, language }, revision, states, alert, now) =>
      db.transaction().execute(async (tx) => {
        const first = await tx
          .updateTable('schedule')
          .set({ alert_revision: revision + 1 })
          .where('tenant_id', '=', tenant)
          .where('channel_id', '=', channel)
          .where('alert_revision', '=', revision)
          .returning('channel_id')
          .execute()
        if (first.length === 0) return false
        await tx
          .deleteFrom('alert')
          .where('tenant_id', '=', tenant)
          .where('channel_id', '=', channel)
          .execute()
        if (states.length > 0)
          await tx
            .insertInto('alert')
            .values(states.map((state) => toRow(tenant, channel, state)))
            .execute()
        if (alert)
          await insertDue(tx, [
            {
              ...{ tenant, channel, language },
              key: `alert/${now}-${revision}`,
              kind: 'alert',
              content: { kind: 'alert', alert },
              createdAt: now,
            },
          ]).execute()
        return true
      }),
  }
}

function toRow(
  tenant: string,
  channel: string,
  { finding, open, standing, said, snoozedUntil }: AlertState,
): Insertable<Tables['alert']> {
  return {
    tenant_id: tenant,
    channel_id: channel,
    key: finding.key,
    open: open ? 1 : 0,
    standing: standing ? 1 : 0,
    said_at: said?.at ?? null,
    said_severity: said?.severity ?? null,
    snoozed_until: snoozedUntil ?? null,
    finding_json: toJson(finding),
  }
}

function toState(row: Selectable<Tables['alert']>): AlertState {
  return {
    finding: fromJson<AlertState['finding']>(row.finding_json),
    open: row.open !== 0,
    standing: row.standing !== 0,
    ...(row.said_at === null || row.said_severity === null
      ? {}
      : {
          said: {
            at: Number(row.said_at),
            severity: row.said_severity as NonNullable<AlertState['said']>['severity'],
          },
        }),
    ...(row.snoozed_until === null ? {} : { snoozedUntil: Number(row.snoozed_until) }),
  }
}
