import type { ChargeStore } from '../ingest/ports.ts'
import { later, utcDay } from '../spend/days.ts'
import { type Finding, SEVERITIES } from './alerts.ts'
import type { Digest } from './digest.ts'
import { allDataFinding, FILES_LIMIT_DAYS, noDataFindings } from './no-data.ts'
import { anomalyFindings, budgetFindings } from './spend-findings.ts'

/** What is watched: the stored days, and the digest of a day. */
export type Watching = Readonly<{
  charges: Pick<ChargeStore, 'sources' | 'knownDays' | 'coveredDays'>
  build: (ask: Readonly<{ tenant: string; period: string }>) => Promise<Digest>
}>

/** The last settled days whose spend is looked at: those of a weekend come in together. */
const LOOKED_AT = 3

/**
 * What is wrong with a tenant's spend at a moment (epoch ms): sources that are late, budgets as they
 * stand on the last settled day, and what stood out on the last three: of several days of one matter the
 * worst, and of those the last.
 */
export function watchSpend({ charges, build }: Watching) {
  return async (tenant: string, now: number): Promise<readonly Finding[]> => {
    const today = utcDay(now)
    const late = noDataFindings(await charges.sources(tenant), today)
    const known = await charges.knownDays(tenant, later(today, -FILES_LIMIT_DAYS), today)
    const last = known.findLast((d) => d.settled)?.day
    if (last === undefined)
      return late.length > 0 ? late : allDataFinding((await charges.coveredDays(tenant))?.to, today)
    const found = new Map<string, Finding>()
    for (let back = LOOKED_AT - 1; back >= 0; back--) {
      const { currencies } = await build({ tenant, period: later(last, -back) })
      const budgets = back === 0 ? budgetFindings(currencies) : []
      for (const finding of [...anomalyFindings(currencies), ...budgets])
        if (!isMilder(finding, found.get(finding.key))) found.set(finding.key, finding)
    }
    return [...late, ...found.values()]
  }
}

function isMilder({ severity }: Finding, other: Finding | undefined): boolean {
  return other !== undefined && SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(other.severity)
}
