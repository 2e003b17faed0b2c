import { DomainError, type Formula } from '../formula.ts'
import { throughputAtTarget } from '../serving/latency-target.ts'
import { prefillFlops } from '../serving/prefill.ts'
import { decode, type Serving, type Speed } from '../serving/roofline.ts'
import { rooflineReached } from '../serving/roofline-reached.ts'
import { isUnknown } from '../unknown.ts'
import { arg, named, num, POSITIVE, PRECISIONS } from './arguments.ts'
import { modelFrom, SERVED_SHAPE } from './model-shape.ts'

const FIT =
  'https://github.com/ai-dynamo/aiconfigurator (silicon sample, fitted on half of 945 published rows)'
const ASSURANCES = ['central', 'high'] as const

const input = arg('input_tokens', 'tokens', 'prompt tokens', { min: 1, max: 1e7 })
const output = arg('output_tokens', 'tokens', 'answer tokens', { min: 1, max: 1e6 })
const concurrency = arg('concurrency', 'requests', 'requests at once', {
  min: 1,
  max: 1e5,
  default: 1,
})
const kvBytes = arg('kv_bytes_per_value', 'bytes', 'bytes of a cached value', {
  min: 0.25,
  max: 8,
  default: 2,
})
const HOST = [
  arg('precision', 'format', 'number format', { choices: PRECISIONS }),
  arg('gpus', 'GPUs', 'tensor-parallel group', { min: 1, integer: true }),
  arg('gpu_memory_gb', 'GB', 'memory of one', { min: 4, default: 80 }),
  arg('bandwidth_gb_per_s', 'GB/s', 'bandwidth of one', { min: 1, default: 3350 }),
  arg('bf16_tflops', 'TFLOP/s', 'dense bf16 peak', { min: 1, default: 989 }),
  arg('fp8_tflops', 'TFLOP/s', 'dense fp8 peak; 0 for none', { min: 0, default: 1979 }),
  arg('fp4_tflops', 'TFLOP/s', 'dense 4-bit float peak; 0 for none', { min: 0, default: 0 }),
] as const

/** The model and where it runs. */
function hosted(g: Parameters<typeof modelFrom>[0]) {
  const [fp8, fp4] = [num(g, 'fp8_tflops'), num(g, 'fp4_tflops')]
  return {
    dimensions: modelFrom(g),
    precision: named(g, 'precision', PRECISIONS),
    spec: {
      memoryGB: num(g, 'gpu_memory_gb'),
      bandwidthGBPerSecond: num(g, 'bandwidth_gb_per_s'),
      bf16TeraFlops: num(g, 'bf16_tflops'),
      ...(fp8 > 0 && { fp8TeraFlops: fp8 }),
      ...(fp4 > 0 && { fp4TeraFlops: fp4 }),
      powerW: 1,
    },
    gpus: num(g, 'gpus'),
  }
}

/** The same with the shape of the requests, all but how many there are at once. */
function served(g: Parameters<typeof modelFrom>[0]): Omit<Serving, 'concurrency'> {
  return {
    ...hosted(g),
    inputTokens: num(g, 'input_tokens'),
    outputTokens: num(g, 'output_tokens'),
    kvBytesPerValue: num(g, 'kv_bytes_per_value'),
  }
}

