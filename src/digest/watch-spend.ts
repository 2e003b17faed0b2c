import type { ChargeStore } from '../ingest/ports.ts'
import { later, utcDay } from '../spend/days.ts'
import type { Finding } from './alerts.ts'
import type { Digest } from './digest.ts'
import { noDataFindings } from './no-data.ts'
import { anomalyFindings, budgetFindings } from './spend-findings.ts'

/** What is watched: the stored days, and the digest of a day. */
export type Watching = Readonly<{
  charges: Pick<ChargeStore, 'sources' | 'knownDays'>
  build: (ask: Readonly<{ tenant: string; period: string }>) => Promise<Digest>
}>

/** The last settled days whose spend is looked at: those of a weekend come in together. */
const LOOKED_AT = 3
/** How far back the last settled day is searched. */
const SEARCHED_DAYS = 45

/**
 * What is wrong with a tenant's spend at a moment (epoch ms): sources that are late, budgets as they
 * stand on the last settled day, and what stood out on the last three.
 */
export function watchSpend({ charges, build }: Watching) {
  return async (tenant: string, now: number): Promise<readonly Finding[]> => {
    const today = utcDay(now)
    const late = noDataFindings(await charges.sources(tenant), today)
    const known = await charges.knownDays(tenant, later(today, -SEARCHED_DAYS), today)
    const last = known.findLast((d) => d.settled)?.day
    if (last === undefined) return late
    const found = new Map<string, Finding>()
    for (let back = LOOKED_AT - 1; back >= 0; back--) {
      const { currencies } = await build({ tenant, period: later(last, -back) })
      const budgets = back === 0 ? budgetFindings(currencies) : []
      for (const finding of [...anomalyFindings(currencies), ...budgets])
        found.set(finding.key, finding)
    }
    return [...late, ...found.values()]
  }
}
