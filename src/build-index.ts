import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { loadDefaults } from './catalog/defaults.ts'
import { loadCatalog } from './catalog/load.ts'
import { knowledgePaths } from './knowledge-paths.ts'
import { preparedTexts } from './prepared-texts.ts'
import { documentTokens } from './retrieval/analyse.ts'
import { loadConcepts } from './retrieval/concepts.ts'
import { loadCorpus } from './retrieval/corpus.ts'
import { buildIndex } from './retrieval/index-store.ts'
import { prepare } from './retrieval/retriever.ts'

const paths = knowledgePaths(undefined)
const texts = preparedTexts()
const parseYaml = texts.knowing('yaml', parse)
try {
  const corpus = loadCorpus(paths.evidence, parseYaml)
  const concepts = loadConcepts(paths.concepts, parseYaml)
  loadCatalog(paths.catalog, parseYaml)
  loadDefaults(paths.defaults, parseYaml)
  const offTopic = readFileSync(paths.offTopic, 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
  const prepared = prepare(corpus, concepts, texts.knowing('tokens', documentTokens))
  texts.save(paths.preparedTexts)
  const engine = await buildIndex(paths.index, corpus, prepared, concepts, offTopic)
  process.stderr.write(
    `Index of ${corpus.notes.length} notes built (${engine === 'hnsw' ? 'HNSW' : 'exact search: hnswlib-node is not installed'}).\n`,
  )
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
