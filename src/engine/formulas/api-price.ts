import { exactApiPrice } from '../cost/api-price.ts'
import type { TokenPrice, TokenRates } from '../cost/token-price.ts'
import { decimal, times, toNumber } from '../decimal.ts'
import { type Arguments, DomainError, type Formula } from '../formula.ts'
import { arg, given, NOT_NEGATIVE, num, SHARE } from './arguments.ts'

const MAYBE = { min: 0, optional: true } as const
const COUNT = { min: 0, default: 0 } as const

export const API_PRICE: readonly Formula[] = [
  {
    id: 'api-price',
    title: 'Price of an API workload',
    equation:
      '(fresh in x input price + read x cache price + written x write price + out x output price) / 1e6 [x batch share] x requests',
    parameters: [
      arg('input_usd_per_1m', 'USD', 'input price per million tokens', NOT_NEGATIVE),
      arg('output_usd_per_1m', 'USD', 'output price per million tokens', NOT_NEGATIVE),
      arg(
        'input',
        'tokens',
        'prompt tokens, read from and written to the cache included',
        NOT_NEGATIVE,
      ),
      arg('output', 'tokens', 'answer tokens', NOT_NEGATIVE),
      arg('cached', 'tokens', 'prompt tokens read from the cache', COUNT),
      arg('cache_usd_per_1m', 'USD', 'cache-read price, else the input price', MAYBE),
      arg('cache_writes', 'tokens', 'prompt tokens written to the cache', COUNT),
      arg('cache_write_usd_per_1m', 'USD', 'cache-write price, else the input price', MAYBE),
      arg('long_prompt_above', 'tokens', 'a longer prompt pays the long rates throughout', MAYBE),
      arg('long_input_usd_per_1m', 'USD', 'input price of a long prompt', MAYBE),
      arg('long_output_usd_per_1m', 'USD', 'output price after a long prompt', MAYBE),
      arg('long_cache_usd_per_1m', 'USD', 'cache-read price of a long prompt', MAYBE),
      arg('long_cache_write_usd_per_1m', 'USD', 'cache-write price of a long prompt', MAYBE),
      arg('batch_multiplier', 'share', 'share of the price paid for batch work', {
        ...SHARE,
        default: 1,
      }),
      arg('requests', 'requests a month', 'requests a month', { min: 0, default: 1 }),
    ],
    results: [
      { key: 'usd_per_request', unit: 'USD' },
      { key: 'usd_per_month', unit: 'USD a month' },
    ],
    source: "providers' price lists, knowledge/catalog/prices",
    validity: 'exact decimals; list prices without taxes and minimum charges',
    example: {
      arguments: {
        input_usd_per_1m: 2,
        output_usd_per_1m: 10,
        input: 1000,
        output: 100,
        cached: 500,
        cache_usd_per_1m: 0.2,
        requests: 1000,
      },
      results: { usd_per_request: 0.0021, usd_per_month: 2.1 },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const each = exactApiPrice(
        priceOf(g),
        {
          input: num(g, 'input'),
          cachedInput: num(g, 'cached'),
          cacheWrites: num(g, 'cache_writes'),
          output: num(g, 'output'),
        },
        true,
      )
      return {
        usd_per_request: toNumber(each),
        usd_per_month: toNumber(times(each, decimal(num(g, 'requests')))),
      }
    },
  },
]

function priceOf(g: Arguments): TokenPrice {
  const usual = {
    ...cacheOf(g, ''),
    input: num(g, 'input_usd_per_1m'),
    output: num(g, 'output_usd_per_1m'),
    batchMultiplier: num(g, 'batch_multiplier'),
  }
  const aboveTokens = given(g, 'long_prompt_above')
  if (aboveTokens === undefined) return usual
  const input = given(g, 'long_input_usd_per_1m')
  const output = given(g, 'long_output_usd_per_1m')
  if (input === undefined || output === undefined)
    throw new DomainError(
      `long_prompt_above needs long_input_usd_per_1m and long_output_usd_per_1m; received ${input} and ${output}.`,
    )
  return { ...usual, longPrompt: { aboveTokens, input, output, ...cacheOf(g, 'long_') } }
}

function cacheOf(g: Arguments, tier: '' | 'long_'): Partial<TokenRates> {
  const cacheRead = given(g, `${tier}cache_usd_per_1m`)
  const cacheWrite = given(g, `${tier}cache_write_usd_per_1m`)
  return {
    ...(cacheRead === undefined ? {} : { cacheRead }),
    ...(cacheWrite === undefined ? {} : { cacheWrite }),
  }
}
