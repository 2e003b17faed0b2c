import { readFileSync } from 'node:fs'
import { knowledgePaths } from './knowledge-paths.ts'
import { loadConcepts } from './retrieval/concepts.ts'
import { loadCorpus } from './retrieval/corpus.ts'
import { buildIndex } from './retrieval/index-store.ts'
import { prepare } from './retrieval/retriever.ts'

const paths = knowledgePaths(undefined)
const corpus = loadCorpus(paths.evidence)
const concepts = loadConcepts(paths.concepts)
const offTopic = readFileSync(paths.offTopic, 'utf8')
  .split('\n')
  .filter((line) => line.trim() && !line.startsWith('#'))
const engine = await buildIndex(paths.index, corpus, prepare(corpus, concepts), concepts, offTopic)
process.stderr.write(
  `Index of ${corpus.notes.length} notes built (${engine === 'hnsw' ? 'HNSW' : 'exact search: hnswlib-node is not installed'}).\n`,
)
