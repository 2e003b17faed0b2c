import { type ChargeStore, OWN_SOURCE, SAMPLE_SOURCE, type Window } from '../ingest/ports.ts'
import { isoWeek } from '../spend/calendar.ts'
import type { Charge } from '../spend/charge.ts'
import { fromRow, toRow } from './charge-row.ts'
import { rollUp, weekSums } from './charge-weeks.ts'
import type { Db } from './database.ts'
import { inBatches } from './in-batches.ts'
import { toJson } from './json.ts'
import { sourceStates } from './source-states.ts'

/** Charges in the database, with the sums of their weeks. */
export function chargeStore(db: Db): ChargeStore {
  return {
    charges: async (tenant, from, to) => (await chargeRows(db, tenant, from, to)).map(fromRow),
    weeks: (tenant, from, to) => weekSums(db, tenant, from, to),
    knownDays: async (tenant, from, to) => {
      const rows = await db
        .selectFrom('charge_day_known')
        .select(['source', 'day', 'settled'])
        .where('tenant_id', '=', tenant)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .orderBy('day')
        .orderBy('source')
        .execute()
      return rows.map((r) => ({ source: r.source, day: r.day, settled: r.settled !== 0 }))
    },
    replace: (tenant, source, { charges, windows, days }, readAt) =>
      db.transaction().execute(async (tx) => {
        if (windows.length === 0 && charges.length === 0) return 0
        if (source !== SAMPLE_SOURCE && source !== OWN_SOURCE) await forgetSample(tx, tenant)
        const weeks = new Set(charges.map((c) => isoWeek(c.day)))
        let replaced = 0
        for (const window of windows)
          for (const day of await deleteWindow(tx, tenant, source, window)) {
            replaced++
            weeks.add(isoWeek(day))
          }
        const taken = await ordinals(tx, tenant, source, charges)
        await inBatches(
          charges.map((c) => toRow(c, tenant, source, taken(c))),
          (rows) => tx.insertInto('charge').values(rows).execute(),
        )
        await inBatches(
          days.map((d) => ({
            tenant_id: tenant,
            source,
            day: d.day,
            settled: d.settled ? 1 : 0,
            read_at: readAt,
          })),
          (rows) =>
            tx
              .insertInto('charge_day_known')
              .values(rows)
              .onConflict((c) =>
                c.columns(['tenant_id', 'source', 'day']).doUpdateSet((e) => ({
                  settled: e.ref('excluded.settled'),
                  read_at: e.ref('excluded.read_at'),
                })),
              )
              .execute(),
        )
        for (const week of weeks) await rollUp(tx, tenant, source, week)
        return replaced
      }),
    forgetSample: (tenant) => db.transaction().execute((tx) => forgetSample(tx, tenant)),
    coveredDays: async (tenant) => {
      const row = await db
        .selectFrom('charge')
        .select((e) => [e.fn.min('day').as('from'), e.fn.max('day').as('to')])
        .where('tenant_id', '=', tenant)
        .executeTakeFirst()
      return row?.from && row.to ? { from: row.from, to: row.to } : undefined
    },
    ...sourceStates(db),
    logImport: async (tenant, { id, source, importedAt, report }) => {
      await db
        .insertInto('spend_import')
        .values({
          tenant_id: tenant,
          id,
          source,
          imported_at: importedAt,
          report_json: toJson(report),
        })
        .execute()
    },
  }
}

function chargeRows(db: Db, tenant: string, from: string, to: string) {
  return db
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
    .orderBy('period')
    .orderBy('ordinal')
    .execute()
}

async function forgetSample(tx: Db, tenant: string): Promise<void> {
  for (const table of ['charge', 'charge_week', 'charge_day_known'] as const)
    await tx
      .deleteFrom(table)
      .where('tenant_id', '=', tenant)
      .where('source', '=', SAMPLE_SOURCE)
      .execute()
}

/** Takes a window's charges away and says on which days they were, one for each. */
async function deleteWindow(
  tx: Db,
  tenant: string,
  source: string,
  { from, to, provider, period }: Window,
): Promise<readonly string[]> {
  let deletion = tx
    .deleteFrom('charge')
    .where('tenant_id', '=', tenant)
    .where('source', '=', source)
    .where('day', '>=', from)
    .where('day', '<=', to)
  if (provider !== undefined) deletion = deletion.where('provider', '=', provider)
  if (period !== undefined) deletion = deletion.where('period', '=', period)
  return (await deletion.returning('day').execute()).map((r) => r.day)
}

const placeOf = (c: { day: string; provider: string; period?: string }) =>
  JSON.stringify([c.day, c.provider, c.period ?? ''])

/** Counts lines of the same day, provider and period on from those that are there. */
async function ordinals(
  tx: Db,
  tenant: string,
  source: string,
  charges: readonly Charge[],
): Promise<(charge: Charge) => number> {
  const days = charges.map((c) => c.day).sort()
  const [from, to] = [days[0], days.at(-1)]
  const last = new Map<string, number>()
  if (from !== undefined && to !== undefined)
    for (const row of await tx
      .selectFrom('charge')
      .select((e) => ['day', 'provider', 'period', e.fn.max('ordinal').as('last')])
      .where('tenant_id', '=', tenant)
      .where('source', '=', source)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .groupBy(['day', 'provider', 'period'])
      .execute())
      last.set(placeOf(row), Number(row.last))
  return (charge) => {
    const next = (last.get(placeOf(charge)) ?? 0) + 1
    last.set(placeOf(charge), next)
    return next
  }
}
