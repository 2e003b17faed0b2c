/** Biases and norms: under 0.1 % of a model, but a count is exact only with them. */
export type SmallTensors = Readonly<{
  /** Biases of queries, keys and values, or of the output matrix too. */
  attentionBias?: 'qkv' | 'all'
  /** Norms of queries and keys: one vector a head size, or one as wide as all heads. */
  queryKeyNorm?: 'head' | 'width'
  /** 2 where absent. */
  normsPerLayer?: number
  /** Biases of the experts' matrices. */
  expertBias?: boolean
  /** One attention sink a query head. */
  sinks?: boolean
}>

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
  /** Tensors beside the large matrices; two norms a layer and nothing else where absent. */
  smallTensors?: SmallTensors
  /** Window layers see only this many tokens; `fullAttentionLayers` see all. */
  slidingWindow?: Readonly<{ tokens: number; fullAttentionLayers: number }>
  experts?: Readonly<{
    count: number
    active: number
    intermediate: number
    shared: number
    denseLayers: number
  }>
  mla?: Readonly<{ kvRank: number; ropeSize: number }>
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
  powerW: number
}>

export type Precision = 'bf16' | 'fp8' | 'int4' | 'nvfp4' | 'mxfp4'
