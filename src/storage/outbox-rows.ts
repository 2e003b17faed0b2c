import type { Insertable, Selectable } from 'kysely'
import type { Content, OutboxMessage } from '../digest/ports.ts'
import type { Db } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './schema.ts'

/** A message that nobody has tried to post. */
type Due = Omit<OutboxMessage, 'state' | 'attempt' | 'owner' | 'leaseUntil' | 'messageTs'>

/** Inserts messages as due; the caller says what happens to a key that is there already. */
export function insertDue(db: Db, messages: readonly Due[]) {
  return db.insertInto('outbox').values(messages.map(toRow))
}

/** Open messages of a channel that nobody waits for any more. */
export function giveUpOpen(db: Db, tenant: string, channel: string) {
  return db
    .updateTable('outbox')
    .set({ state: 'failed' })
    .where('tenant_id', '=', tenant)
    .where('channel_id', '=', channel)
    .where('state', 'in', ['due', 'sending'])
}

function toRow(due: Due): Insertable<Tables['outbox']> {
  return {
    tenant_id: due.tenant,
    channel_id: due.channel,
    key: due.key,
    kind: due.kind,
    period: due.period ?? '',
    language: due.language,
    currency: due.currency ?? '',
    thread_ts: due.thread ?? null,
    state: 'due',
    attempt: 0,
    owner: null,
    lease_until: null,
    content_json: due.content === undefined ? null : toJson(due.content),
    created_at: due.createdAt,
    message_ts: null,
  }
}

export function toMessage(row: Selectable<Tables['outbox']>): OutboxMessage {
  return {
    tenant: row.tenant_id,
    channel: row.channel_id,
    key: row.key,
    kind: row.kind as OutboxMessage['kind'],
    ...(row.period === '' ? {} : { period: row.period }),
    language: row.language === 'ko' ? 'ko' : 'en',
    ...(row.currency === '' ? {} : { currency: row.currency }),
    ...(row.thread_ts === null ? {} : { thread: row.thread_ts }),
    state: row.state as OutboxMessage['state'],
    attempt: row.attempt,
    ...(row.owner === null ? {} : { owner: row.owner }),
    ...(row.lease_until === null ? {} : { leaseUntil: Number(row.lease_until) }),
    ...(row.content_json === null ? {} : { content: fromJson<Content>(row.content_json) }),
    createdAt: Number(row.created_at),
    ...(row.message_ts === null ? {} : { messageTs: row.message_ts }),
  }
}
