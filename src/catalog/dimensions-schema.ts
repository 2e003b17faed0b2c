import { z } from 'zod'
import { count } from './fields.ts'

const positive = z.number().int().positive()

/** Shape of a decoder-only transformer, in the words of published `config.json` files. */
export const dimensions = z
  .strictObject({
    layers: positive,
    hidden: positive,
    query_heads: positive,
    kv_heads: positive,
    head_size: positive,
    intermediate: positive,
    vocabulary: positive,
    context_tokens: positive,
    tied_embeddings: z.boolean(),
    attention: z.enum(['MHA', 'GQA', 'MQA', 'MLA']),
    qkv_bias: z.boolean().optional(),
    output_bias: z.boolean().optional(),
    attention_sinks: z.boolean().optional(),
    qk_norm: z.enum(['per-head', 'per-width']).optional(),
    norms_per_layer: positive.optional(),
    sliding_window: z.strictObject({ tokens: positive, full_attention_layers: count }).optional(),
    experts: z
      .strictObject({
        count: positive,
        active: positive,
        intermediate: positive,
        shared: count,
        dense_layers: count,
        bias: z.boolean().optional(),
        router_bias: z.boolean().optional(),
      })
      .optional(),
    mla: z
      .strictObject({
        q_lora_rank: positive,
        kv_lora_rank: positive,
        qk_nope_head_dim: positive,
        qk_rope_head_dim: positive,
        v_head_dim: positive,
      })
      .optional(),
    total_parameters: positive,
    active_parameters: positive,
    published_parameters: positive.optional(),
  })
  .refine((d) => (d.attention === 'MLA') === (d.mla !== undefined), {
    path: ['mla'],
    message: 'belongs to attention MLA and to no other',
  })
