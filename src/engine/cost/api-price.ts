import { type Decimal, decimal, plus, times, toNumber } from '../decimal.ts'
import { requireWithin } from '../domain.ts'
import type { RequestTokens, TokenPrice } from './token-price.ts'

const MILLIONTH: Decimal = { digits: 1n, scale: 6 }

/**
 * Price of one API request in US dollars, exact to the last decimal: prompt tokens at the input,
 * cache-read or cache-write price, answer tokens at the output price. A prompt longer than the tier's
 * threshold reprices the whole request. Batch work pays the published share of the price; where no
 * batch price is published there is no discount.
 *
 * @param price US dollars per million tokens
 * @param tokens whole prompt (cached part included), cached part, written part, answer; all >= 0
 * Source: providers' price lists as collected in knowledge/catalog/prices.
 * Example: 2 and 10 dollars, 1,000 in of which 500 cached at 0.2, 100 out -> 0.001 + 0.0001 + 0.001 = 0.0021.
 */
export function exactApiPrice(price: TokenPrice, tokens: RequestTokens, batch: boolean): Decimal {
  const { input, cachedInput, cacheWrites = 0, output } = tokens
  requireWithin('input', input, 0, Number.POSITIVE_INFINITY, 'tokens')
  requireWithin('cachedInput', cachedInput, 0, input, 'tokens')
  requireWithin('cacheWrites', cacheWrites, 0, input - cachedInput, 'tokens')
  requireWithin('output', output, 0, Number.POSITIVE_INFINITY, 'tokens')
  const { longPrompt } = price
  const rates = longPrompt && input > longPrompt.aboveTokens ? longPrompt : price
  const fresh = [decimal(input), decimal(-cachedInput), decimal(-cacheWrites)].reduce(plus)
  const full = [
    times(fresh, decimal(rates.input)),
    times(decimal(cachedInput), decimal(rates.cacheRead ?? rates.input)),
    times(decimal(cacheWrites), decimal(rates.cacheWrite ?? rates.input)),
    times(decimal(output), decimal(rates.output)),
  ].reduce(plus)
  const share = decimal(batch ? (price.batchMultiplier ?? 1) : 1)
  return times(times(full, MILLIONTH), share)
}

/** The number nearest to the exact price of a request, US dollars. */
export function apiPricePerRequest(
  price: TokenPrice,
  tokens: RequestTokens,
  batch: boolean,
): number {
  return toNumber(exactApiPrice(price, tokens, batch))
}
