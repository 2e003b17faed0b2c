import { requireWithin } from '../domain.ts'
import { textLicenceUsd } from './text-licence.ts'

/** "Free" use paid for with data. */
export type DataExchange = Readonly<{
  /** Tokens handed over, prompts and files. */
  tokens: number
  wordsPerToken: number
  /** What a word of it would fetch under a licence. */
  usdPerWord: number
  /** What the same use costs with data kept back. */
  usdOfPaidUse: number
}>

/**
 * What "free" use costs when data is the price, USD: the licence value of the data handed over, and
 * the bill that was saved less that value. Trade secrets and people's rights have no price here.
 * Source: licence prices of text as for `text-licence`.
 * Example: 2e6 tokens at 0.75 words and $0.001 against a bill of $10 -> data worth $1,500, net -$1,490.
 */
export function dataExchange(d: DataExchange): { dataUsd: number; netUsd: number } {
  requireWithin('usdOfPaidUse', d.usdOfPaidUse, 0, 1e12, 'USD')
  const dataUsd = textLicenceUsd(d.tokens, d.wordsPerToken, d.usdPerWord)
  return { dataUsd, netUsd: d.usdOfPaidUse - dataUsd }
}
