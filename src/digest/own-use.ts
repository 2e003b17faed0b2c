import { OWN_SOURCE } from '../ingest/ports.ts'
import type { Charge } from '../spend/charge.ts'
import { type ServingOf, spendFootprint } from '../spend/energy.ts'
import { totalNano } from '../spend/sums.ts'
import type { OwnUse } from './digest.ts'

/** Whether a charge is for the product's own calls of language models. */
export function isOwn({ source }: Charge): boolean {
  return source === OWN_SOURCE
}

/** What the product's own calls were; undefined where there were none. */
export function ownUseOf(charges: readonly Charge[], servingOf: ServingOf): OwnUse | undefined {
  const own = charges.filter(isOwn)
  if (own.length === 0) return undefined
  const { kWh } = spendFootprint(own, servingOf)
  return {
    currency: own[0]?.currency ?? '',
    nano: totalNano(own),
    calls: own.reduce((sum, c) => sum + (c.requests ?? 0), 0),
    tokens: own.reduce((sum, c) => sum + Object.values(c.tokens).reduce((a, b) => a + b, 0), 0),
    ...(kWh === undefined ? {} : { kWh }),
  }
}
