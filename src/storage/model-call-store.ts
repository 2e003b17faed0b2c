import type { Selectable } from 'kysely'
import type { ModelCall, ModelCallStore } from '../answering/ports.ts'
import type { Db } from './database.ts'
import type { Tables } from './schema.ts'

const DAY_MS = 86_400_000

/** Calls of language models in the database. */
export function modelCallStore(db: Db): ModelCallStore {
  return {
    record: async (call) => {
      await db
        .insertInto('model_call')
        .values({
          tenant_id: call.tenant,
          id: call.id,
          called_at: call.at,
          person_id: call.person,
          channel_id: call.channel,
          purpose: call.purpose,
          provider: call.provider,
          model: call.model,
          outcome: call.outcome,
          input_tokens: call.inputTokens ?? null,
          cached_tokens: call.cachedTokens ?? null,
          output_tokens: call.outputTokens ?? null,
          nano: call.nano === undefined ? null : Number(call.nano),
          most_nano: Number(call.mostNano),
          ms: call.ms,
        })
        .execute()
    },
    spent: async ({ tenant, person, channel }, month) => {
      const from = Date.parse(`${month}-01T00:00:00Z`)
      const sum = async (column?: 'person_id' | 'channel_id', id = '') => {
        const all = db
          .selectFrom('model_call')
          .select((e) => e.fn.sum(e.fn.coalesce('nano', 'most_nano')).as('nano'))
          .where('tenant_id', '=', tenant)
          .where('called_at', '>=', from)
          .where('called_at', '<', nextMonth(from))
        const row = await (column ? all.where(column, '=', id) : all).executeTakeFirst()
        return BigInt(row?.nano ?? 0)
      }
      return {
        month: await sum(),
        person: await sum('person_id', person),
        channel: await sum('channel_id', channel),
      }
    },
    calls: async (tenant, from, to) => {
      const rows = await db
        .selectFrom('model_call')
        .selectAll()
        .where('tenant_id', '=', tenant)
        .where('called_at', '>=', Date.parse(from))
        .where('called_at', '<', Date.parse(to) + DAY_MS)
        .orderBy('called_at')
        .orderBy('id')
        .execute()
      return rows.map(fromRow)
    },
    forgetBefore: async (at, most) => {
      const gone = await db
        .deleteFrom('model_call')
        .where(({ eb, refTuple, selectFrom }) =>
          eb(
            refTuple('tenant_id', 'id'),
            'in',
            selectFrom('model_call')
              .select(['tenant_id', 'id'])
              .where('called_at', '<', at)
              .limit(most)
              .$asTuple('tenant_id', 'id'),
          ),
        )
        .executeTakeFirst()
      return Number(gone.numDeletedRows)
    },
  }
}

function nextMonth(from: number): number {
  const date = new Date(from)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
}

function fromRow(r: Selectable<Tables['model_call']>): ModelCall {
  return {
    tenant: r.tenant_id,
    id: r.id,
    at: Number(r.called_at),
    person: r.person_id,
    channel: r.channel_id,
    purpose: r.purpose as ModelCall['purpose'],
    provider: r.provider,
    model: r.model,
    outcome: r.outcome as ModelCall['outcome'],
    ...counted('inputTokens', r.input_tokens),
    ...counted('cachedTokens', r.cached_tokens),
    ...counted('outputTokens', r.output_tokens),
    ...(r.nano === null ? {} : { nano: BigInt(r.nano) }),
    mostNano: BigInt(r.most_nano),
    ms: r.ms,
  }
}

function counted<K extends string>(key: K, value: number | null): { [k in K]?: number } {
  return (value === null ? {} : { [key]: Number(value) }) as { [k in K]?: number }
}
