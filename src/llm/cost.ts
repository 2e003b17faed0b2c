import type { ModelUse } from '../answering/language-model.ts'
import { costAt, type NanoRates } from '../spend/rates.ts'
import { MOST_ATTEMPTS } from './attempts.ts'

/** What LangChain says of the tokens of a call. */
export type UsageMetadata = Readonly<{
  input_tokens: number
  output_tokens: number
  input_token_details?: Readonly<{ cache_read?: number; cache_creation?: number }>
}>

/** Tokens and list price of a call; what was not told, or has no price, is absent. */
export function useOf(
  usage: UsageMetadata | undefined,
  rates: NanoRates | undefined,
): Pick<ModelUse, 'inputTokens' | 'cachedTokens' | 'outputTokens' | 'nano'> {
  // A prompt is never empty: a provider that says so did not count.
  if (!usage || usage.input_tokens === 0) return {}
  const { input_tokens: input, output_tokens: output, input_token_details: details } = usage
  const cached = details?.cache_read ?? 0
  const written = details?.cache_creation ?? 0
  const tokens = { inputTokens: input, cachedTokens: cached, outputTokens: output }
  if (!rates) return tokens
  const nano =
    costAt(input - cached - written, rates.input) +
    costAt(cached, rates.cacheRead ?? rates.input) +
    costAt(written, rates.cacheWrite ?? rates.input) +
    costAt(output, rates.output)
  return { ...tokens, nano }
}

/**
 * The most that a call can cost, tried again as often as it may be: a token for each byte of what is sent,
 * shapes and tools included, for tokenizers over bytes make no more, and the longest answer.
 */
export function mostOf(sent: string, maxTokens: number, rates: NanoRates): bigint {
  const dearest = [rates.input, rates.cacheWrite ?? 0n].reduce((a, b) => (a > b ? a : b))
  const once = costAt(Buffer.byteLength(sent), dearest) + costAt(maxTokens, rates.output)
  return once * BigInt(MOST_ATTEMPTS)
}
