import { stepMfu } from '../cost/step-mfu.ts'
import { tokenPriceSplit } from '../cost/token-price-split.ts'
import type { Formula } from '../formula.ts'
import { arg, named, num } from './arguments.ts'

const NO_OR_YES = ['no', 'yes'] as const
const count = { min: 1, integer: true } as const
const gpus = arg('gpus', 'GPUs', 'accelerators at work', { ...count, max: 1e7 })

/** What a measured throughput says about cost and about the hardware's use. */
export const MEASURED_THROUGHPUT: readonly Formula[] = [
  {
    id: 'step-mfu',
    title: 'Share of peak while training runs, attention included',
    equation: '(6 N + 12 layers x width x sequence) x tokens/s / (GPUs x peak)',
    parameters: [
      arg('parameters', 'parameters', 'N, all of a dense model', { min: 1, max: 1e15 }),
      arg('layers', 'layers', 'transformer layers', { ...count, max: 1e5 }),
      arg('hidden', 'width', 'model width', { ...count, max: 1e7 }),
      arg('sequence_tokens', 'tokens', 'length of a training sequence', { ...count, max: 1e8 }),
      arg('tokens_per_second', 'tokens/s', 'of the whole run', { min: 0, max: 1e15 }),
      gpus,
      arg('peak_tflops', 'TFLOP/s', 'dense peak at the precision', { min: 1, max: 1e6 }),
      arg('checkpointing', 'no or yes', 'the forward pass is repeated to save memory', {
        choices: NO_OR_YES,
      }),
    ],
    results: [
      { key: 'mfu', unit: 'share of peak' },
      { key: 'mfu_parameters_only', unit: 'share of peak, 6 N' },
      { key: 'hfu', unit: 'share of peak, repeated work included' },
    ],
    source: 'https://github.com/mosaicml/llm-foundry (benchmarking tables)',
    validity: 'dense decoders in steady state; billed hours reach 0.66 to 0.93 of it',
    example: {
      arguments: {
        parameters: 64862437376,
        layers: 80,
        hidden: 8192,
        sequence_tokens: 2048,
        tokens_per_second: 515636,
        gpus: 512,
        peak_tflops: 989,
        checkpointing: 'yes',
      },
      results: { mfu: 0.4127, mfu_parameters_only: 0.3963, hfu: 0.55 },
      tolerance: 1e-3,
    },
    compute: (g) => {
      const r = stepMfu({
        parameters: num(g, 'parameters'),
        layers: num(g, 'layers'),
        hidden: num(g, 'hidden'),
        sequenceTokens: num(g, 'sequence_tokens'),
        tokensPerSecond: num(g, 'tokens_per_second'),
        gpus: num(g, 'gpus'),
        peakTeraFlops: num(g, 'peak_tflops'),
        checkpointing: named(g, 'checkpointing', NO_OR_YES) === 'yes',
      })
      return { mfu: r.mfu, mfu_parameters_only: r.parametersOnly, hfu: r.hardware }
    },
  },
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
