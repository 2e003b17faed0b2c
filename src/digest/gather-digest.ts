import type { DecisionStore } from '../decisions/ports.ts'
import type { ChargeStore } from '../ingest/ports.ts'
import type { Budget } from '../spend/budget-risk.ts'
import type { Conversion } from '../spend/in-currency.ts'
import type { Posted } from '../spend/restated.ts'
import { buildDigest, historyOf } from './build-digest.ts'
import type { Digest } from './digest.ts'
import type { Lookups } from './lookups.ts'

/** Where a digest takes what it says from; what is not given is left out of it. */
export type DigestSources = Readonly<{
  charges: Pick<ChargeStore, 'charges' | 'knownDays'>
  decisions?: Pick<DecisionStore, 'all'>
  budgets?: (tenant: string) => Promise<readonly Budget[]>
  /** Figures of digests that were posted before. */
  posted?: () => Promise<readonly Posted[]>
  lookups?: () => Lookups
  /** The currency that a tenant has set, with the rates for a period that ends on a day. */
  conversion?: (tenant: string, to: string) => Promise<Conversion | undefined>
}>

/** The digest of a tenant's period, e.g. 2026-W47. Throws a RangeError for text that is no period. */
export async function gatherDigest(
  { charges, decisions, budgets, posted, lookups, conversion }: DigestSources,
  tenant: string,
  period: string,
): Promise<Digest> {
  const { from, to } = historyOf(period)
  const [own, known, limits, earlier, records, rates] = await Promise.all([
    charges.charges(tenant, from, to),
    charges.knownDays(tenant, from, to),
    budgets?.(tenant),
    posted?.(),
    decisions?.all(),
    conversion?.(tenant, to),
  ])
  return buildDigest({
    period,
    charges: own,
    known,
    ...(limits === undefined ? {} : { budgets: limits }),
    ...(earlier === undefined ? {} : { posted: earlier }),
    ...(records === undefined
      ? {}
      : {
          decisions: records.filter((r) => r.place.tenant === tenant && r.visibility === 'thread'),
        }),
    ...(lookups === undefined ? {} : { lookups: lookups() }),
    ...(rates === undefined ? {} : { conversion: rates }),
  })
}
