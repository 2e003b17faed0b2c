import type { Arguments, Formula } from '../formula.ts'
import { countParameters, type Shape } from '../serving/count-parameters.ts'
import { arg, named, num } from './arguments.ts'

const whole = { min: 1, max: 1e9, integer: true } as const
const count = { min: 0, max: 1e6, integer: true, default: 0 } as const
const NO_OR_YES = ['no', 'yes'] as const
const flag = { choices: NO_OR_YES } as const
const QK_NORM = ['none', 'per-head', 'per-width'] as const

/** The shape that a set of arguments describes. */
function shapeOf(g: Arguments): Shape {
  const norm = named(g, 'qk_norm', QK_NORM)
  const latent = num(g, 'kv_rank') > 0
  return {
    layers: num(g, 'layers'),
    hidden: num(g, 'hidden'),
    queryHeads: num(g, 'query_heads'),
    kvHeads: num(g, 'kv_heads'),
    headSize: num(g, 'head_size'),
    intermediate: num(g, 'intermediate'),
    vocabulary: num(g, 'vocabulary'),
    tiedEmbeddings: named(g, 'tied_embeddings', NO_OR_YES) === 'yes',
    attention: latent ? 'MLA' : 'GQA',
    qkvBias: named(g, 'qkv_bias', NO_OR_YES) === 'yes',
    outputBias: named(g, 'output_bias', NO_OR_YES) === 'yes',
    attentionSinks: named(g, 'attention_sinks', NO_OR_YES) === 'yes',
    ...(norm === 'none' ? {} : { qkNorm: norm }),
    normsPerLayer: num(g, 'norms_per_layer'),
    ...(latent
      ? {
          mla: {
            kvRank: num(g, 'kv_rank'),
            ropeSize: num(g, 'rope_size'),
            queryRank: num(g, 'query_rank'),
            nopeSize: num(g, 'nope_size'),
            valueSize: num(g, 'value_size'),
          },
        }
      : {}),
    ...(num(g, 'experts') === 0
      ? {}
      : {
          experts: {
            count: num(g, 'experts'),
            active: num(g, 'experts_active'),
            intermediate: num(g, 'expert_intermediate'),
            shared: num(g, 'shared_experts'),
            denseLayers: num(g, 'dense_layers'),
            bias: named(g, 'expert_bias', NO_OR_YES) === 'yes',
            routerBias: named(g, 'router_bias', NO_OR_YES) === 'yes',
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
      arg('tied_embeddings', 'no or yes', 'whether the output head is the embedding', flag),
      arg('experts', 'experts', 'routed experts a sparse layer; 0 for a dense model', count),
      arg('experts_active', 'experts', 'routed to by a token', count),
      arg('expert_intermediate', 'width', 'e, width of an expert', count),
      arg('shared_experts', 'experts', 'used by every token', count),
      arg('dense_layers', 'layers', 'layers without experts', count),
      arg('qkv_bias', 'no or yes', 'whether queries, keys and values have biases', flag),
      arg('output_bias', 'no or yes', 'whether the output projection has one', flag),
      arg('qk_norm', 'name', 'norms of queries and keys', { choices: QK_NORM }),
      arg('norms_per_layer', 'norms', 'vectors of the model width', { ...count, default: 2 }),
      arg('expert_bias', 'no or yes', 'whether experts have biases', flag),
      arg('router_bias', 'no or yes', 'whether the router has biases', flag),
      arg('attention_sinks', 'no or yes', 'whether each query head has a sink', flag),
      arg('kv_rank', 'width', 'latent attention: rank of keys and values; 0 without', count),
      arg('query_rank', 'width', 'latent attention: rank of queries', count),
      arg('rope_size', 'width', 'latent attention: rotary part of a head', count),
      arg('nope_size', 'width', 'latent attention: other part of a head', count),
      arg('value_size', 'width', 'latent attention: width of a value', count),
    ],
    results: [
      { key: 'total', unit: 'parameters' },
      { key: 'active', unit: 'parameters, input embedding left out' },
    ],
    source: 'the architecture; held to published counts',
    validity: 'gated feed-forward; experts in all layers but the dense ones',
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