const SPEED = [
  { key: 'ms_per_token', unit: 'ms' },
  { key: 'ms_low', unit: 'ms' },
  { key: 'ms_high', unit: 'ms' },
  { key: 'tokens_per_second', unit: 'tokens/s' },
] as const
const speedResults = (speed: Speed) => ({
  ms_per_token: speed.tpotMs.central,
  ms_low: speed.tpotMs.low,
  ms_high: speed.tpotMs.high,
  tokens_per_second: speed.tokensPerSecond.central,
})

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
    id: 'prefill-flops',
    title: 'Operations to read a prompt',
    equation: '2 (N - embedding) T + 2 layers x heads x head size x T^2',
    parameters: [...SERVED_SHAPE, input],
    results: [{ key: 'flops', unit: 'FLOP' }],
    source: 'the architecture, causal attention',
    validity: 'windows are taken as full attention, so long prompts of such models read high',
    example: {
      arguments: { ...LLAMA_70B, input_tokens: 5000 },
      results: { flops: 7.28e14 },
      tolerance: 1e-3,
    },
    compute: (g) => ({ flops: prefillFlops(modelFrom(g), num(g, 'input_tokens')) }),
  },
  {
    id: 'decode',
    title: 'Speed of a served model, with its error',
    equation:
      'max(mem, cmp) + 0.526 min(mem, cmp) + all-reduce + 1.07 ms + layers x 12.4 us; throughput = requests / that; experts read: E (1 - (1 - k/E)^tokens)',
    parameters: [...SERVED_SHAPE, ...HOST, input, output, concurrency, kvBytes],
    results: [
      ...SPEED,
      { key: 'fits_concurrency', unit: 'requests' },
      { key: 'first_token_ms_at_least', unit: 'ms' },
    ],
    source: FIT,
    validity:
      'a factor either way, with how many calibration rows lie inside: 1.4 dense (42 of 42) and 1.9 sparse (45 of 48) on Hopper, 1.6 dense (24 of 24) and 1.9 sparse (61 of 63) on Blackwell, 2 elsewhere, where nothing was calibrated; no promise of first-token time under load',
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
      const speed = decode({ ...served(g), concurrency: num(g, 'concurrency') })
      return {
        ...speedResults(speed),
        fits_concurrency: speed.fitsConcurrency,
        first_token_ms_at_least: speed.ttftLowerBoundMs,
      }
    },
  },
  {
    id: 'throughput-at-latency',
    title: 'Throughput that a latency target leaves',
    equation: 'decode at the most requests at once whose time per token keeps the target',
    parameters: [
      ...SERVED_SHAPE,
      ...HOST,
      input,
      output,
      kvBytes,
      arg('target_ms', 'ms', 'time per token that was promised', POSITIVE),
      arg('keeps', 'end of the band', 'central estimate, or the slow end to be sure', {
        choices: ASSURANCES,
      }),
    ],
    results: [{ key: 'concurrency', unit: 'requests' }, ...SPEED],
    source: FIT,
    validity: 'as decode; time per token only, not waiting nor the first token',
    example: {
      arguments: {
        ...LLAMA_70B,
        precision: 'fp8',
        gpus: 2,
        input_tokens: 5000,
        output_tokens: 500,
        target_ms: 40,
      },
      results: { concurrency: 27 },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const keeps = named(g, 'keeps', ASSURANCES)
      const speed = throughputAtTarget(served(g), num(g, 'target_ms'), keeps)
      if (isUnknown(speed))
        throw new DomainError(
          `target_ms must be one that a single request keeps; received ${g.target_ms}.`,
        )
      return { concurrency: speed.concurrency, ...speedResults(speed) }
    },
  },
  {
    id: 'roofline-reached',
    title: 'Share of the roofline that a measured time reached',
    equation: 'max(active x bytes / bandwidth, 2 active x requests / peak) / measured',
    parameters: [
      ...SERVED_SHAPE,
      ...HOST,
      concurrency,
      arg('measured_ms', 'ms', 'measured time per answer token', POSITIVE),
    ],
    results: [{ key: 'share', unit: 'share' }],
    source: 'roofline arithmetic on data-sheet peaks',
    validity: 'one token a step; a time below the roofline is refused as impossible',
    example: {
      arguments: { ...LLAMA_70B, precision: 'fp8', gpus: 2, measured_ms: 18.58 },
      results: { share: 0.5583 },
      tolerance: 1e-3,
    },
    compute: (g) => ({
      share: rooflineReached({
        ...hosted(g),
        concurrency: num(g, 'concurrency'),
        measuredMs: num(g, 'measured_ms'),
      }),
    }),
  },
]
