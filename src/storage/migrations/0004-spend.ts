import { type Kysely, type Migration, sql } from 'kysely'
import { isoWeek } from '../../spend/calendar.ts'

/**
 * Charges by meter, with what they cost in effect and as billed; weekly sums of them; the days and
 * the state of each source; a log of imports. Charges of before were plain CSV: usage that bills
 * input and output together.
 */
export const spend: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.dropIndex('charge_day').execute()
    await db.schema.alterTable('charge').renameTo('charge_before').execute()
    await db.schema
      .createTable('charge')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('provider', 'text', (c) => c.notNull())
      .addColumn('period', 'text', (c) => c.notNull())
      .addColumn('ordinal', 'integer', (c) => c.notNull())
      .addColumn('basis', 'text', (c) => c.notNull())
      .addColumn('model', 'text', (c) => c.notNull())
      .addColumn('meter', 'text', (c) => c.notNull())
      .addColumn('category', 'text', (c) => c.notNull())
      .addColumn('correction', 'integer', (c) => c.notNull())
      .addColumn('unused', 'integer', (c) => c.notNull())
      .addColumn('team', 'text', (c) => c.notNull())
      .addColumn('project', 'text', (c) => c.notNull())
      .addColumn('workload', 'text', (c) => c.notNull())
      .addColumn('region', 'text', (c) => c.notNull())
      .addColumn('tier', 'text', (c) => c.notNull())
      .addColumn('input_tokens', 'bigint')
      .addColumn('cache_read_tokens', 'bigint')
      .addColumn('cache_write_tokens', 'bigint')
      .addColumn('output_tokens', 'bigint')
      .addColumn('requests', 'bigint')
      .addColumn('failed_requests', 'bigint')
      .addColumn('quantity', 'double precision')
      .addColumn('unit', 'text', (c) => c.notNull())
      .addColumn('effective_nano', 'text', (c) => c.notNull())
      .addColumn('billed_nano', 'text', (c) => c.notNull())
      .addColumn('list_nano', 'text')
      .addColumn('currency', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('charge_place', [
        'tenant_id',
        'source',
        'day',
        'provider',
        'period',
        'ordinal',
      ])
      .execute()
    await sql`insert into charge
      select tenant_id, source, day, provider, '',
        row_number() over (partition by tenant_id, source, day, provider order by model, team, currency),
        'billed', model, 'tokens', 'usage', 0, 0, team, '', '', '', '',
        input_tokens - coalesce(cached_tokens, 0), cached_tokens, null, output_tokens,
        null, null, null, '', cost_nano, cost_nano, null, currency
      from charge_before`.execute(db)
    await db.schema.createIndex('charge_day').on('charge').columns(['tenant_id', 'day']).execute()
    await db.schema
      .createTable('charge_week')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('week', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('provider', 'text', (c) => c.notNull())
      .addColumn('model', 'text', (c) => c.notNull())
      .addColumn('team', 'text', (c) => c.notNull())
      .addColumn('category', 'text', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('basis', 'text', (c) => c.notNull())
      .addColumn('effective_nano', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('charge_week_key', [
        'tenant_id',
        'week',
        'source',
        'provider',
        'model',
        'team',
        'category',
        'currency',
      ])
      .execute()
    await db.schema
      .createTable('charge_day_known')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('settled', 'integer', (c) => c.notNull())
      .addColumn('read_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('charge_day_known_key', ['tenant_id', 'source', 'day'])
      .execute()
    await sql`insert into charge_day_known
      select distinct tenant_id, source, day, 1, 0 from charge_before`.execute(db)
    await rollUp(db)
    await db.schema.dropTable('charge_before').execute()
    await db.schema
      .createTable('spend_source')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('settled_through', 'text')
      .addColumn('tried_at', 'bigint')
      .addColumn('read_at', 'bigint')
      .addColumn('problem', 'text')
      .addPrimaryKeyConstraint('spend_source_key', ['tenant_id', 'source'])
      .execute()
    await db.schema
      .createTable('spend_import')
      .addColumn('tenant_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('imported_at', 'bigint', (c) => c.notNull())
      .addColumn('report_json', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('spend_import_key', ['tenant_id', 'id'])
      .execute()
  },
}

/** The weekly sums of the charges that were there before. */
async function rollUp(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{
    tenant_id: string
    source: string
    day: string
    provider: string
    model: string
    team: string
    currency: string
    cost_nano: string
  }>`select * from charge_before`.execute(db)
  const sums = new Map<string, bigint>()
  for (const r of rows) {
    const key = [r.tenant_id, isoWeek(r.day), r.source, r.provider, r.model, r.team, r.currency]
    const text = JSON.stringify(key)
    sums.set(text, (sums.get(text) ?? 0n) + BigInt(r.cost_nano))
  }
  for (const [key, nano] of sums) {
    const [tenant, week, source, provider, model, team, currency] = JSON.parse(key) as string[]
    await sql`insert into charge_week
      (tenant_id, week, source, provider, model, team, category, currency, basis, effective_nano)
      values (${tenant}, ${week}, ${source}, ${provider}, ${model}, ${team}, 'usage', ${currency},
        'billed', ${String(nano)})`.execute(db)
  }
}
