import type { Denial } from '../access/access.ts'
import { postedBy } from '../digest/build-digest.ts'
import type { Content, FollowUp, Outbox, OutboxMessage } from '../digest/ports.ts'
import type { Db } from './database.ts'
import { fromJson, toJson } from './json.ts'
import { leasesRunning } from './leases.ts'
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
      const { from, to } = leasesRunning(now)
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where((e) =>
          e.or([
            e('state', '=', 'due'),
            e.and([
              e('state', '=', 'sending'),
              e.or([e('lease_until', '<', from), e('lease_until', '>', to)]),
            ]),
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
        const [settled] = await owned(tx, message, owner)
          .set({ state: 'posted', message_ts: messageTs })
          .returning('content_json')
          .execute()
        if (!settled) return false
        await keepFigures(tx, message, settled.content_json)
        await insertFollowUps(tx, message, messageTs, followUps)
        return true
      }),
    giveUp: (message, owner, gone, now) =>
      db.transaction().execute(async (tx) => {
        const given = await owned(tx, message, owner).set({ state: 'failed' }).execute()
        if (given.length === 0) return false
        if (gone === 'channel') await stopSchedule(tx, message, now)
        else if (gone !== 'thread') await tellRefused(tx, message, gone.denial, now)
        return true
      }),
    forgetBefore: async (at, most) => {
      const gone = await db
        .updateTable('outbox')
        .set({ content_json: null })
        .where(({ eb, refTuple, selectFrom }) =>
          eb(
            refTuple('tenant_id', 'channel_id', 'key'),
            'in',
            selectFrom('outbox')
              .select(['tenant_id', 'channel_id', 'key'])
              .where('created_at', '<', at)
              .where('content_json', 'is not', null)
              .where('state', 'in', ['posted', 'failed'])
              .limit(most)
              .$asTuple('tenant_id', 'channel_id', 'key'),
          ),
        )
        .executeTakeFirst()
      return Number(gone.numUpdatedRows)
    },
  }
}

/** Keeps what a posted digest showed, of its own period and of those it restated. */
async function keepFigures(
  tx: Db,
  { tenant, channel }: OutboxMessage,
  frozen: string | null,
): Promise<void> {
  const content = frozen === null ? undefined : fromJson<Content>(frozen)
  const shown = content?.kind === 'digest' ? postedBy(content.digest) : []
  if (shown.length === 0) return
  await tx
    .insertInto('posted_figure')
    .values(
      shown.map(({ period, currency, nano }) => ({
        ...{ tenant_id: tenant, channel_id: channel, period, currency },
        nano: String(nano),
      })),
    )
    .onConflict((c) =>
      c
        .columns(['tenant_id', 'channel_id', 'period', 'currency'])
        .doUpdateSet((e) => ({ nano: e.ref('excluded.nano') })),
    )
    .execute()
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

/** Tells whoever set the channel's schedule up that a message was not posted, once a message. */
async function tellRefused(
  tx: Db,
  { tenant, channel, key }: OutboxMessage,
  denial: Denial,
  now: number,
): Promise<void> {
  const row = await tx
    .selectFrom('schedule')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('channel_id', '=', channel)
    .executeTakeFirst()
  const { owner, language } = row ? toSchedule(row) : {}
  if (owner === undefined || language === undefined) return
  await insertDue(tx, [
    {
      ...{ tenant, channel: owner, language, createdAt: now },
      key: `refused/${channel}/${key}`,
      kind: 'refused',
      content: { kind: 'refused', denial },
    },
  ])
    .onConflict((c) => c.columns(['tenant_id', 'channel_id', 'key']).doNothing())
    .execute()
}
