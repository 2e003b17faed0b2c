import type { AccessStore } from './access/ports.ts'
import { loadDefaults } from './catalog/defaults.ts'
import type { Catalog } from './catalog/types.ts'
import type { DecisionStore } from './decisions/ports.ts'
import { catalogLookups } from './digest/catalog-lookups.ts'
import type { Digest } from './digest/digest.ts'
import { gatherDigest } from './digest/gather-digest.ts'
import type { DigestLog } from './digest/ports.ts'
import type { ChargeStore } from './ingest/ports.ts'
import { knowledgePaths } from './knowledge-paths.ts'

/** Where a digest takes what it says from. */
type Sources = Readonly<{
  charges: ChargeStore
  decisions: DecisionStore
  access: Pick<AccessStore, 'settings'>
  log: Pick<DigestLog, 'figures'>
  catalog: () => Catalog
}>

/** Whose digest, for which channel if for one, and of which period. */
type Ask = Readonly<{ tenant: string; channel?: string; period?: string }>

/**
 * Builds the digest of a tenant's period from what is stored and what the catalogue knows; for a channel
 * it says which figures posted there are others now.
 */
export function digestBuilder({ charges, decisions, access, log, catalog }: Sources) {
  const defaults = loadDefaults(knowledgePaths(undefined).defaults)
  return ({ tenant, channel, period }: Ask): Promise<Digest> =>
    gatherDigest(
      {
        ...{ charges, decisions },
        ...(channel === undefined ? {} : { posted: () => log.figures(tenant, channel) }),
        budgets: async (of) => (await access.settings(of)).budgets,
        lookups: () => catalogLookups(catalog(), defaults),
      },
      tenant,
      period ?? '',
    )
}
