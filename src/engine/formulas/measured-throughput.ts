import { tokenPriceSplit } from '../cost/token-price-split.ts'
import type { Formula } from '../formula.ts'
import { arg, num } from './arguments.ts'

const count = { min: 1, integer: true } as const
const gpus = arg('gpus', 'GPUs', 'accelerators at work', { ...count, max: 1e7 })

/** What a measured throughput says about cost and about the hardware's use. */
export const MEASURED_THROUGHPUT: readonly Formula[] = [
  {
    id: 'token-price-split',
    title: 'Accelerator cost shared between prompt and answer tokens',
    equation: 'answer = GPUs x rent / (3600 (input/s / ratio + output/s)); prompt = answer / ratio',
    parameters: [
      gpus,
      arg('usd_per_gpu_hour', 'USD', 'rent of one accelerator', { min: 0, max: 1e4 }),
      arg('input_tokens_per_second', 'tokens/s', 'prompt tokens read', { min: 0, max: 1e12 }),
      arg('output_tokens_per_second', 'tokens/s', 'answer tokens written', {
        min: 1e-6,
        max: 1e12,
      }),
      arg('ratio', 'prompt tokens', 'what an answer token counts', {
        min: 0.01,
        max: 1000,
        default: 4,
      }),
    ],
    results: [
      { key: 'output_usd_per_1m', unit: 'USD per million answer tokens' },
      { key: 'input_usd_per_1m', unit: 'USD per million prompt tokens' },
    ],
    source:
      'https://cloud.google.com/python/docs/reference/google-cloud-gkerecommender/latest/google.cloud.gkerecommender_v1.types.Cost',
    validity: 'a convention: the ratio is chosen, not measured',
    example: {
      arguments: {
        gpus: 2,
        usd_per_gpu_hour: 3.64,
        input_tokens_per_second: 4205,
        output_tokens_per_second: 4205,
      },
      results: { output_usd_per_1m: 0.3847, input_usd_per_1m: 0.0962 },
      tolerance: 1e-3,
    },
    compute: (g) => {
      const r = tokenPriceSplit({
        gpus: num(g, 'gpus'),
        usdPerGpuHour: num(g, 'usd_per_gpu_hour'),
        inputTokensPerSecond: num(g, 'input_tokens_per_second'),
        outputTokensPerSecond: num(g, 'output_tokens_per_second'),
        ratio: num(g, 'ratio'),
      })
      return { output_usd_per_1m: r.output, input_usd_per_1m: r.input }
    },
  },
]
