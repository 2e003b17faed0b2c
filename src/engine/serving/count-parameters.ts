import { DomainError } from '../formula.ts'
import type { ModelDimensions } from './dimensions.ts'

/** What a count needs of a model. */
export type Shape = Omit<
  ModelDimensions,
  'contextTokens' | 'slidingWindow' | 'totalParameters' | 'activeParameters'
>

/**
 * Parameters counted from the shape: embeddings, attention, gated feed-forward or experts with their
 * router, two norms a layer. Biases and norms of queries and keys are not in the shape; leaving them
 * out loses less than 0.1 % (the catalogue's stored counts are exact and are what figures use).
 * `active` is one token's path without the input embedding.
 * Throws a DomainError for latent attention, whose query rank the shape does not hold.
 * Source: the architecture itself; held to published counts in tests. Example: Llama 3.1 8B -> 8.030e9.
 */
export function countParameters(d: Shape): { total: number; active: number } {
  if (d.attention === 'MLA')
    throw new DomainError(
      'attention must be MHA, GQA or MQA to count parameters from the shape; received MLA. Use the published count.',
    )
  const attention = 2 * d.hidden * d.headSize * (d.queryHeads + d.kvHeads)
  const perLayer = attention + 2 * d.hidden
  const dense = 3 * d.hidden * d.intermediate
  const denseLayers = d.experts ? d.experts.denseLayers : d.layers
  const sparse = (experts: number) =>
    d.experts
      ? d.hidden * d.experts.count +
        3 * d.hidden * d.experts.intermediate * (experts + d.experts.shared)
      : 0
  const body = (experts: number) =>
    d.layers * perLayer +
    denseLayers * dense +
    (d.layers - denseLayers) * sparse(experts) +
    d.hidden
  const embedding = d.vocabulary * d.hidden
  return {
    total: body(d.experts?.count ?? 0) + (d.tiedEmbeddings ? 1 : 2) * embedding,
    active: body(d.experts?.active ?? 0) + embedding,
  }
}
