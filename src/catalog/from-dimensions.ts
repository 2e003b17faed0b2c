import type { z } from 'zod'
import type { ModelDimensions } from '../engine/serving/dimensions.ts'
import type { dimensions } from './dimensions-schema.ts'
import { present } from './present.ts'

/** The shape of a file in the terms of the engine; a published count goes before a computed one. */
export function toDimensions(d: z.infer<typeof dimensions>): ModelDimensions {
  const { sliding_window: window, experts, mla } = d
  return {
    layers: d.layers,
    hidden: d.hidden,
    queryHeads: d.query_heads,
    kvHeads: d.kv_heads,
    headSize: d.head_size,
    intermediate: d.intermediate,
    vocabulary: d.vocabulary,
    contextTokens: d.context_tokens,
    tiedEmbeddings: d.tied_embeddings,
    attention: d.attention,
    totalParameters: d.published_parameters ?? d.total_parameters,
    activeParameters: d.active_parameters,
    ...present({
      qkvBias: d.qkv_bias,
      outputBias: d.output_bias,
      attentionSinks: d.attention_sinks,
      qkNorm: d.qk_norm,
      normsPerLayer: d.norms_per_layer,
    }),
    ...(window
      ? {
          slidingWindow: {
            tokens: window.tokens,
            fullAttentionLayers: window.full_attention_layers,
          },
        }
      : {}),
    ...(experts
      ? {
          experts: {
            count: experts.count,
            active: experts.active,
            intermediate: experts.intermediate,
            shared: experts.shared,
            denseLayers: experts.dense_layers,
            ...present({ bias: experts.bias, routerBias: experts.router_bias }),
          },
        }
      : {}),
    ...(mla
      ? {
          mla: {
            kvRank: mla.kv_lora_rank,
            ropeSize: mla.qk_rope_head_dim,
            queryRank: mla.q_lora_rank,
            nopeSize: mla.qk_nope_head_dim,
            valueSize: mla.v_head_dim,
          },
        }
      : {}),
  } as ModelDimensions
}
