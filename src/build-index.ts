import { loadDefaults } from './catalog/defaults.ts'
import { loadCatalog } from './catalog/load.ts'
import { prepareNotes } from './knowledge.ts'
import { knowledgePaths } from './knowledge-paths.ts'
import { preparedTexts } from './prepared-texts.ts'
import { buildIndex } from './retrieval/index-store.ts'
import { parseYaml } from './yaml.ts'

const paths = knowledgePaths(undefined)
const texts = preparedTexts()
try {
  const prepared = prepareNotes({ KNOWLEDGE_DIR: undefined }, undefined, texts)
  loadCatalog(paths.catalog, texts.knowing('yaml', parseYaml))
  loadDefaults(paths.defaults, texts.knowing('yaml', parseYaml))
  texts.save(paths.preparedTexts)
  const engine = await buildIndex(paths.index, prepared)
  process.stderr.write(
    `Index of ${prepared.chunks.length} chunks built (${engine === 'hnsw' ? 'HNSW' : 'exact search: hnswlib-node is not installed'}).\n`,
  )
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
