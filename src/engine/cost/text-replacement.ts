import { requireWithin } from '../domain.ts'

/** What it takes people to write text anew. */
export type Writing = Readonly<{
  tokens: number
  wordsPerToken: number
  usdPerHour: number
  wordsPerMinute: number
}>

/**
 * Cost of having people write as much text again, USD: what "free" text would have cost its users.
 * Typing speed only; thinking, research and editing come on top.
 * Source: https://arxiv.org/abs/2504.12427, $15 an hour and 30 words a minute.
 * Example: 1e12 tokens at 0.75 words each -> $6.25 thousand million.
 */
export function textReplacementUsd(w: Writing): number {
  requireWithin('tokens', w.tokens, 0, 1e18, 'tokens')
  requireWithin('wordsPerToken', w.wordsPerToken, 0.05, 2, 'words per token')
  requireWithin('usdPerHour', w.usdPerHour, 0, 1e4, 'USD')
  requireWithin('wordsPerMinute', w.wordsPerMinute, 0.1, 1000, 'words')
  return (w.tokens * w.wordsPerToken * w.usdPerHour) / (w.wordsPerMinute * 60)
}
