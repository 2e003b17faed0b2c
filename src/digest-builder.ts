import type { AccessStore } from './access/ports.ts'
import { loadDefaults } from './catalog/defaults.ts'
import type { Catalog } from './catalog/types.ts'
import type { DecisionStore } from './decisions/ports.ts'
import { catalogLookups } from './digest/catalog-lookups.ts'
import type { Digest } from './digest/digest.ts'
import { gatherDigest } from './digest/gather-digest.ts'
import type { DigestLog } from './digest/ports.ts'
import { createSpendAnswers, type SpendAnswers } from './digest/questions/spend-answers.ts'
import type { ChargeStore } from './ingest/ports.ts'
import { knowledgePaths } from './knowledge-paths.ts'
import { type DatedRate, ratesOn } from './settings/dated-rates.ts'
import { utcDay } from './spend/days.ts'

/** Where a digest takes what it says from. */
type Sources = Readonly<{
  charges: ChargeStore
  decisions: DecisionStore
  access: Pick<AccessStore, 'settings'>
  log: Pick<DigestLog, 'figures'>
  catalog: () => Catalog
  /** Rates of exchange as configured. */
  rates: readonly DatedRate[]
  now: () => number
}>

/** Whose digest, for which channel if for one, and of which period. */
type Ask = Readonly<{ tenant: string; channel?: string; period?: string }>

/**
 * Builds the digest of a tenant's period from what is stored and what the catalogue knows; for a channel
 * it says which figures posted there are others now.
 */
export function digestBuilder({ charges, decisions, access, log, catalog, rates, now }: Sources) {
  const lookups = lookupsIn(catalog)
  return ({ tenant, channel, period }: Ask): Promise<Digest> =>
    gatherDigest(
      {
        ...{ charges, decisions, lookups },
        ...(channel === undefined ? {} : { posted: () => log.figures(tenant, channel) }),
        budgets: async (of) => (await access.settings(of)).budgets,
        conversion: async (of, to) => {
          const { currency } = (await access.settings(of)).defaults
          const today = utcDay(now())
          const day = to < today ? to : today
          return currency && { currency, day, rates: ratesOn(rates, day) }
        },
      },
      tenant,
      period ?? '',
    )
}

/** Answers questions about spend from the same digests. */
export function spendAnswers(sources: Sources): SpendAnswers {
  const { charges, catalog, now } = sources
  const build = digestBuilder(sources)
  return createSpendAnswers({ build, charges, lookups: lookupsIn(catalog), now })
}

function lookupsIn(catalog: () => Catalog) {
  const defaults = loadDefaults(knowledgePaths(undefined).defaults)
  return () => catalogLookups(catalog(), defaults)
}
