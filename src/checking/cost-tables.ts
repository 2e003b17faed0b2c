import { billedPrice } from '../catalog/peak-hours.ts'
import type { Catalog, PriceRow } from '../catalog/types.ts'
import type { TokenPrice } from '../engine/cost/token-price.ts'
import type { Arguments } from '../engine/formula.ts'
import { isUnknown } from '../engine/unknown.ts'
import { decimalsOf } from './inputs.ts'
import type { Case, LeftOut, Row, Table } from './table.ts'

const PRICES: Table = {
  name: 'API prices of single requests',
  columns: [
    'provider',
    'model',
    'timestamp_utc',
    'input_tokens_total',
    'of_which_cache_read',
    'of_which_cache_write',
    'output_tokens',
    'batch',
    'expected_usd',
  ],
  cases: (row, catalog) => [pricedRequest(row, catalog)],
}

function pricedRequest(row: Row, catalog: Catalog): Case | LeftOut {
  const { provider = '', model = '', timestamp_utc = '', expected_usd = '', note = '' } = row
  const name = [row.case, provider, model, timestamp_utc].filter(Boolean).join(' ')
  if (note.includes('unsettled')) return { row: name, leftOut: 'its own note calls it unsettled' }
  const price = catalog.priceAt(provider, model, timestamp_utc)
  if (isUnknown(price))
    return { row: name, leftOut: 'no price of exactly this model, provider and time is known' }
  return {
    row: name,
    formula: 'api-price',
    arguments: {
      ...ratesOf(billedPrice(price, timestamp_utc), /^true$/i.test(row.batch ?? '')),
      input: Number(row.input_tokens_total),
      cached: Number(row.of_which_cache_read),
      cache_writes: Number(row.of_which_cache_write),
      output: Number(row.output_tokens),
    },
    expected: { usd_per_request: Number(expected_usd) },
    tolerance: { decimals: decimalsOf(expected_usd) },
    source: row.source_url ?? price.source.url,
  }
}

/** A price as arguments of the formula; what it does not name stays out. */
function ratesOf(price: TokenPrice, batch: boolean): Arguments {
  const { longPrompt: long } = price
  const all = {
    input_usd_per_1m: price.input,
    output_usd_per_1m: price.output,
    cache_usd_per_1m: price.cacheRead,
    cache_write_usd_per_1m: price.cacheWrite,
    long_prompt_above: long?.aboveTokens,
    long_input_usd_per_1m: long?.input,
    long_output_usd_per_1m: long?.output,
    long_cache_usd_per_1m: long?.cacheRead,
    long_cache_write_usd_per_1m: long?.cacheWrite,
    batch_multiplier: batch ? price.batchMultiplier : undefined,
  }
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

/** Dated list prices: what a million tokens of each kind cost on the first day of a row. */
const PRICE_CHANGES: Table = {
  name: 'dated list prices',
  columns: ['provider', 'model', 'effective_from_utc', 'input', 'output', 'tier_threshold_tokens'],
  cases: (row, catalog) => {
    const { provider = '', model = '', effective_from_utc: from = '' } = row
    const name = `${provider} ${model} from ${from}`
    if (!row.input || !from) return [{ row: name, leftOut: 'no price or no date is printed' }]
    const price = catalog.priceAt(provider, model, from)
    if (isUnknown(price))
      return [{ row: name, leftOut: 'no price of exactly this model and provider is known' }]
    const above = Number(row.tier_threshold_tokens) + 1
    const questions: readonly (readonly [string, Arguments])[] = [
      ['input', { input: 1000 }],
      ['output', { input: 0, output: 1000 }],
      ['cache_read', { input: 1000, cached: 1000 }],
      ['cache_write', { input: 1000, cache_writes: 1000 }],
      ['input_above', { input: above }],
      ['cache_read_above', { input: above, cached: above }],
    ]
    return questions.flatMap(([column, tokens]): Case[] => {
      const printed = row[column]
      return printed ? [perMillion(`${name}: ${column}`, printed, price, tokens, row)] : []
    })
  },
}

/** A request of one kind of token, so often that a million of them are billed. */
function perMillion(
  name: string,
  printed: string,
  { price, source }: PriceRow,
  tokens: Arguments,
  row: Row,
): Case {
  return {
    row: name,
    formula: 'api-price',
    arguments: {
      ...ratesOf(price, false),
      output: 0,
      ...tokens,
      requests: 1e6 / Number(tokens.output ?? tokens.input),
    },
    expected: { usd_per_month: Number(printed) },
    tolerance: { decimals: 9 },
    source: row.source_url || source.url,
  }
}

export const COST_TABLES: readonly Table[] = [PRICES, PRICE_CHANGES]
