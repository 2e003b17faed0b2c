import { DomainError, type Formula } from '../formula.ts'
import { FINE_TUNING_METHODS, fineTuningGB } from '../serving/fine-tuning-memory.ts'
import { gpusNeeded } from '../serving/gpus-needed.ts'
import { kvBytesPerToken, kvCacheGB } from '../serving/kv-cache.ts'
import { tensorParallelGB } from '../serving/tensor-parallel.ts'
import { storedBytes } from '../serving/weights.ts'
import { arg, NOT_NEGATIVE, named, num, PRECISIONS } from './arguments.ts'
import { CACHE_SHAPE, modelFrom } from './model-shape.ts'

const weights = arg('weights_gb', 'GB', 'memory of the weights', NOT_NEGATIVE)
const cache = arg('kv_cache_gb', 'GB', 'memory of keys and values', NOT_NEGATIVE)

export const MEMORY: readonly Formula[] = [
  {
    id: 'quantised-weights',
    title: 'Memory of the weights as checkpoints store them',
    equation: '((N - kept) x bytes + kept x 2) / 1e9',
    parameters: [
      arg('parameters', 'parameters', 'N, all parameters', { min: 0, max: 1e14 }),
      arg('kept_parameters', 'parameters', 'left in bf16: embeddings, head, norms', {
        min: 0,
        max: 1e13,
        default: 0,
      }),
      arg('precision', 'format', 'number format of the rest', { choices: PRECISIONS }),
    ],
    results: [{ key: 'gb', unit: 'GB (1e9 bytes)' }],
    source: 'format definitions, scales included',
    validity: 'what is kept must be known; 4-bit checkpoints usually keep embeddings and head',
    example: {
      arguments: { parameters: 8030261248, kept_parameters: 1050673152, precision: 'int4' },
      results: { gb: 5.7272 },
      tolerance: 1e-4,
    },
    compute: (g) => {
      const [all, kept] = [num(g, 'parameters'), num(g, 'kept_parameters')]
      if (kept > all)
        throw new DomainError(
          `kept_parameters must be at most parameters (${all}); received ${kept}.`,
        )
      return { gb: storedBytes(all, kept, named(g, 'precision', PRECISIONS)) / 1e9 }
    },
  },
  {
    id: 'kv-cache',
    title: 'Memory of keys and values',
    equation:
      '2 x layers x KV heads x head size x bytes x tokens x sequences; latent attention: layers x (rank + rope) instead; window layers stop at the window',
    parameters: [
      ...CACHE_SHAPE,
      arg('bytes_per_value', 'bytes', '2 for bf16, 1 for fp8', { min: 0.25, max: 8, default: 2 }),
      arg('context_tokens', 'tokens', 'tokens of a sequence', { min: 0, max: 1e8 }),
      arg('sequences', 'sequences', 'sequences at once', { min: 0, max: 1e7, default: 1 }),
    ],
    results: [
      { key: 'gb', unit: 'GB (1e9 bytes)' },
      { key: 'bytes_per_token', unit: 'bytes' },
    ],
    source: 'the architecture; held to published configurations',
    validity: 'engines that make use of windows; bytes per token while all layers still grow',
    example: {
      arguments: { layers: 80, kv_heads: 8, head_size: 128, context_tokens: 131072 },
      results: { gb: 42.94967296, bytes_per_token: 327680 },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const [model, each] = [modelFrom(g), num(g, 'bytes_per_value')]
      return {
        gb: kvCacheGB(model, num(g, 'context_tokens'), num(g, 'sequences'), each),
        bytes_per_token: kvBytesPerToken(model, each),
      }
    },
  },
  {
    id: 'gpus-needed',
    title: 'Accelerators that hold a model',
    equation: 'least n of 1, 2, 4, 8, 16 with n (0.9 memory - 2 GB) >= weights + KV',
    parameters: [
      weights,
      cache,
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
      const found = gpusNeeded(num(g, 'weights_gb'), num(g, 'kv_cache_gb'), { memoryGB })
      if (found === undefined)
        throw new DomainError(
          `weights_gb and kv_cache_gb must fit 16 accelerators of ${memoryGB} GB; received ${g.weights_gb} and ${g.kv_cache_gb}.`,
        )
      return { gpus: found }
    },
  },
  {
    id: 'tensor-parallel',
    title: 'Memory of each accelerator of a group',
    equation: 'weights / n + KV / min(n, KV heads)',
    parameters: [
      weights,
      cache,
      arg('kv_heads', 'heads', 'key and value heads; 1 for latent attention', {
        min: 1,
        integer: true,
      }),
      arg('gpus', 'GPUs', 'n, tensor-parallel group', { min: 1, integer: true }),
    ],
    results: [{ key: 'gb_each', unit: 'GB' }],
    source: 'https://arxiv.org/abs/1909.08053',
    validity: 'plain tensor parallelism: beyond the KV heads, keys and values are copied',
    example: {
      arguments: { weights_gb: 141.1, kv_cache_gb: 10.74, kv_heads: 8, gpus: 16 },
      results: { gb_each: 10.16125 },
      tolerance: 1e-9,
    },
    compute: (g) => ({
      gb_each: tensorParallelGB({
        weightsGB: num(g, 'weights_gb'),
        kvCacheGB: num(g, 'kv_cache_gb'),
        kvHeads: num(g, 'kv_heads'),
        gpus: num(g, 'gpus'),
      }),
    }),
  },
  {
    id: 'fine-tuning-memory',
    title: 'Memory of fine-tuning',
    equation: '1.25 x N x bytes kept + 1 GB; 18 bytes in full, 2, 1 or 0.52 under adapters',
    parameters: [
      arg('parameters', 'parameters', 'N, of the model', { min: 1e6, max: 1e13 }),
      arg('method', 'name', 'what is trained', { choices: FINE_TUNING_METHODS }),
    ],
    results: [{ key: 'gb', unit: 'GB over all accelerators' }],
    source: 'fitted on the tables of LLaMA-Factory and Unsloth',
    validity: '7B to 70B, batch 1, short contexts: within 25 %',
    example: {
      arguments: { parameters: 7e9, method: 'qlora-4-bit' },
      results: { gb: 5.545625 },
      tolerance: 1e-6,
    },
    compute: (g) => ({
      gb: fineTuningGB(num(g, 'parameters'), named(g, 'method', FINE_TUNING_METHODS)),
    }),
  },
]
