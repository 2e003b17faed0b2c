import type { DigestLog } from '../digest/ports.ts'
import type { Db } from './database.ts'
import { giveUpOpen, insertDue } from './outbox-rows.ts'
import { removeSchedule, toSchedule } from './schedule-rows.ts'

/** Schedules of digests in the database. */
export function digestLog(db: Db): DigestLog {
  return {
    schedules: async (tenant) => {
      const all = db.selectFrom('schedule').selectAll().orderBy('tenant_id').orderBy('channel_id')
      const rows = await (tenant === undefined
        ? all
        : all.where('tenant_id', '=', tenant)
      ).execute()
      return rows.map(toSchedule)
    },
    setSchedule: async ({ tenant, channel, owner, currency, nextRun, ...timing }) => {
      const { cadence, day, hour, zone, language } = timing
      const fields = {
        ...{ cadence, day, hour, zone, language },
        currency: currency ?? '',
        owner_id: owner ?? '',
        next_run: nextRun,
      }
      const row = await db
        .insertInto('schedule')
        .values({
          tenant_id: tenant,
          channel_id: channel,
          ...fields,
          revision: 1,
          alert_revision: 0,
        })
        .onConflict((c) =>
          c
            .columns(['tenant_id', 'channel_id'])
            .doUpdateSet((e) => ({ ...fields, revision: e('schedule.revision', '+', 1) })),
        )
        .returningAll()
        .executeTakeFirstOrThrow()
      return toSchedule(row)
    },
    removeSchedule: (tenant, channel) =>
      db.transaction().execute(async (tx) => {
        const [removed] = await removeSchedule(tx, tenant, channel)
        return removed !== undefined
      }),
    plan: async (schedule, period, nextRun, now) => {
      const { tenant, channel, language, currency = '' } = schedule
      await db.transaction().execute(async (tx) => {
        const moved = await tx
          .updateTable('schedule')
          .set({ next_run: nextRun })
          .where('tenant_id', '=', tenant)
          .where('channel_id', '=', channel)
          .where('revision', '=', schedule.revision)
          .where('next_run', '=', schedule.nextRun)
          .returning('channel_id')
          .execute()
        if (moved.length === 0) return
        await giveUpOpen(tx, tenant, channel)
          .where('kind', '=', 'digest')
          .where('period', '<>', period)
          .execute()
        await insertDue(tx, [
          {
            tenant,
            channel,
            key: period,
            kind: 'digest',
            period,
            language,
            currency,
            createdAt: now,
          },
        ])
          .onConflict((c) =>
            c
              .columns(['tenant_id', 'channel_id', 'key'])
              .doUpdateSet({ state: 'due', language, currency })
              .where('outbox.state', '=', 'failed'),
          )
          .execute()
      })
    },
  }
}
