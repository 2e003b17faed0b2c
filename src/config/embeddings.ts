import { z } from 'zod'
import { addressForm, oneOfForm, text, whole, wholeForm } from './fields.ts'

const VECTORS = ['lsa', 'none', 'openai-compatible', 'transformers'] as const

const DIMENSIONS = [1, 8192] as const

/** Vectors beside the keyword search. */
export const EMBEDDINGS = {
  EMBEDDINGS: z
    .enum(VECTORS)
    .default('lsa')
    .meta({
      description:
        'Vectors beside the keyword search: lsa (built from the notes), none, openai-compatible (any server with /v1/embeddings), transformers (a model in a local folder).',
      form: oneOfForm(VECTORS),
    }),
  EMBEDDINGS_BASE_URL: z
    .url()
    .optional()
    .meta({
      description: 'Address of the embeddings server, up to and with /v1.',
      form: addressForm('http://127.0.0.1:11434/v1'),
    }),
  EMBEDDINGS_MODEL: text().optional().describe('Model of the embeddings server or local folder.'),
  EMBEDDINGS_DIMENSIONS: whole(...DIMENSIONS)
    .optional()
    .meta({
      description: 'Length of the vectors, for servers that shorten them on request.',
      form: wholeForm(...DIMENSIONS),
    }),
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
