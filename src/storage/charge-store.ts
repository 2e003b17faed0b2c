import { type ChargeStore, SAMPLE_SOURCE } from '../digest/ports.ts'
import type { Charge } from '../spend/charge.ts'
import type { Db } from './database.ts'

/** Rows of one statement; below the bound-parameter limits of both engines. */
const BATCH = 50

/** Charges in the database. An import replaces the days and providers it covers, of its own source. */
export function chargeStore(db: Db): ChargeStore {
  return {
    charges: async (tenant, from, to) => {
      const rows = await db
        .selectFrom('charge')
        .selectAll()
        .where('tenant_id', '=', tenant)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .orderBy('day')
        .orderBy('provider')
        .orderBy('model')
        .orderBy('team')
        .orderBy('currency')
        .orderBy('source')
        .execute()
      return rows.map(
        (r): Charge => ({
          day: r.day,
          provider: r.provider,
          model: r.model,
          ...(r.team === '' ? {} : { team: r.team }),
          ...(r.input_tokens === null ? {} : { inputTokens: Number(r.input_tokens) }),
          ...(r.output_tokens === null ? {} : { outputTokens: Number(r.output_tokens) }),
          ...(r.cached_tokens === null ? {} : { cachedTokens: Number(r.cached_tokens) }),
          costNano: BigInt(r.cost_nano),
          currency: r.currency,
        }),
      )
    },
    replaceDays: async (tenant, source, charges) => {
      const days = [...new Set(charges.map((c) => `${c.day} ${c.provider}`))]
      if (charges.length === 0) return 0
      return db.transaction().execute(async (tx) => {
        if (source !== SAMPLE_SOURCE)
          await tx
            .deleteFrom('charge')
            .where('tenant_id', '=', tenant)
            .where('source', '=', SAMPLE_SOURCE)
            .execute()
        let replaced = 0
        for (const key of days) {
          const [day = '', provider = ''] = [key.slice(0, 10), key.slice(11)]
          const { numDeletedRows } = await tx
            .deleteFrom('charge')
            .where('tenant_id', '=', tenant)
            .where('source', '=', source)
            .where('day', '=', day)
            .where('provider', '=', provider)
            .executeTakeFirstOrThrow()
          replaced += Number(numDeletedRows)
        }
        for (let i = 0; i < charges.length; i += BATCH)
          await tx
            .insertInto('charge')
            .values(
              charges.slice(i, i + BATCH).map((c) => ({
                tenant_id: tenant,
                source,
                day: c.day,
                provider: c.provider,
                model: c.model,
                team: c.team ?? '',
                currency: c.currency,
                input_tokens: c.inputTokens ?? null,
                output_tokens: c.outputTokens ?? null,
                cached_tokens: c.cachedTokens ?? null,
                cost_nano: String(c.costNano),
              })),
            )
            .execute()
        return replaced
      })
    },
    coveredDays: async (tenant) => {
      const row = await db
        .selectFrom('charge')
        .select((e) => [e.fn.min('day').as('from'), e.fn.max('day').as('to')])
        .where('tenant_id', '=', tenant)
        .executeTakeFirst()
      return row?.from && row.to ? { from: row.from, to: row.to } : undefined
    },
  }
}
