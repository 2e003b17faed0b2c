import type { Catalog } from '../catalog/types.ts'
import type { Arguments } from '../engine/formula.ts'
import type { ModelDimensions } from '../engine/serving/dimensions.ts'
import type { Row } from './table.ts'

export const NO_DIMENSIONS = 'neither the row nor the catalogue has the dimensions of this model'

/** Endings that tell versions of one shape apart: training, release, file format. */
const VERSION = /-(it|instruct|chat|base|hf|v\d+(\.\d+)?)$/i
const RELEASE = /-\d{4}(?=-)/

/** Models of the same shape under another name. */
const SAME_SHAPE: Readonly<Record<string, string>> = {
  'LLaMA-7B': 'Llama-2-7B',
  'LLaMA-13B': 'Llama-2-13B',
}

/** The shape a row means: from its own columns where it has them, else from the catalogue. */
export function shapeOf(row: Row, catalog: Catalog): ModelDimensions | undefined {
  const own = fromColumns(row)
  if (own) return own
  const words = row.model ?? ''
  return [
    words,
    SAME_SHAPE[words] ?? words,
    words.replace(VERSION, ''),
    words.replace(VERSION, '').replace(RELEASE, ''),
  ]
    .map((name) => catalog.model(name)?.dimensions)
    .find((dimensions) => dimensions !== undefined)
}

/** Columns as tables of architectures name them; undefined where the row has none. */
function fromColumns(row: Row): ModelDimensions | undefined {
  const at = (key: string) => Number(row[key] || 0)
  if (!row.layers || !row.hidden || !row.total_params) return undefined
  return {
    layers: at('layers'),
    hidden: at('hidden'),
    queryHeads: at('q_heads'),
    kvHeads: at('kv_heads'),
    headSize: at('head_dim'),
    intermediate: at('intermediate'),
    vocabulary: at('vocab'),
    contextTokens: at('context'),
    tiedEmbeddings: row.tied_embeddings === '1',
    attention: at('mla_kv_lora_rank') > 0 ? 'MLA' : 'GQA',
    totalParameters: at('total_params'),
    activeParameters: 1e9 * at('active_params_b'),
    ...(at('sliding_window') > 0 && {
      slidingWindow: {
        tokens: at('sliding_window'),
        fullAttentionLayers: at('full_attention_layers'),
      },
    }),
    ...(at('moe_experts') > 0 && {
      experts: {
        count: at('moe_experts'),
        active: at('moe_top_k'),
        intermediate: at('moe_intermediate'),
        shared: at('moe_shared'),
        denseLayers: at('dense_first_layers'),
      },
    }),
    ...(at('mla_kv_lora_rank') > 0 && {
      mla: {
        kvRank: at('mla_kv_lora_rank'),
        ropeSize: at('mla_rope_dim'),
        queryRank: at('mla_q_lora_rank'),
        nopeSize: at('head_dim') - at('mla_rope_dim'),
        valueSize: at('mla_v_head_dim'),
      },
    }),
  }
}

/** A shape as arguments of the formulas about the KV cache. */
export function cacheArguments({ layers, kvHeads, headSize, ...d }: ModelDimensions): Arguments {
  return {
    layers,
    kv_heads: kvHeads,
    head_size: headSize,
    ...(d.mla && { kv_rank: d.mla.kvRank, rope_size: d.mla.ropeSize }),
    ...(d.slidingWindow && {
      window_tokens: d.slidingWindow.tokens,
      full_attention_layers: d.slidingWindow.fullAttentionLayers,
    }),
  }
}

/** A shape as arguments of the formulas about time. */
export function servedArguments(d: ModelDimensions): Arguments {
  return {
    ...cacheArguments(d),
    ...widths(d),
    parameters: d.totalParameters,
    ...(d.experts && {
      active_parameters: d.activeParameters,
      experts: d.experts.count,
      experts_active: d.experts.active,
    }),
  }
}

/** A shape as arguments of the parameter count. */
export function countArguments(d: ModelDimensions): Arguments {
  const { experts, mla } = d
  return {
    ...widths(d),
    layers: d.layers,
    kv_heads: d.kvHeads,
    head_size: d.headSize,
    intermediate: d.intermediate,
    ...(d.qkNorm && { qk_norm: d.qkNorm }),
    ...(d.normsPerLayer !== undefined && { norms_per_layer: d.normsPerLayer }),
    ...(d.qkvBias && { qkv_bias: 'yes' }),
    ...(d.outputBias && { output_bias: 'yes' }),
    ...(d.attentionSinks && { attention_sinks: 'yes' }),
    ...(experts && {
      experts: experts.count,
      experts_active: experts.active,
      expert_intermediate: experts.intermediate,
      shared_experts: experts.shared,
      dense_layers: experts.denseLayers,
      ...(experts.bias && { expert_bias: 'yes' }),
      ...(experts.routerBias && { router_bias: 'yes' }),
    }),
    ...(mla && {
      kv_rank: mla.kvRank,
      rope_size: mla.ropeSize,
      query_rank: mla.queryRank ?? 0,
      nope_size: mla.nopeSize ?? 0,
      value_size: mla.valueSize ?? 0,
    }),
  }
}

function widths(d: ModelDimensions): Arguments {
  return {
    hidden: d.hidden,
    vocabulary: d.vocabulary,
    query_heads: d.queryHeads,
    tied_embeddings: d.tiedEmbeddings ? 'yes' : 'no',
  }
}
