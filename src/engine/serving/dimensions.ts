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
  /** Window layers see only this many tokens; `fullAttentionLayers` see all. */
  slidingWindow?: Readonly<{ tokens: number; fullAttentionLayers: number }>
  experts?: Readonly<{
    count: number
    active: number
    intermediate: number
    shared: number
    denseLayers: number
  }>
  /** Latent attention: what is cached is `kvRank + ropeSize` wide. The last two serve counting only. */
  mla?: Readonly<{ kvRank: number; ropeSize: number; queryRank?: number; valueSize?: number }>
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

export type Precision = 'bf16' | 'fp8' | 'int8' | 'int4' | 'nvfp4' | 'mxfp4'
