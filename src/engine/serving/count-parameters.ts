import { DomainError } from '../formula.ts'
import type { ModelDimensions } from './dimensions.ts'

/** What a count needs of a model. */
export type Shape = Omit<
  ModelDimensions,
  'contextTokens' | 'slidingWindow' | 'totalParameters' | 'activeParameters'
>

/**
 * Parameters counted from the shape: embeddings, attention, gated feed-forward or experts with their
 * router, norms and biases; exact to the last one.
 * `active` is one token's path without the input embedding.
 * Throws a DomainError for latent attention whose query rank and head sizes are not given.
 * Source: the architecture itself; held to published counts in tests. Example: Llama 3.1 8B -> 8,030,261,248.
 */
export function countParameters(d: Shape): { total: number; active: number } {
  const perLayer = attention(d) + (d.normsPerLayer ?? 2) * d.hidden
  const denseLayers = d.experts ? d.experts.denseLayers : d.layers
  const body = (experts: number) =>
    d.layers * perLayer +
    denseLayers * 3 * d.hidden * d.intermediate +
    (d.layers - denseLayers) * sparse(d, experts) +
    d.hidden
  const embedding = d.vocabulary * d.hidden
  return {
    total: body(d.experts?.count ?? 0) + (d.tiedEmbeddings ? 1 : 2) * embedding,
    active: body(d.experts?.active ?? 0) + embedding,
  }
}

/** Router and so many experts of one layer. */
function sparse({ experts, hidden }: Shape, used: number): number {
  if (!experts) return 0
  const biases = experts.bias ? used * (2 * experts.intermediate + hidden) : 0
  const router = hidden * experts.count + (experts.routerBias ? experts.count : 0)
  return router + 3 * hidden * experts.intermediate * (used + experts.shared) + biases
}

/** Matrices, biases, sinks and norms of queries and keys in one layer. */
function attention(d: Shape): number {
  if (d.attention === 'MLA') return latentAttention(d)
  const [queries, keys] = [d.queryHeads * d.headSize, d.kvHeads * d.headSize]
  const norms = { 'per-head': 2 * d.headSize, 'per-width': queries + keys }
  return (
    2 * d.hidden * (queries + keys) +
    (d.qkvBias ? queries + 2 * keys : 0) +
    (d.outputBias ? d.hidden : 0) +
    (d.qkNorm ? norms[d.qkNorm] : 0) +
    (d.attentionSinks ? d.queryHeads : 0)
  )
}

/** Down to the ranks of queries and of keys and values, their norms, up to the heads, and out. */
function latentAttention({ mla, hidden, queryHeads }: Shape): number {
  const { kvRank, ropeSize, queryRank, nopeSize, valueSize } = mla ?? { kvRank: 0, ropeSize: 0 }
  if (queryRank === undefined || nopeSize === undefined || valueSize === undefined)
    throw new DomainError(
      'attention must be MHA, GQA or MQA, or have its query rank and head sizes, to count parameters from the shape; received MLA without them. Use the published count.',
    )
  const queries = hidden * queryRank + queryRank + queryRank * queryHeads * (nopeSize + ropeSize)
  const keysAndValues =
    hidden * (kvRank + ropeSize) + kvRank + kvRank * queryHeads * (nopeSize + valueSize)
  return queries + keysAndValues + queryHeads * valueSize * hidden
}
