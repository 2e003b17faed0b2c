import type { ModelDimensions } from './dimensions.ts'

/** Parameters of the input embedding (and of an untied output head: the same again). */
export function embeddingParameters(d: ModelDimensions): number {
  return d.vocabulary * d.hidden
}

/** All parameters, as the catalogue stores them from the published count. */
export function totalParameters(d: ModelDimensions): number {
  return d.totalParameters
}

/**
 * Parameters a token passes through, the input embedding left out (a look-up, no arithmetic).
 * The catalogue's active count of a mixture already leaves it out; that of a dense model is its
 * total. A tied embedding works as the output head and stays in.
 * Source: model_arch tables in knowledge/README.md.
 * Example: Llama 3.1 70B -> 69.50e9 of 70.55e9; gpt-oss 120B -> 5.133e9.
 */
export function matmulParameters(d: ModelDimensions): number {
  if (d.experts || d.tiedEmbeddings) return d.activeParameters
  return d.activeParameters - embeddingParameters(d)
}

/**
 * Parameters of one routed expert, summed over the layers: what neither the input embedding nor a
 * single token's path holds, shared among the experts that token leaves out. Undefined when dense.
 */
export function expertParameters(d: ModelDimensions): number | undefined {
  if (!d.experts) return undefined
  const { count, active } = d.experts
  const lookedUp = d.tiedEmbeddings ? 0 : embeddingParameters(d)
  return (d.totalParameters - lookedUp - d.activeParameters) / Math.max(1, count - active)
}
