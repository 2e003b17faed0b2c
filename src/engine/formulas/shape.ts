import type { Arguments, Formula } from '../formula.ts'
import { countParameters, type Shape } from '../serving/count-parameters.ts'
import { arg, named, num } from './arguments.ts'

const whole = { min: 1, max: 1e9, integer: true } as const
const count = { min: 0, max: 1e6, integer: true, default: 0 } as const
const flag = { min: 0, max: 1, integer: true, default: 0 } as const
const ATTENTION_BIAS = ['none', 'qkv', 'all'] as const
const QUERY_KEY_NORM = ['none', 'head', 'width'] as const

/** The shape that a set of arguments describes. */
function shapeOf(g: Arguments): Shape {
  const bias = named(g, 'attention_bias', ATTENTION_BIAS)
  const norm = named(g, 'query_key_norm', QUERY_KEY_NORM)
  return {
    layers: num(g, 'layers'),
    hidden: num(g, 'hidden'),
    queryHeads: num(g, 'query_heads'),
    kvHeads: num(g, 'kv_heads'),
    headSize: num(g, 'head_size'),
    intermediate: num(g, 'intermediate'),
    vocabulary: num(g, 'vocabulary'),
    tiedEmbeddings: num(g, 'tied_embeddings') === 1,
    attention: 'GQA',
    smallTensors: {
      ...(bias === 'none' ? {} : { attentionBias: bias }),
      ...(norm === 'none' ? {} : { queryKeyNorm: norm }),
      normsPerLayer: num(g, 'norms_per_layer'),
      expertBias: num(g, 'expert_bias') === 1,
      sinks: num(g, 'sinks') === 1,
    },
    ...(num(g, 'experts') === 0
      ? {}
      : {
          experts: {
            count: num(g, 'experts'),
            active: num(g, 'active_experts'),
            intermediate: num(g, 'expert_intermediate'),
            shared: num(g, 'shared_experts'),
            denseLayers: num(g, 'dense_layers'),
          },
        }),
  }
}

/** What follows from a model's shape alone. */
export const SHAPE: readonly Formula[] = [
  {
    id: 'count-parameters',
    title: 'Parameters counted from the shape',
    equation:
      'layers x (2 h s (q + kv) + norms and biases) + dense x 3 h i + sparse x (router + experts x 3 h e) + embeddings',
    parameters: [
      arg('layers', 'layers', 'transformer layers', whole),
      arg('hidden', 'width', 'h, model width', whole),
      arg('query_heads', 'heads', 'q', whole),
      arg('kv_heads', 'heads', 'kv', whole),
      arg('head_size', 'width', 's', whole),
      arg('intermediate', 'width', 'i, feed-forward width of dense layers', whole),
      arg('vocabulary', 'tokens', 'vocabulary', whole),
      arg('tied_embeddings', '1 or 0', '1 when the output head is the embedding', flag),
      arg('experts', 'experts', 'routed experts a sparse layer; 0 for a dense model', count),
      arg('active_experts', 'experts', 'routed to by a token', count),
      arg('expert_intermediate', 'width', 'e, width of an expert', count),
      arg('shared_experts', 'experts', 'used by every token', count),
      arg('dense_layers', 'layers', 'layers without experts', count),
      arg('attention_bias', 'name', 'biases of the attention', { choices: ATTENTION_BIAS }),
      arg('query_key_norm', 'name', 'norms of queries and keys', { choices: QUERY_KEY_NORM }),
      arg('norms_per_layer', 'norms', 'vectors of the model width', { ...count, default: 2 }),
      arg('expert_bias', '1 or 0', '1 when experts have biases', flag),
      arg('sinks', '1 or 0', '1 when each query head has a sink', flag),
    ],
    results: [
      { key: 'total', unit: 'parameters' },
      { key: 'active', unit: 'parameters, input embedding left out' },
    ],
    source: 'the architecture; held to published counts',
    validity: 'gated feed-forward; not latent attention, nor experts in every other layer',
    example: {
      arguments: {
        layers: 32,
        hidden: 4096,
        query_heads: 32,
        kv_heads: 8,
        head_size: 128,
        intermediate: 14336,
        vocabulary: 128256,
      },
      results: { total: 8030261248 },
      tolerance: 1e-12,
    },
    compute: (g) => ({ ...countParameters(shapeOf(g)) }),
  },
]
