import { prepareNotes } from './knowledge.ts'
import { knowledgePaths } from './knowledge-paths.ts'
import { buildIndex } from './retrieval/index-store.ts'

const prepared = prepareNotes({ KNOWLEDGE_DIR: undefined })
const engine = await buildIndex(knowledgePaths(undefined).index, prepared)
process.stderr.write(
  `Index of ${prepared.chunks.length} chunks built (${engine === 'hnsw' ? 'HNSW' : 'exact search: hnswlib-node is not installed'}).\n`,
)
