import { fineTuningMemoryGB, type TuningMethod } from '../cost/fine-tuning-memory.ts'
import { FINE_TUNING_BYTES } from '../cost/tuning-memory-constants.ts'
import type { Formula } from '../formula.ts'
import type { ModelDimensions } from '../serving/dimensions.ts'
import { kvBytesPerToken, kvCacheGB } from '../serving/kv-cache.ts'
import { arg, named, num } from './arguments.ts'

const METHODS = Object.keys(FINE_TUNING_BYTES) as TuningMethod[]
const whole = { min: 1, integer: true } as const
const none = { min: 0, integer: true, default: 0 } as const

/** What keys and values need of a model. */
function attentionOf(g: Readonly<Record<string, number | string>>): ModelDimensions {
  const [rank, window] = [num(g, 'latent_rank'), num(g, 'window_tokens')]
  return {
    layers: num(g, 'layers'),
    hidden: 0,
    queryHeads: 0,
    kvHeads: num(g, 'kv_heads'),
    headSize: num(g, 'head_size'),
    intermediate: 0,
    vocabulary: 0,
    contextTokens: 0,
    tiedEmbeddings: false,
    attention: rank > 0 ? 'MLA' : 'GQA',
    totalParameters: 0,
    activeParameters: 0,
    ...(rank > 0 ? { mla: { kvRank: rank, ropeSize: num(g, 'rope_size') } } : {}),
    ...(window > 0
      ? { slidingWindow: { tokens: window, fullAttentionLayers: num(g, 'full_attention_layers') } }
      : {}),
  }
}

/** Accelerator memory beside the weights. */
export const MEMORY: readonly Formula[] = [
  {
    id: 'kv-cache',
    title: 'Memory of keys and values',
    equation:
      '2 x KV heads x head size (latent: rank + rope size) x bytes x (full layers x tokens + window layers x min(tokens, window)) x sequences',
    parameters: [
      arg('layers', 'layers', 'transformer layers', whole),
      arg('kv_heads', 'heads', 'key and value heads', whole),
      arg('head_size', 'width', 'width of a head', whole),
      arg('bytes_per_value', 'bytes', '2 for bf16, 1 for fp8', { min: 0.25, max: 8, default: 2 }),
      arg('context_tokens', 'tokens', 'tokens of a sequence', { min: 0, max: 1e8 }),
      arg('sequences', 'sequences', 'sequences at once', { min: 0, max: 1e7, default: 1 }),
      arg('window_tokens', 'tokens', 'what a window layer sees; 0 without windows', none),
      arg('full_attention_layers', 'layers', 'layers that see all, beside window layers', none),
      arg('latent_rank', 'width', 'rank of latent attention; 0 without', none),
      arg('rope_size', 'width', 'rotary part of latent attention', none),
    ],
    results: [
      { key: 'gb', unit: 'GB (1e9 bytes)' },
      { key: 'bytes_per_token', unit: 'bytes' },
    ],
    source: 'the architecture; held to published configurations',
    validity: 'bytes_per_token while all layers still grow',
    example: {
      arguments: { layers: 80, kv_heads: 8, head_size: 128, context_tokens: 131072 },
      results: { gb: 42.94967296, bytes_per_token: 327680 },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const model = attentionOf(g)
      const each = num(g, 'bytes_per_value')
      return {
        gb: kvCacheGB(model, num(g, 'context_tokens'), num(g, 'sequences'), each),
        bytes_per_token: kvBytesPerToken(model, each),
      }
    },
  },
  {
    id: 'fine-tuning-memory',
    title: 'Accelerator memory that tuning takes',
    equation: 'parameters x bytes per parameter of the method',
    parameters: [
      arg('parameters', 'parameters', 'all parameters', { min: 1e8, max: 1e12 }),
      arg('method', 'name', 'what is tuned, and in how many bits the rest is kept', {
        choices: METHODS,
      }),
    ],
    results: [{ key: 'gb', unit: 'GB (1e9 bytes)' }],
    source: FINE_TUNING_BYTES.full.source,
    validity: '7e9 to 70e9 parameters, one short sequence at a time; within 25 %',
    example: {
      arguments: { parameters: 30e9, method: 'qlora-4bit' },
      results: { gb: 24 },
      tolerance: 1e-9,
    },
    compute: (g) => ({
      gb: fineTuningMemoryGB(num(g, 'parameters'), named(g, 'method', METHODS)),
    }),
  },
]
