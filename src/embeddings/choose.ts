import type { Config } from '../config.ts'
import type { VectorSource } from '../retrieval/dense-search.ts'
import { OpenAiCompatibleEmbeddings } from './openai-compatible.ts'
import { TransformersEmbeddings } from './transformers.ts'

export type EmbeddingsConfig = Pick<
  Config,
  | 'EMBEDDINGS'
  | 'EMBEDDINGS_BASE_URL'
  | 'EMBEDDINGS_MODEL'
  | 'EMBEDDINGS_DIMENSIONS'
  | 'EMBEDDINGS_API_KEY'
  | 'EMBEDDINGS_MODEL_PATH'
  | 'EMBEDDINGS_QUERY_PREFIX'
  | 'EMBEDDINGS_DOC_PREFIX'
>

/** The configured provider of vectors; undefined for those that are built from the notes, or none. */
export async function chooseEmbeddings(
  config: EmbeddingsConfig,
): Promise<VectorSource | undefined> {
  const shared = {
    model: config.EMBEDDINGS_MODEL ?? '',
    queryPrefix: config.EMBEDDINGS_QUERY_PREFIX,
    documentPrefix: config.EMBEDDINGS_DOC_PREFIX,
  }
  const id = [
    config.EMBEDDINGS,
    shared.model,
    config.EMBEDDINGS_DIMENSIONS ?? '',
    shared.queryPrefix ?? '',
    shared.documentPrefix ?? '',
  ].join('|')
  if (config.EMBEDDINGS === 'openai-compatible')
    return {
      id,
      embeddings: new OpenAiCompatibleEmbeddings({
        ...shared,
        baseUrl: config.EMBEDDINGS_BASE_URL ?? '',
        apiKey: config.EMBEDDINGS_API_KEY,
        dimensions: config.EMBEDDINGS_DIMENSIONS,
      }),
    }
  if (config.EMBEDDINGS === 'transformers')
    return {
      id,
      embeddings: await TransformersEmbeddings.load({
        ...shared,
        modelPath: config.EMBEDDINGS_MODEL_PATH ?? '',
      }),
    }
  return undefined
}
