import type { AccessStore } from './access/ports.ts'
import { loadDefaults } from './catalog/defaults.ts'
import type { Catalog } from './catalog/types.ts'
import type { DecisionStore } from './decisions/ports.ts'
import { catalogLookups } from './digest/catalog-lookups.ts'
import type { Digest } from './digest/digest.ts'
import { gatherDigest } from './digest/gather-digest.ts'
import type { ChargeStore } from './ingest/ports.ts'
import { knowledgePaths } from './knowledge-paths.ts'

/** Where a digest takes what it says from. */
type Sources = Readonly<{
  charges: ChargeStore
  decisions: DecisionStore
  access: Pick<AccessStore, 'settings'>
  catalog: () => Catalog
}>

/** Builds the digest of a tenant's period from what is stored and what the catalogue knows. */
export function digestBuilder({ charges, decisions, access, catalog }: Sources) {
  const defaults = loadDefaults(knowledgePaths(undefined).defaults)
  return ({ tenant, period }: Readonly<{ tenant: string; period?: string }>): Promise<Digest> =>
    gatherDigest(
      {
        ...{ charges, decisions },
        budgets: async (of) => (await access.settings(of)).budgets,
        lookups: () => catalogLookups(catalog(), defaults),
      },
      tenant,
      period ?? '',
    )
}
