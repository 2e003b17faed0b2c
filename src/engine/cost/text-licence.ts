import { requireWithin } from '../domain.ts'

/**
 * Price of licensed text, USD: tokens x words per token x price of a word. Deals are struck for
 * archives and seats, not tokens; this compares them.
 * Source: https://the-decoder.com (reporting Reuters, 2024-04-05), $0.001 a word.
 * Example: 1e6 tokens at 0.75 words each and $0.001 a word -> $750.
 */
export function textLicenceUsd(tokens: number, wordsPerToken: number, usdPerWord: number): number {
  requireWithin('tokens', tokens, 0, 1e18, 'tokens')
  requireWithin('wordsPerToken', wordsPerToken, 0.05, 2, 'words per token')
  requireWithin('usdPerWord', usdPerWord, 0, 100, 'USD')
  return tokens * wordsPerToken * usdPerWord
}
