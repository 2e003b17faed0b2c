import type { Selectable } from 'kysely'
import type { InboxStore, Taken } from '../inbox/ports.ts'
import type { Db } from './database.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './schema.ts'

const OPEN = ['waiting', 'taken']

/** Events in the database; a claim is a compare-and-set, with no lock held. */
export function inboxStore(db: Db): InboxStore {
  const held = ({ tenant, id, attempt }: Taken, owner: string) =>
    db
      .updateTable('inbox')
      .where('tenant_id', '=', tenant)
      .where('id', '=', id)
      .where('state', '=', 'taken')
      .where('owner', '=', owner)
      .where('attempt', '=', attempt)
  const take = async (row: Row, owner: string, until: number): Promise<readonly Taken[]> => {
    const attempt = row.attempt + 1
    const taken = await db
      .updateTable('inbox')
      .set({ state: 'taken', owner, attempt, lease_until: until })
      .where('tenant_id', '=', row.tenant_id)
      .where('id', '=', row.id)
      .where('attempt', '=', row.attempt)
      .where('state', '=', row.state)
      .returning('id')
      .execute()
    return taken.map(() => ({ ...toEvent(row), attempt }))
  }
  return {
    keep: async (event, turnedAway) => {
      const kept = await db
        .insertInto('inbox')
        .values({
          tenant_id: event.tenant,
          id: event.id,
          thread: event.thread,
          order_key: event.order,
          body_json: turnedAway ? '' : toJson(event.body),
          received_at: event.at,
          state: turnedAway ? 'done' : 'waiting',
          attempt: 0,
          owner: null,
          lease_until: null,
        })
        .onConflict((c) => c.columns(['tenant_id', 'id']).doNothing())
        .returning('id')
        .execute()
      return kept.length === 1
    },
    claim: async (owner, { now, until }, most) => {
      const rows = await claimable(db, now, most)
      const taken: Taken[] = []
      for (const row of rows) taken.push(...(await take(row, owner, until)))
      return taken
    },
    renew: async (events, owner, until) => {
      for (const event of events) await held(event, owner).set({ lease_until: until }).execute()
    },
    holds: async ({ tenant, id, attempt }, owner) => {
      const row = await db
        .selectFrom('inbox')
        .select('id')
        .where('tenant_id', '=', tenant)
        .where('id', '=', id)
        .where('state', '=', 'taken')
        .where('owner', '=', owner)
        .where('attempt', '=', attempt)
        .executeTakeFirst()
      return row !== undefined
    },
    done: async (event, owner) => {
      await held(event, owner).set({ state: 'done', body_json: '', owner: null }).execute()
    },
    release: async (owner) => {
      await db
        .updateTable('inbox')
        .set({ state: 'waiting', owner: null, lease_until: null })
        .where('state', '=', 'taken')
        .where('owner', '=', owner)
        .execute()
    },
    isOpen: async (tenant, thread) => {
      const row = await db
        .selectFrom('inbox')
        .select('id')
        .where('tenant_id', '=', tenant)
        .where('thread', '=', thread)
        .where('state', 'in', OPEN)
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
    depth: async () => {
      const row = await db
        .selectFrom('inbox')
        .select((e) => e.fn.countAll<number | string>().as('open'))
        .where('state', 'in', OPEN)
        .executeTakeFirst()
      return Number(row?.open ?? 0)
    },
    forgetBefore: async (at) => {
      await db
        .deleteFrom('inbox')
        .where('state', '=', 'done')
        .where('received_at', '<', at)
        .execute()
    },
  }
}

type Row = Selectable<Tables['inbox']>

/** Open events that nobody holds, of which no other of their thread is held or comes first; oldest first. */
function claimable(db: Db, now: number, most: number): Promise<Row[]> {
  return db
    .selectFrom('inbox as i')
    .selectAll()
    .where((e) =>
      e.or([
        e('i.state', '=', 'waiting'),
        e.and([e('i.state', '=', 'taken'), e('i.lease_until', '<', now)]),
      ]),
    )
    .where((e) =>
      e.or([
        e('i.thread', '=', ''),
        e.not(
          e.exists(
            e
              .selectFrom('inbox as o')
              .select('o.id')
              .whereRef('o.tenant_id', '=', 'i.tenant_id')
              .whereRef('o.thread', '=', 'i.thread')
              .whereRef('o.id', '!=', 'i.id')
              .where('o.state', 'in', OPEN)
              .where((w) =>
                w.or([
                  w.and([w('o.state', '=', 'taken'), w('o.lease_until', '>=', now)]),
                  w('o.order_key', '<', w.ref('i.order_key')),
                  w.and([
                    w('o.order_key', '=', w.ref('i.order_key')),
                    w('o.id', '<', w.ref('i.id')),
                  ]),
                ]),
              ),
          ),
        ),
      ]),
    )
    .orderBy('i.received_at')
    .orderBy('i.id')
    .limit(most)
    .execute()
}

function toEvent(row: Row) {
  return {
    tenant: row.tenant_id,
    id: row.id,
    thread: row.thread,
    order: row.order_key,
    body: fromJson<unknown>(row.body_json),
    at: Number(row.received_at),
  }
}
