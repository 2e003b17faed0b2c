import type { Formula } from '../formula.ts'
import { decodeLowerBoundMs, ridgeBatch } from '../serving/ridge-batch.ts'
import { speculativeDecoding } from '../serving/speculative-decoding.ts'
import { arg, num, POSITIVE, SHARE } from './arguments.ts'

const whole = { min: 1, integer: true } as const
const bandwidth = arg('bandwidth_gb_per_s', 'GB/s', 'memory bandwidth of one', POSITIVE)
const bytes = arg('bytes_per_parameter', 'bytes', 'e.g. 2 for bf16', { min: 0.1, max: 8 })

export const HARDWARE: readonly Formula[] = [
  {
    id: 'ridge-batch',
    title: 'Batch at which compute becomes the limit',
    equation: 'peak x bytes / (2 x bandwidth)',
    parameters: [
      arg('peak_tflops', 'TFLOP/s', 'dense peak at that precision', POSITIVE),
      bandwidth,
      bytes,
    ],
    results: [{ key: 'sequences', unit: 'sequences' }],
    source: 'roofline arithmetic on data-sheet peaks',
    validity: 'weights only; KV reads push it up or away at long contexts',
    example: {
      arguments: { peak_tflops: 989, bandwidth_gb_per_s: 3350, bytes_per_parameter: 2 },
      results: { sequences: 295.2 },
      tolerance: 1e-3,
    },
    compute: (g) => ({
      sequences: ridgeBatch(
        num(g, 'peak_tflops'),
        num(g, 'bandwidth_gb_per_s'),
        num(g, 'bytes_per_parameter'),
      ),
    }),
  },
  {
    id: 'decode-lower-bound',
    title: 'Least time of an answer token at batch 1',
    equation: 'parameters x bytes / (GPUs x bandwidth)',
    parameters: [
      arg('parameters', 'parameters', 'read per token, input embedding left out', POSITIVE),
      bytes,
      arg('gpus', 'GPUs', 'accelerators', whole),
      bandwidth,
    ],
    results: [{ key: 'ms', unit: 'ms' }],
    source: 'roofline arithmetic',
    validity: 'no system is faster; measured ones reach about 56 % of it',
    example: {
      arguments: {
        parameters: 69.5e9,
        bytes_per_parameter: 1,
        gpus: 2,
        bandwidth_gb_per_s: 3350,
      },
      results: { ms: 10.373 },
      tolerance: 1e-4,
    },
    compute: (g) => ({
      ms: decodeLowerBoundMs(
        num(g, 'parameters'),
        num(g, 'bytes_per_parameter'),
        num(g, 'gpus'),
        num(g, 'bandwidth_gb_per_s'),
      ),
    }),
  },
  {
    id: 'speculative-decoding',
    title: 'Tokens a step with a draft model',
    equation: '(1 - a^(g+1)) / (1 - a); speed-up divided by 1 + g c',
    parameters: [
      arg('acceptance', 'probability', 'a, chance that a drafted token is accepted', SHARE),
      arg('drafted', 'tokens', 'g, tokens drafted a step', { min: 0, max: 64, integer: true }),
      arg('draft_share', 'share of a step', 'c, time of a draft step', {
        min: 0,
        max: 10,
        default: 0,
      }),
    ],
    results: [
      { key: 'tokens_per_step', unit: 'tokens' },
      { key: 'speedup', unit: 'times' },
    ],
    source: 'https://arxiv.org/abs/2211.17192',
    validity: 'while decode waits for memory; under load expect about 1.15',
    example: {
      arguments: { acceptance: 0.7, drafted: 3, draft_share: 0.05 },
      results: { tokens_per_step: 2.533, speedup: 2.2026 },
      tolerance: 1e-4,
    },
    compute: (g) => {
      const r = speculativeDecoding({
        acceptance: num(g, 'acceptance'),
        drafted: num(g, 'drafted'),
        draftShare: num(g, 'draft_share'),
      })
      return { tokens_per_step: r.tokensPerStep, speedup: r.speedup }
    },
  },
]
