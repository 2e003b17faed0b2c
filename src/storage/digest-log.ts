import type { DigestLog, Schedule } from '../digest/ports.ts'
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
    figures: async (tenant, channel) => {
      const rows = await db
        .selectFrom('posted_figure')
        .selectAll()
        .where('tenant_id', '=', tenant)
        .where('channel_id', '=', channel)
        .orderBy('period')
        .orderBy('currency')
        .execute()
      return rows.map(({ period, currency, nano }) => ({ period, currency, nano: BigInt(nano) }))
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
    bringBack: async (schedule, nextRun) => {
      await moved(db, schedule, nextRun)
    },
    plan: async (schedule, period, nextRun, now) => {
      const { tenant, channel, language, currency = '' } = schedule
      await db.transaction().execute(async (tx) => {
        if (!(await moved(tx, schedule, nextRun))) return
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

/** Sets the next run of a schedule that is as it was seen; whether it was. */
async function moved(on: Db, seen: Schedule, nextRun: number): Promise<boolean> {
  const rows = await on
    .updateTable('schedule')
    .set({ next_run: nextRun })
    .where('tenant_id', '=', seen.tenant)
    .where('channel_id', '=', seen.channel)
    .where('revision', '=', seen.revision)
    .where('next_run', '=', seen.nextRun)
    .returning('channel_id')
    .execute()
  return rows.length > 0
}
