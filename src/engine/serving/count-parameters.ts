import { DomainError } from '../formula.ts'
import type { ModelDimensions } from './dimensions.ts'
import {
  type Architecture,
  TENSOR_CONVENTIONS,
  type TensorConventions,
} from './tensor-conventions.ts'

/** What a count needs of a model. */
export type Shape = Omit<
  ModelDimensions,
  'contextTokens' | 'slidingWindow' | 'totalParameters' | 'activeParameters'
>

/**
 * Parameters counted from the shape: embeddings, attention (grouped or latent), gated feed-forward or
 * experts with their router, norms and biases as the architecture has them. Exact for the families
 * of `TENSOR_CONVENTIONS`; taken for another, it is off by less than 0.1 %.
 * `active` is one token's path without the input embedding.
 * Throws a DomainError for latent attention without the ranks that its matrices need.
 * Source: the architecture itself; held to published counts in tests. Example: Llama 3.1 8B -> 8,030,261,248.
 */
export function countParameters(
  d: Shape,
  architecture: Architecture = 'llama',
): { total: number; active: number } {
  const has = TENSOR_CONVENTIONS[architecture]
  const denseLayers = d.experts ? d.experts.denseLayers : d.layers
  const body = (experts: number) =>
    d.layers * (attentionParameters(d, has) + has.layerNorms * d.hidden) +
    denseLayers * 3 * d.hidden * d.intermediate +
    (d.layers - denseLayers) * sparseParameters(d, has, experts) +
    d.hidden
  const embedding = d.vocabulary * d.hidden
  return {
    total: body(d.experts?.count ?? 0) + (d.tiedEmbeddings ? 1 : 2) * embedding,
    active: body(d.experts?.active ?? 0) + embedding,
  }
}

function attentionParameters(d: Shape, has: TensorConventions): number {
  if (d.attention === 'MLA') return latentAttentionParameters(d)
  const [queries, keys] = [d.queryHeads * d.headSize, d.kvHeads * d.headSize]
  const matrices = 2 * d.hidden * (queries + keys)
  const norms = { none: 0, head: 2 * d.headSize, width: queries + keys }[has.queryKeyNorm]
  const qkv = queries + 2 * keys
  const biases = { none: 0, qkv, all: qkv + d.hidden }[has.attentionBias]
  return matrices + norms + biases + (has.attentionSinks ? d.queryHeads : 0)
}

/** Queries and the shared keys and values pass through low ranks, each with a norm; keys carry a rotary part apart. */
function latentAttentionParameters({ hidden, queryHeads, headSize, mla }: Shape): number {
  const { kvRank, ropeSize, queryRank, valueSize } = mla ?? {}
  if (!kvRank || !ropeSize || !queryRank || !valueSize)
    throw new DomainError(
      'attention must be MHA, GQA or MQA, or have kvRank, ropeSize, queryRank and valueSize above 0, to count parameters; received MLA without one of them. Use the published count.',
    )
  const queries = hidden * queryRank + queryRank + queryRank * queryHeads * headSize
  const latent = hidden * (kvRank + ropeSize) + kvRank
  const keysAndValues = kvRank * queryHeads * (headSize - ropeSize + valueSize)
  return queries + latent + keysAndValues + queryHeads * valueSize * hidden
}

/** A sparse layer's router, shared experts and as many routed experts as are asked for. */
function sparseParameters(d: Shape, has: TensorConventions, experts: number): number {
  if (!d.experts) return 0
  const { count, intermediate, shared } = d.experts
  const router = d.hidden * count + (has.routerBias ? count : 0)
  const biases = has.expertBias ? 2 * intermediate + d.hidden : 0
  return router + (experts + shared) * (3 * d.hidden * intermediate + biases)
}
