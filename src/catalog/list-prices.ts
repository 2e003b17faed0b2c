import { createRequire } from 'node:module'
import type { ModelPrice } from '@pydantic/genai-prices'
import type { TokenPrice, TokenRates } from '../engine/cost/token-price.ts'
import type { PriceRow } from './types.ts'

/** The package of list prices that serves where the reviewed rows are silent. */
export const LIST_PRICES = {
  package: '@pydantic/genai-prices',
  version: '0.1.8',
  published: '2026-09-23',
  url: 'https://github.com/pydantic/genai-prices/tree/main/prices/providers',
} as const

const require = createRequire(import.meta.url)

/**
 * The list price of exactly this model at this provider and time, or undefined. The package matches
 * names by their beginning and other providers' models; a match counts only when provider and id are
 * the ones asked for, a snapshot date after the id aside. Prices by the hour are left out: the package
 * cannot tell weekends from weekdays. It is loaded on first use and never updated over the network.
 */
export function listPriceAt(provider: string, model: string, at: string): PriceRow | undefined {
  const { calcPrice } = require(LIST_PRICES.package) as typeof import('@pydantic/genai-prices')
  const found = calcPrice({ input_tokens: 1, output_tokens: 1 }, model, {
    providerId: provider,
    timestamp: new Date(at),
  })
  if (!found || !isSameModel(model, found.model.id)) return undefined
  // A reseller without a price of its own is answered with the maker's.
  if (found.provider.id !== provider || !found.provider.models.includes(found.model))
    return undefined
  const { prices } = found.model
  const dated = Array.isArray(prices) ? prices : []
  if (dated.some((p) => p.constraint?.type === 'time_of_date')) return undefined
  const price = tokenPriceOf(found.model_price)
  if (!price) return undefined
  const constraint = dated.find((p) => p.prices === found.model_price)?.constraint
  return {
    provider,
    model,
    // Where the start is not known, the day on which the price was in force for sure.
    from: constraint?.type === 'start_date' ? constraint.start_date : LIST_PRICES.published,
    price,
    source: {
      url: LIST_PRICES.url,
      checked: LIST_PRICES.published,
      note: `list price from ${LIST_PRICES.package} ${LIST_PRICES.version}; no batch price known`,
    },
  }
}

/** The same id, or the id with a snapshot date such as -20251001 or -2025-10-01 after it. */
function isSameModel(asked: string, found: string): boolean {
  return asked.startsWith(found) && /^(-\d{8}|-\d{4}-\d{2}-\d{2})?$/.test(asked.slice(found.length))
}

function tokenPriceOf(listed: ModelPrice): TokenPrice | undefined {
  const usual = ratesOf(listed, (price) => (typeof price === 'number' ? price : price.base))
  const tiers = Object.values(listed).flatMap((p) => (typeof p === 'object' ? p.tiers : []))
  const starts = new Set(tiers.map((t) => t.start))
  const [aboveTokens] = starts
  if (aboveTokens === undefined) return usual
  const long = ratesOf(listed, (price) =>
    typeof price === 'number' ? price : price.tiers[0]?.price,
  )
  return usual && long && starts.size === 1
    ? { ...usual, longPrompt: { aboveTokens, ...long } }
    : undefined
}

type Listed = NonNullable<ModelPrice[string]>

function ratesOf(
  listed: ModelPrice,
  pick: (price: Listed) => number | undefined,
): TokenRates | undefined {
  const rate = (key: string) => {
    const price = listed[key]
    return price === undefined ? undefined : pick(price)
  }
  const [input, output] = [rate('input_mtok'), rate('output_mtok')]
  const [cacheRead, cacheWrite] = [rate('cache_read_mtok'), rate('cache_write_mtok')]
  if (input === undefined || output === undefined) return undefined
  return {
    input,
    output,
    ...(cacheRead === undefined ? {} : { cacheRead }),
    ...(cacheWrite === undefined ? {} : { cacheWrite }),
  }
}
