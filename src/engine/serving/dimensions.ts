/** The shape of a decoder-only transformer; enough to count parameters, KV cache and FLOPs. */
export type ModelDimensions = Readonly<{
  layers: number
  /** Model width. */
  hidden: number
  queryHeads: number
  kvHeads: number
  headSize: number
  /** Feed-forward width of a dense layer. */
  intermediate: number
  vocabulary: number
  contextTokens: number
  /** Input embedding shared with the output head. */
  tiedEmbeddings: boolean
  attention: 'MHA' | 'GQA' | 'MQA' | 'MLA'
  /** Biases of the query, key and value projections, and of the output projection. */
  qkvBias?: boolean
  outputBias?: boolean
  /** One learned sink logit per query head. */
  attentionSinks?: boolean
  /** Norms of queries and keys: one weight per element of a head, or of the whole projection. */
  qkNorm?: 'per-head' | 'per-width'
  /** Norms of model width in a layer; 2 when not given. */
  normsPerLayer?: number
  /** Window layers see only this many tokens; `fullAttentionLayers` see all. */
  slidingWindow?: Readonly<{ tokens: number; fullAttentionLayers: number }>
  experts?: Readonly<{
    count: number
    active: number
    intermediate: number
    shared: number
    denseLayers: number
    /** Experts and their router carry biases. */
    bias?: boolean
    routerBias?: boolean
  }>
  /** Latent attention; the last three are needed to count parameters only. */
  mla?: Readonly<{
    kvRank: number
    ropeSize: number
    queryRank?: number
    nopeSize?: number
    valueSize?: number
  }>
  /** Published or analytically exact counts, in parameters. */
  totalParameters: number
  activeParameters: number
}>

/** An accelerator's data-sheet figures: dense peaks, no sparsity. */
export type AcceleratorSpec = Readonly<{
  memoryGB: number
  bandwidthGBPerSecond: number
  bf16TeraFlops: number
  fp8TeraFlops?: number
  fp4TeraFlops?: number
  powerW?: number
}>

export type Precision = 'bf16' | 'fp8' | 'int8' | 'int4' | 'nvfp4' | 'mxfp4'
