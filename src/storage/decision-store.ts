import type { Selectable } from 'kysely'
import type { DecisionRecord } from '../decisions/decision-record.ts'
import type { DecisionStore, Notice } from '../decisions/ports.ts'
import { asOffered } from './as-offered.ts'
import type { Db } from './database.ts'
import { fromJson, toJson } from './json.ts'
import { leasesRunning } from './leases.ts'
import type { Tables } from './schema.ts'

/** Recorded decisions and their notices in the database; a claim is a compare-and-set, with no lock held. */
export function decisionStore(db: Db): DecisionStore {
  const rows = () => db.selectFrom('decision').selectAll()
  const notice = ({ tenant, decision, fingerprint }: Notice) =>
    db
      .updateTable('decision_notice')
      .where('tenant_id', '=', tenant)
      .where('decision_id', '=', decision)
      .where('fingerprint', '=', fingerprint)
  return {
    save: async (record) => {
      const row = toRow(record)
      await db
        .insertInto('decision')
        .values(row)
        .onConflict((c) => c.columns(['tenant_id', 'id']).doUpdateSet(asOffered(row)))
        .execute()
    },
    record: async (tenant, id) => {
      const row = await rows()
        .where('tenant_id', '=', tenant)
        .where('id', '=', id)
        .executeTakeFirst()
      return row && toRecord(row)
    },
    list: async ({ tenant, person, channel }, limit) => {
      const found = await rows()
        .where('tenant_id', '=', tenant)
        .where((e) =>
          e.or([
            e('owner_id', '=', person),
            e('recorded_by', '=', person),
            ...(channel === undefined
              ? []
              : [e.and([e('channel_id', '=', channel), e('visibility', '=', 'thread')])]),
          ]),
        )
        .orderBy('recorded_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return found.map(toRecord)
    },
    all: async () => {
      const found = await rows().orderBy('recorded_at', 'desc').orderBy('id', 'desc').execute()
      return found.map(toRecord)
    },
    open: async () => {
      const found = await rows()
        .where('state', '=', 'open')
        .where('tenant_id', 'not in', (e) =>
          e.selectFrom('workspace').select('tenant_id').where('gone_at', 'is not', null),
        )
        .orderBy('recorded_at')
        .orderBy('id')
        .execute()
      return found.map(toRecord)
    },
    ofThread: async ({ tenant, channel, thread }) => {
      if (thread === '') return []
      const found = await rows()
        .where('tenant_id', '=', tenant)
        .where('channel_id', '=', channel)
        .where('thread_ts', '=', thread)
        .where('state', '=', 'open')
        .orderBy('recorded_at')
        .orderBy('id')
        .execute()
      return found.map(toRecord)
    },
    markUnreachable: async (tenant, id) => {
      await db
        .updateTable('decision')
        .set({ unreachable: 1 })
        .where('tenant_id', '=', tenant)
        .where('id', '=', id)
        .execute()
    },
    plan: async ({ tenant, decision, fingerprint, change, createdAt }) => {
      await db
        .insertInto('decision_notice')
        .values({
          tenant_id: tenant,
          decision_id: decision,
          fingerprint,
          change_json: toJson(change),
          state: 'due',
          attempt: 0,
          sender: null,
          lease_until: null,
          created_at: createdAt,
          message_ts: null,
        })
        .onConflict((c) => c.columns(['tenant_id', 'decision_id', 'fingerprint']).doNothing())
        .execute()
    },
    unsaid: async (now) => {
      const { from, to } = leasesRunning(now)
      const found = await db
        .selectFrom('decision_notice')
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
        .orderBy('decision_id')
        .orderBy('fingerprint')
        .execute()
      return found.map(toNotice)
    },
    claim: async (seen, sender, leaseUntil) => {
      const claimed = await notice(seen)
        .set({ state: 'sending', sender, attempt: seen.attempt + 1, lease_until: leaseUntil })
        .where('attempt', '=', seen.attempt)
        .where('state', '=', seen.state)
        .returning('fingerprint')
        .execute()
      return claimed.length === 1
    },
    settle: async (seen, sender, messageTs) => {
      await notice(seen)
        .set(
          messageTs === undefined
            ? { state: 'failed' }
            : { state: 'posted', message_ts: messageTs },
        )
        .where('sender', '=', sender)
        .where('attempt', '=', seen.attempt + 1)
        .execute()
    },
  }
}

/** What a record holds beside the columns that are asked for. */
type Content = Omit<
  DecisionRecord,
  'id' | 'place' | 'visibility' | 'owner' | 'recordedBy' | 'recordedAt' | 'state' | 'unreachable'
>

function toRow(record: DecisionRecord): Selectable<Tables['decision']> {
  const { id, place, visibility, owner, recordedBy, recordedAt, state, unreachable, ...content } =
    record
  return {
    tenant_id: place.tenant,
    id,
    channel_id: place.channel,
    thread_ts: place.thread,
    visibility,
    owner_id: owner,
    recorded_by: recordedBy,
    state,
    unreachable: unreachable ? 1 : 0,
    recorded_at: recordedAt,
    content_json: toJson(content satisfies Content),
  }
}

function toRecord(row: Selectable<Tables['decision']>): DecisionRecord {
  return {
    ...fromJson<Content>(row.content_json),
    id: row.id,
    place: { tenant: row.tenant_id, channel: row.channel_id, thread: row.thread_ts },
    visibility: row.visibility === 'thread' ? 'thread' : 'private',
    owner: row.owner_id,
    recordedBy: row.recorded_by,
    recordedAt: Number(row.recorded_at),
    state: row.state === 'closed' ? 'closed' : 'open',
    unreachable: row.unreachable !== 0,
  }
}

function toNotice(row: Selectable<Tables['decision_notice']>): Notice {
  return {
    tenant: row.tenant_id,
    decision: row.decision_id,
    fingerprint: row.fingerprint,
    change: fromJson<Notice['change']>(row.change_json),
    state: row.state as Notice['state'],
    attempt: row.attempt,
    createdAt: Number(row.created_at),
  }
}
