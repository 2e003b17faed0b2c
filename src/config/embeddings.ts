import { z } from 'zod'
import { text } from './fields.ts'

const VECTORS = ['lsa', 'none', 'openai-compatible', 'transformers'] as const

/** Vectors beside the keyword search. */
export const EMBEDDINGS = {
  EMBEDDINGS: z
    .enum(VECTORS, `must be one of ${VECTORS.join(', ')}`)
    .default('lsa')
    .describe(
      'Vectors beside the keyword search: lsa (built from the notes), none, openai-compatible (any server with /v1/embeddings), transformers (a model in a local folder).',
    ),
  EMBEDDINGS_BASE_URL: z
    .url('must be an address such as http://127.0.0.1:11434/v1')
    .optional()
    .describe('Address of the embeddings server, up to and with /v1.'),
  EMBEDDINGS_MODEL: text().optional().describe('Model of the embeddings server or local folder.'),
  EMBEDDINGS_DIMENSIONS: z.coerce
    .number('must be a whole number from 1 to 8192')
    .int('must be a whole number from 1 to 8192')
    .min(1, 'must be a whole number from 1 to 8192')
    .max(8192, 'must be a whole number from 1 to 8192')
    .optional()
    .describe('Length of the vectors, for servers that shorten them on request.'),
  EMBEDDINGS_API_KEY: text().optional().describe('Key of the embeddings server.'),
  EMBEDDINGS_MODEL_PATH: text()
    .optional()
    .describe('Folder that holds the local model; nothing is downloaded.'),
  EMBEDDINGS_QUERY_PREFIX: text()
    .optional()
    .describe('Put before questions; e5 models need "query: ".'),
  EMBEDDINGS_DOC_PREFIX: text()
    .optional()
    .describe('Put before notes; e5 models need "passage: ".'),
}
