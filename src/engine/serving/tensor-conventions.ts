/** Small tensors beside the large matrices, which tell families of models apart. */
export type TensorConventions = Readonly<{
  /** Norms of model width in a layer. */
  layerNorms: number
  /** Norms of queries and keys: of one head's width shared by the heads, of all heads' width, or none. */
  queryKeyNorm: 'none' | 'head' | 'width'
  /** Biases of the attention matrices: queries, keys and values, or the output as well. */
  attentionBias: 'none' | 'qkv' | 'all'
  /** One learned number a query head that takes up unneeded attention. */
  attentionSinks: boolean
  /** One number an expert in the router: a bias, or a correction that balances the load. */
  routerBias: boolean
  /** Biases of the experts' own matrices. */
  expertBias: boolean
}>

const PLAIN: TensorConventions = {
  layerNorms: 2,
  queryKeyNorm: 'none',
  attentionBias: 'none',
  attentionSinks: false,
  routerBias: false,
  expertBias: false,
}

/**
 * By architecture, as configurations name it. `llama` also stands for Mistral, Mixtral, Phi, Granite
 * and SmolLM, `deepseek` for Kimi.
 * Source: the published model configurations and checkpoints; counts are held to published ones in tests.
 */
export const TENSOR_CONVENTIONS = {
  llama: PLAIN,
  qwen2: { ...PLAIN, attentionBias: 'qkv' },
  qwen3: { ...PLAIN, queryKeyNorm: 'head' },
  gemma3: { ...PLAIN, layerNorms: 4, queryKeyNorm: 'head' },
  olmo2: { ...PLAIN, queryKeyNorm: 'width' },
  'gpt-oss': {
    ...PLAIN,
    attentionBias: 'all',
    attentionSinks: true,
    routerBias: true,
    expertBias: true,
  },
  deepseek: { ...PLAIN, routerBias: true },
  minimax: { ...PLAIN, queryKeyNorm: 'width' },
} as const satisfies Record<string, TensorConventions>

export type Architecture = keyof typeof TENSOR_CONVENTIONS
