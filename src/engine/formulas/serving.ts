import { DomainError, type Formula } from '../formula.ts'
import type { ModelDimensions, Precision } from '../serving/dimensions.ts'
import { gpusNeeded } from '../serving/gpus-needed.ts'
import { prefillFlops } from '../serving/prefill.ts'
import { replicasNeeded } from '../serving/replicas.ts'
import { decode } from '../serving/roofline.ts'
import { BYTES_PER_PARAMETER } from '../serving/weights.ts'
import { arg, NOT_NEGATIVE, named, num, POSITIVE } from './arguments.ts'

const PRECISIONS = Object.keys(BYTES_PER_PARAMETER) as Precision[]
const FIT =
  'https://github.com/ai-dynamo/aiconfigurator (silicon sample, fitted on half of 945 published rows)'

const whole = { min: 1, integer: true } as const
const shape = [
  arg('layers', 'layers', 'transformer layers', whole),
  arg('kv_heads', 'heads', 'key and value heads', whole),
  arg('head_size', 'width', 'width of a head', whole),
] as const
const dense = [
  arg('parameters', 'parameters', 'all parameters of a dense model', POSITIVE),
  arg('hidden', 'width', 'model width', whole),
  arg('vocabulary', 'tokens', 'vocabulary', whole),
  arg('query_heads', 'heads', 'query heads', whole),
  ...shape,
] as const
const input = arg('input_tokens', 'tokens', 'prompt tokens', { min: 1, max: 1e7 })

/** A dense model of the arguments' shape, embeddings untied. */
function denseModel(g: Readonly<Record<string, number | string>>): ModelDimensions {
  return {
    layers: num(g, 'layers'),
    hidden: num(g, 'hidden'),
    queryHeads: num(g, 'query_heads'),
    kvHeads: num(g, 'kv_heads'),
    headSize: num(g, 'head_size'),
    intermediate: 0,
    vocabulary: num(g, 'vocabulary'),
    contextTokens: 0,
    tiedEmbeddings: false,
    attention: 'GQA',
    totalParameters: num(g, 'parameters'),
    activeParameters: num(g, 'parameters'),
  }
}

const LLAMA_70B = {
  parameters: 70553706496,
  hidden: 8192,
  vocabulary: 128256,
  query_heads: 64,
  layers: 80,
  kv_heads: 8,
  head_size: 128,
} as const

