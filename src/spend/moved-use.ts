import type { Charge } from './charge.ts'
import type { NanoRange } from './forecast.ts'
import { type CandidateFor, type GroupTokens, savingOf } from './oversized-use.ts'
import { groupBy, totalNano } from './sums.ts'
import { sumTokens } from './tokens.ts'

/** Calls to one model, and what they would cost on another. */
export type MovedUse = Readonly<{
  provider: string
  model: string
  costNano: bigint
}> &
  (
    | Readonly<{
        candidate: string
        pilotItems: number
        tokens: GroupTokens
        /** A month of 30 days; negative where it costs more. */
        savingPerMonth: NanoRange
      }>
    /** Why it cannot be told: tokens that the bill does not say, or nothing (else) to move to. */
    | Readonly<{ cannot: 'no-tokens' | 'no-candidate' | 'same-model' }>
  )

/**
 * What usage would cost if it moved, model by model, at list prices: an estimate of money from the
 * tokens of the period, and none of quality. Saving as in `savingOf`.
 * Example: calls that cost 60 in 30 days and would cost 6: 27 to 54 a month.
 * @param usage charges of one currency
 * @param days settled days that they are of
 */
export function movedUseOf(usage: readonly Charge[], days: number, to: CandidateFor): MovedUse[] {
  if (days === 0) return []
  const groups = groupBy(usage, (c) => `${c.provider}\n${c.model ?? ''}`)
  return [...groups.values()]
    .map((group) => moved(group, days, to))
    .sort((a, b) => Number(b.costNano - a.costNano))
}

function moved(group: readonly Charge[], days: number, to: CandidateFor): MovedUse {
  const { provider = '', model = '', workload, currency = '' } = group[0] ?? {}
  const own = { provider, model, costNano: totalNano(group) }
  const candidate = to({
    provider,
    model,
    ...(workload === undefined ? {} : { workload }),
    currency,
    day: group.reduce((last, c) => (c.day > last ? c.day : last), ''),
  })
  if (!candidate) return { ...own, cannot: 'no-candidate' }
  if (candidate.model === model) return { ...own, cannot: 'same-model' }
  const [input, output] = [sumTokens(group, 'input'), sumTokens(group, 'output')]
  if (input === undefined || output === undefined) return { ...own, cannot: 'no-tokens' }
  const tokens = {
    input,
    read: sumTokens(group, 'cacheRead') ?? 0,
    write: sumTokens(group, 'cacheWrite') ?? 0,
    output,
  }
  return {
    ...own,
    candidate: candidate.model,
    pilotItems: candidate.pilotItems,
    tokens,
    savingPerMonth: savingOf(own.costNano, tokens, days, candidate),
  }
}
