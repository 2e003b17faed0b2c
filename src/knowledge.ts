import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Knowledge } from './answering/knowledge.ts'
import { loadDefaults } from './catalog/defaults.ts'
import { loadCatalog } from './catalog/load.ts'
import type { Catalog } from './catalog/types.ts'
import type { Config } from './config.ts'
import { knowledgePaths } from './knowledge-paths.ts'
import { preparedTexts } from './prepared-texts.ts'
import { documentTokens } from './retrieval/analyse.ts'
import { loadConcepts } from './retrieval/concepts.ts'
import { loadCorpus } from './retrieval/corpus.ts'
import { openIndex, openOwnIndex } from './retrieval/index-store.ts'
import { createRetriever, prepare } from './retrieval/retriever.ts'
import { createSizer } from './sizing/size-model.ts'

export type Opened = Readonly<{ knowledge: Knowledge; index: string }>

/** The catalogue alone, shipped and added. */
export function openCatalog({ KNOWLEDGE_DIR }: Pick<Config, 'KNOWLEDGE_DIR'>): Catalog {
  const paths = knowledgePaths(KNOWLEDGE_DIR)
  return loadCatalog(paths.catalog, preparedTexts(paths.preparedTexts).knowing('yaml', parse))
}

/**
 * Loads notes, catalogue and index: the shipped one, or with notes of the company's own one that is
 * kept in the data directory. `at` gives the ISO date-time whose prices count; `index` says in
 * one sentence which index serves, for the log.
 */
export async function openKnowledge(
  config: Pick<Config, 'KNOWLEDGE_DIR' | 'EMBEDDINGS' | 'DATA_DIR'>,
  at: () => string,
): Promise<Opened> {
  const paths = knowledgePaths(config.KNOWLEDGE_DIR)
  if (config.KNOWLEDGE_DIR !== undefined && !existsSync(config.KNOWLEDGE_DIR))
    throw new Error(`KNOWLEDGE_DIR is ${config.KNOWLEDGE_DIR}, but there is no such folder.`)
  const texts = preparedTexts(paths.preparedTexts)
  const parseYaml = texts.knowing('yaml', parse)
  const corpus = loadCorpus(paths.evidence, parseYaml)
  const concepts = loadConcepts(paths.concepts, parseYaml)
  const catalog = loadCatalog(paths.catalog, parseYaml)
  const defaults = loadDefaults(paths.defaults, parseYaml)
  const offTopic = readFileSync(paths.offTopic, 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
  const prepared = prepare(corpus, concepts, texts.knowing('tokens', documentTokens))
  const index = await (config.KNOWLEDGE_DIR === undefined
    ? openIndex(paths.index, corpus, prepared, concepts, offTopic)
    : openOwnIndex(join(config.DATA_DIR, 'index'), corpus, prepared, concepts, offTopic))
  const vectors = config.EMBEDDINGS === 'none' ? 'none' : index.vectors
  const retriever = createRetriever(corpus, concepts, prepared, index.thresholds, vectors)
  return {
    knowledge: {
      catalog,
      defaults,
      corpus,
      concepts,
      retriever,
      size: createSizer(catalog, defaults, at),
      at,
    },
    index: index.sentence,
  }
}
