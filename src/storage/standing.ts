import { sql } from 'kysely'
import type { Standing } from '../operation/standing.ts'
import type { Db } from './database.ts'

/** What is stored about the work under way, counted over all tenants. */
export function standing(db: Db): Standing {
  return {
    inbox: async () => {
      const row = await db
        .selectFrom('inbox')
        .select((e) => [e.fn.countAll().as('open'), e.fn.min('received_at').as('oldest')])
        .where('state', 'in', ['waiting', 'taken'])
        .executeTakeFirst()
      const oldest = row?.oldest == null ? {} : { oldest: Number(row.oldest) }
      return { open: Number(row?.open ?? 0), ...oldest }
    },
    outbox: async () => {
      const rows = await db
        .selectFrom('outbox')
        .select((e) => ['kind', 'state', e.fn.countAll().as('messages')])
        .groupBy(['kind', 'state'])
        .orderBy('kind')
        .orderBy('state')
        .execute()
      return rows.map(({ messages, ...row }) => ({ ...row, messages: Number(messages) }))
    },
    oldestOpen: async () => {
      const row = await db
        .selectFrom('outbox')
        .select((e) => e.fn.min('created_at').as('planned'))
        .where('state', 'in', ['due', 'sending'])
        .executeTakeFirst()
      return row?.planned == null ? undefined : Number(row.planned)
    },
    sources: async () => {
      const rows = await db
        .selectFrom('spend_source')
        .select((e) => [
          'source',
          e.fn.min('read_at').as('read_at'),
          e.fn.count('problem').as('problems'),
        ])
        .groupBy('source')
        .orderBy('source')
        .execute()
      return rows.map((r) => ({
        source: r.source,
        ...(r.read_at === null ? {} : { readAt: Number(r.read_at) }),
        failing: Number(r.problems) > 0,
      }))
    },
    modelNanoSince: async (since) => {
      const row = await db
        .selectFrom('model_call')
        .select((e) => e.fn.sum(e.fn.coalesce('nano', 'most_nano')).as('nano'))
        .where('called_at', '>=', since)
        .executeTakeFirst()
      return BigInt(row?.nano ?? 0)
    },
    answers: async () => {
      await sql`select 1`.execute(db)
    },
  }
}
