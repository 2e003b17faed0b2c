import type { Selectable } from 'kysely'
import type { Basis, Charge, ChargeCategory, Meter } from '../spend/charge.ts'
import type { Tables } from './schema.ts'

type Row = Selectable<Tables['charge']>

/** A stored row as a charge. */
export function fromRow(r: Row): Charge {
  return {
    source: r.source,
    basis: r.basis as Basis,
    day: r.day,
    ...named('period', r.period),
    provider: r.provider,
    ...named('model', r.model),
    meter: r.meter as Meter,
    category: r.category as ChargeCategory,
    ...(r.correction === 0 ? {} : { correction: true }),
    ...(r.unused === 0 ? {} : { unused: true }),
    ...named('team', r.team),
    ...named('project', r.project),
    ...named('workload', r.workload),
    ...named('region', r.region),
    ...named('tier', r.tier),
    tokens: {
      ...counted('input', r.input_tokens),
      ...counted('cacheRead', r.cache_read_tokens),
      ...counted('cacheWrite', r.cache_write_tokens),
      ...counted('output', r.output_tokens),
    },
    ...counted('requests', r.requests),
    ...counted('failedRequests', r.failed_requests),
    ...counted('quantity', r.quantity),
    ...named('unit', r.unit),
    effectiveNano: BigInt(r.effective_nano),
    billedNano: BigInt(r.billed_nano),
    ...(r.list_nano === null ? {} : { listNano: BigInt(r.list_nano) }),
    currency: r.currency,
  }
}

/** A charge as a row to store; names that are not stated are empty, counts null. */
export function toRow(c: Charge, tenant: string, source: string, ordinal: number): Row {
  return {
    tenant_id: tenant,
    source,
    day: c.day,
    provider: c.provider,
    period: c.period ?? '',
    ordinal,
    basis: c.basis,
    model: c.model ?? '',
    meter: c.meter,
    category: c.category,
    correction: c.correction ? 1 : 0,
    unused: c.unused ? 1 : 0,
    team: c.team ?? '',
    project: c.project ?? '',
    workload: c.workload ?? '',
    region: c.region ?? '',
    tier: c.tier ?? '',
    input_tokens: c.tokens.input ?? null,
    cache_read_tokens: c.tokens.cacheRead ?? null,
    cache_write_tokens: c.tokens.cacheWrite ?? null,
    output_tokens: c.tokens.output ?? null,
    requests: c.requests ?? null,
    failed_requests: c.failedRequests ?? null,
    quantity: c.quantity ?? null,
    unit: c.unit ?? '',
    effective_nano: String(c.effectiveNano),
    billed_nano: String(c.billedNano),
    list_nano: c.listNano === undefined ? null : String(c.listNano),
    currency: c.currency,
  }
}

function named<K extends string>(key: K, text: string): { [k in K]?: string } {
  return (text === '' ? {} : { [key]: text }) as { [k in K]?: string }
}

function counted<K extends string>(key: K, value: number | null): { [k in K]?: number } {
  return (value === null ? {} : { [key]: Number(value) }) as { [k in K]?: number }
}
