import { tokenPriceSplit } from '../cost/token-price-split.ts'
import type { Formula } from '../formula.ts'
import { arg, num } from './arguments.ts'

/** Prices of tokens on machines of one's own. */
export const HOSTING: readonly Formula[] = [
  {
    id: 'token-price-split',
    title: 'Price of a token read and of a token written on the same machine',
    equation: 'rent x 1e6 / (3600 x (read + ratio x written)); written = ratio x read',
    parameters: [
      arg('usd_per_hour', 'USD', 'rent of the machine', { min: 0, max: 1e6 }),
      arg('read_per_second', 'tokens/s', 'prompt tokens', { min: 0, max: 1e9 }),
      arg('written_per_second', 'tokens/s', 'answer tokens', { min: 1e-6, max: 1e9 }),
      arg('ratio', 'times', 'what a token written costs against one read', {
        min: 1e-3,
        max: 1e3,
        default: 4,
      }),
    ],
    results: [
      { key: 'input_usd_per_1m', unit: 'USD per million tokens' },
      { key: 'output_usd_per_1m', unit: 'USD per million tokens' },
    ],
    source:
      'https://cloud.google.com/python/docs/reference/google-cloud-gkerecommender/latest/google.cloud.gkerecommender_v1.types.Cost',
    validity: 'a convention, not a measurement: the split depends on the ratio that is chosen',
    example: {
      arguments: { usd_per_hour: 7.28, read_per_second: 4205, written_per_second: 4205 },
      results: { input_usd_per_1m: 0.0962, output_usd_per_1m: 0.3847 },
      tolerance: 1e-3,
    },
    compute: (g) => {
      const r = tokenPriceSplit(
        num(g, 'usd_per_hour'),
        num(g, 'read_per_second'),
        num(g, 'written_per_second'),
        num(g, 'ratio'),
      )
      return { input_usd_per_1m: r.inputUsdPer1M, output_usd_per_1m: r.outputUsdPer1M }
    },
  },
]
