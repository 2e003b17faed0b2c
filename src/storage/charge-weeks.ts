import type { Selectable } from 'kysely'
import type { WeekSum } from '../ingest/ports.ts'
import { daysOfWeek } from '../spend/calendar.ts'
import type { Basis, ChargeCategory } from '../spend/charge.ts'
import type { Db } from './database.ts'
import { inBatches } from './in-batches.ts'
import type { Tables } from './schema.ts'

/** Sums of the weeks from one to another, both included, oldest first. */
export async function weekSums(
  db: Db,
  tenant: string,
  from: string,
  to: string,
): Promise<readonly WeekSum[]> {
  const rows = await db
    .selectFrom('charge_week')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('week', '>=', from)
    .where('week', '<=', to)
    .orderBy('week')
    .orderBy('provider')
    .orderBy('model')
    .orderBy('team')
    .orderBy('source')
    .execute()
  return rows.map((r) => ({
    week: r.week,
    source: r.source,
    basis: r.basis as Basis,
    provider: r.provider,
    ...(r.model === '' ? {} : { model: r.model }),
    ...(r.team === '' ? {} : { team: r.team }),
    category: r.category as ChargeCategory,
    currency: r.currency,
    effectiveNano: BigInt(r.effective_nano),
  }))
}

/** Sums a week of a source anew from its charges. */
export async function rollUp(tx: Db, tenant: string, source: string, week: string): Promise<void> {
  const days = daysOfWeek(week)
  await tx
    .deleteFrom('charge_week')
    .where('tenant_id', '=', tenant)
    .where('source', '=', source)
    .where('week', '=', week)
    .execute()
  const rows = await tx
    .selectFrom('charge')
    .select(['provider', 'model', 'team', 'category', 'currency', 'basis', 'effective_nano'])
    .where('tenant_id', '=', tenant)
    .where('source', '=', source)
    .where('day', '>=', days[0] ?? '')
    .where('day', '<=', days[6] ?? '')
    .execute()
  const sums = new Map<string, Selectable<Tables['charge_week']>>()
  for (const { effective_nano, ...group } of rows) {
    const key = JSON.stringify(group)
    const before = BigInt(sums.get(key)?.effective_nano ?? 0)
    sums.set(key, {
      tenant_id: tenant,
      week,
      source,
      ...group,
      effective_nano: String(before + BigInt(effective_nano)),
    })
  }
  await inBatches([...sums.values()], (part) => tx.insertInto('charge_week').values(part).execute())
}
