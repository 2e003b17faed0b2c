import type { Charge } from './charge.ts'
import type { RatesOf } from './rates.ts'
import { divideNano, groupBy, scaleNano, shareOf } from './sums.ts'
import { billsTokens, tokensOf } from './tokens.ts'

/** What batch prices saved, and what more work could save if it can wait. */
export type BatchSaving = Readonly<{
  savedNano: bigint
  /** Share of the token cost that went through a batch tier, 0 to 1. */
  share: number
  /** All work at the usual price of models that have a batch price, if it could wait a day: an upper end. */
  possibleNano: bigint
  /** Cost of batch lines whose usual price is not known; nothing is claimed for them. */
  unknownNano: bigint
}>

/**
 * Saving of batch tiers. Saved: batch tokens at the usual price of the same meter, from the bill or
 * else from the batch share of the list price, less what they cost. Possible: (1 - batch share) of the
 * cost of usual lines. Undefined without any cost of tokens, or without a batch line and price.
 * Source: storage-spend.md, section 5 (batch-tier share); list prices. Example: 1M tokens by batch at
 * 1 with a usual price of 2: saved 1.
 */
export function batchSavingOf(usage: readonly Charge[], ratesOf: RatesOf): BatchSaving | undefined {
  const lines = usage.filter(billsTokens)
  const total = lines.reduce((sum, c) => sum + c.effectiveNano, 0n)
  let [savedNano, batchNano, possibleNano, unknownNano, seen] = [0n, 0n, 0n, 0n, false]
  for (const group of groupBy(
    lines,
    (c) => `${c.provider}\n${c.model ?? ''}\n${c.meter}`,
  ).values()) {
    const usual = group.filter((c) => c.tier === undefined && tokensOf(c) !== undefined)
    const usualTokens = BigInt(Math.round(usual.reduce((sum, c) => sum + (tokensOf(c) ?? 0), 0)))
    const usualNano = usual.reduce((sum, c) => sum + c.effectiveNano, 0n)
    for (const c of group) {
      const share = ratesOf(c.provider, c.model ?? '', c.day, c.currency)?.batchMultiplier
      if (c.tier === undefined) {
        if (share !== undefined) possibleNano += scaleNano(c.effectiveNano, 1 - share)
        seen ||= share !== undefined
        continue
      }
      if (!/\bbatch\b/i.test(c.tier)) continue
      seen = true
      batchNano += c.effectiveNano
      const tokens = tokensOf(c)
      if (usualTokens > 0n && tokens !== undefined)
        savedNano +=
          divideNano(BigInt(Math.round(tokens)) * usualNano, usualTokens) - c.effectiveNano
      else if (share !== undefined && share > 0)
        savedNano += scaleNano(c.effectiveNano, 1 / share - 1)
      else unknownNano += c.effectiveNano
    }
  }
  return seen && total > 0n
    ? { savedNano, share: shareOf(batchNano, total), possibleNano, unknownNano }
    : undefined
}
