import type { FollowUp, Outbox, OutboxMessage } from '../digest/ports.ts'
import type { Db } from './database.ts'
import { toJson } from './json.ts'
import { insertDue, toMessage } from './outbox-rows.ts'
import { removeSchedule, toSchedule } from './schedule-rows.ts'

/** Messages to be posted, in the database; a claim is a compare-and-set, with no lock held. */
export function outbox(db: Db): Outbox {
  const rowOf = (on: Db, { tenant, channel, key }: OutboxMessage) =>
    on
      .updateTable('outbox')
      .where('tenant_id', '=', tenant)
      .where('channel_id', '=', channel)
      .where('key', '=', key)
      .returning('key')
  const owned = (on: Db, message: OutboxMessage, owner: string) =>
    rowOf(on, message)
      .where('owner', '=', owner)
      .where('attempt', '=', message.attempt + 1)
  return {
    open: async (now) => {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where((e) =>
          e.or([
            e('state', '=', 'due'),
            e.and([e('state', '=', 'sending'), e('lease_until', '<', now)]),
          ]),
        )
        .orderBy('created_at')
        .orderBy('tenant_id')
        .orderBy('channel_id')
        .orderBy('key')
        .execute()
      return rows.map(toMessage)
    },
    claim: async (message, owner, leaseUntil) => {
      const claimed = await rowOf(db, message)
        .set({ state: 'sending', owner, attempt: message.attempt + 1, lease_until: leaseUntil })
        .where('attempt', '=', message.attempt)
        .where('state', '=', message.state)
        .execute()
      return claimed.length === 1
    },
    freeze: async (message, owner, content) => {
      const frozen = await owned(db, message, owner)
        .set({ content_json: toJson(content) })
        .execute()
      return frozen.length === 1
    },
    settle: (message, owner, messageTs, followUps) =>
      db.transaction().execute(async (tx) => {
        const settled = await owned(tx, message, owner)
          .set({ state: 'posted', message_ts: messageTs })
          .execute()
        if (settled.length === 0) return false
        await insertFollowUps(tx, message, messageTs, followUps)
        return true
      }),
    giveUp: (message, owner, gone, now) =>
      db.transaction().execute(async (tx) => {
        const given = await owned(tx, message, owner).set({ state: 'failed' }).execute()
        if (given.length === 0) return false
        if (gone === 'channel') await stopSchedule(tx, message, now)
        return true
      }),
  }
}

/** What hangs in the thread of a posted message; its keys begin with the message's own. */
async function insertFollowUps(
  tx: Db,
  { tenant, channel, key, language, createdAt }: OutboxMessage,
  thread: string,
  followUps: readonly FollowUp[],
): Promise<void> {
  if (followUps.length === 0) return
  await insertDue(
    tx,
    followUps.map(({ name, content }) => ({
      ...{ tenant, channel, language, thread, content, createdAt },
      key: `${key}/${name}`,
      kind: content.kind,
    })),
  )
    .onConflict((c) => c.columns(['tenant_id', 'channel_id', 'key']).doNothing())
    .execute()
}

/** Stops a schedule whose channel cannot be written to; whoever set it up is told, once a schedule. */
async function stopSchedule(
  tx: Db,
  { tenant, channel }: OutboxMessage,
  now: number,
): Promise<void> {
  for (const schedule of (await removeSchedule(tx, tenant, channel)).map(toSchedule)) {
    if (schedule.owner === undefined) continue
    await insertDue(tx, [
      {
        tenant,
        channel: schedule.owner,
        key: `stopped/${channel}/${now}`,
        kind: 'stopped',
        language: schedule.language,
        content: { kind: 'stopped', channel },
        createdAt: now,
      },
    ]).execute()
  }
}
