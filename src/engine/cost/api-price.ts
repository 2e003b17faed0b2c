import { requireWithin } from '../domain.ts'
import type { RequestTokens, TokenPrice } from './token-price.ts'

const MILLION = 1e6

/**
 * Price of one API request in US dollars: prompt tokens at the input or cache price, answer tokens at
 * the output price. A prompt longer than the tier's threshold reprices the whole request. Batch work
 * pays the published share of the price; where no batch price is published there is no discount.
 *
 * @param price US dollars per million tokens
 * @param tokens whole prompt (cached part included), cached part, answer; all >= 0
 * Source: providers' price lists as collected in knowledge/catalog/prices.
 * Example: 2 and 10 dollars, 1,000 in of which 500 cached at 0.2, 100 out -> 0.001 + 0.0001 + 0.001 = 0.0021.
 */
export function apiPricePerRequest(
  price: TokenPrice,
  tokens: RequestTokens,
  batch: boolean,
): number {
  requireWithin('input', tokens.input, 0, Number.POSITIVE_INFINITY, 'tokens')
  requireWithin('cachedInput', tokens.cachedInput, 0, tokens.input, 'tokens')
  const writes = tokens.cacheWrites ?? 0
  requireWithin('cacheWrites', writes, 0, tokens.input - tokens.cachedInput, 'tokens')
  requireWithin('output', tokens.output, 0, Number.POSITIVE_INFINITY, 'tokens')
  const { longPrompt } = price
  const rates = longPrompt && tokens.input > longPrompt.aboveTokens ? longPrompt : price
  const fresh = (tokens.input - tokens.cachedInput - writes) * rates.input
  const written = writes * (price.cacheWrite ?? rates.input)
  const cached = tokens.cachedInput * (rates.cacheRead ?? rates.input)
  const full = (fresh + cached + written + tokens.output * rates.output) / MILLION
  return batch ? full * (price.batchMultiplier ?? 1) : full
}
