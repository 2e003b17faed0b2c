import { requireWithin } from '../domain.ts'

/**
 * Seconds until an answer is complete: time to the first token + tokens / speed.
 * @param firstTokenS seconds, >= 0
 * @param tokens of the answer, >= 0
 * @param tokensPerSecond for this one answer, > 0
 * Source: definition of time to first token and time per output token, https://docs.mlcommons.org/inference.
 * Example: first token after 0.6 s, 500 tokens at 80 tokens/s -> 6.85 s.
 */
export function answerTime(firstTokenS: number, tokens: number, tokensPerSecond: number): number {
  requireWithin('firstTokenS', firstTokenS, 0, 1e6, 's')
  requireWithin('tokens', tokens, 0, 1e9, 'tokens')
  requireWithin('tokensPerSecond', tokensPerSecond, 1e-6, 1e9, 'tokens/s')
  return firstTokenS + tokens / tokensPerSecond
}
