import type { Selectable } from 'kysely'
import type { DigestJob, DigestLog, Schedule } from '../digest/ports.ts'
import type { Db } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './schema.ts'

/** Schedules and digest jobs in the database; a claim is a compare-and-set, with no lock held. */
export function digestLog(db: Db): DigestLog {
  const owned = (job: DigestJob, owner: string) =>
    db
      .updateTable('digest')
      .where('tenant_id', '=', job.tenant)
      .where('channel_id', '=', job.channel)
      .where('week', '=', job.week)
      .where('owner', '=', owner)
      .where('attempt', '=', job.attempt + 1)
  return {
    schedules: async (tenant) => {
      const all = db.selectFrom('schedule').selectAll().orderBy('tenant_id').orderBy('channel_id')
      const rows = await (tenant === undefined
        ? all
        : all.where('tenant_id', '=', tenant)
      ).execute()
      return rows.map(toSchedule)
    },
    setSchedule: async ({ tenant, channel, weekday, hour, zone, language, nextRun }) => {
      const fields = { weekday, hour, zone, language, next_run: nextRun }
      const row = await db
        .insertInto('schedule')
        .values({ tenant_id: tenant, channel_id: channel, ...fields, revision: 1 })
        .onConflict((c) =>
          c
            .columns(['tenant_id', 'channel_id'])
            .doUpdateSet((e) => ({ ...fields, revision: e('schedule.revision', '+', 1) })),
        )
        .returningAll()
        .executeTakeFirstOrThrow()
      return toSchedule(row)
    },
    removeSchedule: async (tenant, channel) => {
      await db.transaction().execute(async (tx) => {
        await tx
          .deleteFrom('schedule')
          .where('tenant_id', '=', tenant)
          .where('channel_id', '=', channel)
          .execute()
        await giveUp(tx, tenant, channel).execute()
      })
    },
    plan: async (schedule, week, nextRun) => {
      await db.transaction().execute(async (tx) => {
        const moved = await tx
          .updateTable('schedule')
          .set({ next_run: nextRun })
          .where('tenant_id', '=', schedule.tenant)
          .where('channel_id', '=', schedule.channel)
          .where('revision', '=', schedule.revision)
          .where('next_run', '=', schedule.nextRun)
          .returning('channel_id')
          .execute()
        if (moved.length === 0) return
        await giveUp(tx, schedule.tenant, schedule.channel).where('week', '<', week).execute()
        await tx
          .insertInto('digest')
          .values({
            tenant_id: schedule.tenant,
            channel_id: schedule.channel,
            week,
            language: schedule.language,
            state: 'due',
            attempt: 0,
            owner: null,
            lease_until: null,
            payload_json: null,
            message_ts: null,
          })
          .onConflict((c) =>
            c
              .columns(['tenant_id', 'channel_id', 'week'])
              .doUpdateSet({ state: 'due', language: schedule.language })
              .where('digest.state', '=', 'failed'),
          )
          .execute()
      })
    },
    open: async (now) => {
      const rows = await db
        .selectFrom('digest')
        .selectAll()
        .where((e) =>
          e.or([
            e('state', '=', 'due'),
            e.and([e('state', '=', 'sending'), e('lease_until', '<', now)]),
          ]),
        )
        .orderBy('tenant_id')
        .orderBy('channel_id')
        .execute()
      return rows.map(toJob)
    },
    claim: async (job, owner, leaseUntil) => {
      const claimed = await db
        .updateTable('digest')
        .set({ state: 'sending', owner, attempt: job.attempt + 1, lease_until: leaseUntil })
        .where('tenant_id', '=', job.tenant)
        .where('channel_id', '=', job.channel)
        .where('week', '=', job.week)
        .where('attempt', '=', job.attempt)
        .where('state', '=', job.state)
        .returning('week')
        .execute()
      return claimed.length === 1
    },
    freeze: async (job, owner, payload) => {
      await owned(job, owner)
        .set({ payload_json: toJson(payload) })
        .execute()
    },
    settle: async (job, owner, messageTs) => {
      const settled = await owned(job, owner)
        .set({ state: 'posted', message_ts: messageTs })
        .returning('week')
        .execute()
      return settled.length === 1
    },
  }
}

/** Open jobs of a channel that nobody waits for any more. */
function giveUp(db: Db, tenant: string, channel: string) {
  return db
    .updateTable('digest')
    .set({ state: 'failed' })
    .where('tenant_id', '=', tenant)
    .where('channel_id', '=', channel)
    .where('state', 'in', ['due', 'sending'])
}

function toSchedule(row: Selectable<Tables['schedule']>): Schedule {
  return {
    tenant: row.tenant_id,
    channel: row.channel_id,
    weekday: row.weekday,
    hour: row.hour,
    zone: row.zone,
    language: row.language === 'ko' ? 'ko' : 'en',
    nextRun: Number(row.next_run),
    revision: row.revision,
  }
}

function toJob(row: Selectable<Tables['digest']>): DigestJob {
  return {
    tenant: row.tenant_id,
    channel: row.channel_id,
    week: row.week,
    language: row.language === 'ko' ? 'ko' : 'en',
    state: row.state as DigestJob['state'],
    attempt: row.attempt,
    ...(row.owner === null ? {} : { owner: row.owner }),
    ...(row.lease_until === null ? {} : { leaseUntil: Number(row.lease_until) }),
    ...(row.payload_json === null
      ? {}
      : { payload: fromJson<NonNullable<DigestJob['payload']>>(row.payload_json) }),
    ...(row.message_ts === null ? {} : { messageTs: row.message_ts }),
  }
}
