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
 * Source: model_arch tables in knowledge/README.md.
 */
export function matmulParameters(d: ModelDimensions): number {
  return d.activeParameters - (d.tiedEmbeddings ? 0 : embeddingParameters(d))
}
