import { DomainError } from '../formula.ts'
import type { ModelDimensions } from './dimensions.ts'

/** What a count needs of a model. */
export type Shape = Omit<
  ModelDimensions,
  'contextTokens' | 'slidingWindow' | 'totalParameters' | 'activeParameters'
>

/**
 * Parameters counted from the shape: embeddings, attention, gated feed-forward or experts with their
 * router, norms, and the small tensors that a family adds; exact to the last one.
 * `active` is one token's path without the input embedding.
 * Throws a DomainError for latent attention, whose query rank the shape does not hold.
 * Source: the architecture itself; held to published counts in tests. Example: Llama 3.1 8B -> 8,030,261,248.
 */
export function countParameters(d: Shape): { total: number; active: number } {
  if (d.attention === 'MLA')
    throw new DomainError(
      'attention must be MHA, GQA or MQA to count parameters from the shape; received MLA. Use the published count.',
    )
  const perLayer = 2 * d.hidden * d.headSize * (d.queryHeads + d.kvHeads) + smallPerLayer(d)
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
function sparse({ experts, hidden, smallTensors }: Shape, used: number): number {
  if (!experts) return 0
  const bias = smallTensors?.expertBias ? used * (2 * experts.intermediate + hidden) : 0
  return hidden * experts.count + 3 * hidden * experts.intermediate * (used + experts.shared) + bias
}

function smallPerLayer({ smallTensors: s = {}, hidden, headSize, queryHeads, kvHeads }: Shape) {
  const biases = { qkv: (queryHeads + 2 * kvHeads) * headSize, all: 0 }
  biases.all = biases.qkv + hidden
  const norms = { head: 2 * headSize, width: (queryHeads + kvHeads) * headSize }
  return (
    (s.normsPerLayer ?? 2) * hidden +
    (s.attentionBias ? biases[s.attentionBias] : 0) +
    (s.queryKeyNorm ? norms[s.queryKeyNorm] : 0) +
    (s.sinks ? queryHeads : 0)
  )
}