export const SERVING: readonly Formula[] = [
  {
    id: 'gpus-needed',
    title: 'Accelerators that hold a model',
    equation: 'least n of 1, 2, 4, 8, 16 with n (0.9 memory - 2 GB) >= weights + KV',
    parameters: [
      arg('weights_gb', 'GB', 'memory of the weights', NOT_NEGATIVE),
      arg('kv_cache_gb', 'GB', 'memory of keys and values', NOT_NEGATIVE),
      arg('gpu_memory_gb', 'GB', 'memory of one accelerator', { min: 4, default: 80 }),
    ],
    results: [{ key: 'gpus', unit: 'GPUs' }],
    source: 'our rule; published tools reserve 0.65 to 3.5 GB each',
    validity: 'one tensor-parallel group',
    example: {
      arguments: { weights_gb: 141.1, kv_cache_gb: 10.74 },
      results: { gpus: 4 },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const memoryGB = num(g, 'gpu_memory_gb')
      const found = gpusNeeded(num(g, 'weights_gb'), num(g, 'kv_cache_gb'), {
        memoryGB,
        bandwidthGBPerSecond: 1,
        bf16TeraFlops: 1,
        powerW: 1,
      })
      if (found === undefined)
        throw new DomainError(
          `weights_gb and kv_cache_gb must fit 16 accelerators of ${memoryGB} GB; received ${g.weights_gb} and ${g.kv_cache_gb}.`,
        )
      return { gpus: found }
    },
  },
  {
    id: 'prefill-flops',
    title: 'Operations to read a prompt',
    equation: '2 (N - embedding) T + 2 layers x heads x head size x T^2',
    parameters: [...dense, input],
    results: [{ key: 'flops', unit: 'FLOP' }],
    source: 'the architecture, causal attention',
    validity: 'dense models with untied embeddings',
    example: {
      arguments: { ...LLAMA_70B, input_tokens: 5000 },
      results: { flops: 7.28e14 },
      tolerance: 1e-3,
    },
    compute: (g) => ({ flops: prefillFlops(denseModel(g), num(g, 'input_tokens')) }),
  },
  {
    id: 'decode',
    title: 'Speed of a served dense model',
    equation:
      'max(mem, cmp) + 0.526 min(mem, cmp) + all-reduce + 1.07 ms + layers x 12.4 us; throughput = requests / that',
    parameters: [
      ...dense,
      arg('precision', 'format', 'number format', { choices: PRECISIONS }),
      arg('gpus', 'GPUs', 'tensor-parallel group', whole),
      arg('gpu_memory_gb', 'GB', 'memory of one', { min: 4, default: 80 }),
      arg('bandwidth_gb_per_s', 'GB/s', 'bandwidth of one', { min: 1, default: 3350 }),
      arg('bf16_tflops', 'TFLOP/s', 'dense bf16 peak', { min: 1, default: 989 }),
      arg('fp8_tflops', 'TFLOP/s', 'dense fp8 peak', { min: 1, default: 1979 }),
      input,
      arg('output_tokens', 'tokens', 'answer tokens', { min: 1, max: 1e6 }),
      arg('concurrency', 'requests', 'requests at once', { min: 1, max: 1e5, default: 1 }),
      arg('kv_bytes_per_value', 'bytes', 'bytes of a cached value', {
        min: 0.25,
        max: 8,
        default: 2,
      }),
    ],
    results: [
      { key: 'ms_per_token', unit: 'ms' },
      { key: 'tokens_per_second', unit: 'tokens/s' },
      { key: 'fits_concurrency', unit: 'requests' },
      { key: 'first_token_ms_at_least', unit: 'ms' },
    ],
    source: FIT,
    validity:
      'within 25 % either way on H100 and H200, a factor of 2 elsewhere; no promise of first-token time under load',
    example: {
      arguments: {
        ...LLAMA_70B,
        precision: 'fp8',
        gpus: 2,
        input_tokens: 5000,
        output_tokens: 500,
        concurrency: 5,
      },
      results: { ms_per_token: 21.6 },
      tolerance: 5e-3,
    },
    compute: (g) => {
      const speed = decode({
        dimensions: denseModel(g),
        precision: named(g, 'precision', PRECISIONS),
        spec: {
          memoryGB: num(g, 'gpu_memory_gb'),
          bandwidthGBPerSecond: num(g, 'bandwidth_gb_per_s'),
          bf16TeraFlops: num(g, 'bf16_tflops'),
          fp8TeraFlops: num(g, 'fp8_tflops'),
          powerW: 1,
        },
        gpus: num(g, 'gpus'),
        inputTokens: num(g, 'input_tokens'),
        outputTokens: num(g, 'output_tokens'),
        concurrency: num(g, 'concurrency'),
        kvBytesPerValue: num(g, 'kv_bytes_per_value'),
      })
      return {
        ms_per_token: speed.tpotMs.central,
        tokens_per_second: speed.tokensPerSecond.central,
        fits_concurrency: speed.fitsConcurrency,
        first_token_ms_at_least: speed.ttftLowerBoundMs,
      }
    },
  },
  {
    id: 'replicas',
    title: 'Replicas that carry a workload',
    equation: 'max(1, ceil(requests x answer / (730 x 3600) / (speed x duty)))',
    parameters: [
      arg('requests_per_month', 'requests a month', 'requests', { min: 0, max: 1e15 }),
      arg('answer_tokens', 'tokens', 'answer tokens', { min: 0, max: 1e7 }),
      arg('tokens_per_second', 'tokens/s', 'answer tokens of one replica', { min: 1e-6, max: 1e9 }),
      arg('duty', 'share of the time', 'share of the time it works', { min: 1e-6, max: 1 }),
    ],
    results: [{ key: 'replicas', unit: 'replicas' }],
    source: 'arithmetic',
    validity: 'the average rate; peaks are what the duty leaves room for',
    example: {
      arguments: {
        requests_per_month: 20e6,
        answer_tokens: 200,
        tokens_per_second: 1500,
        duty: 0.3,
      },
      results: { replicas: 4 },
      tolerance: 1e-9,
    },
    compute: (g) => ({
      replicas: replicasNeeded({
        requestsPerMonth: num(g, 'requests_per_month'),
        answerTokens: num(g, 'answer_tokens'),
        tokensPerSecondPerReplica: num(g, 'tokens_per_second'),
        duty: num(g, 'duty'),
      }),
    }),
  },
]
