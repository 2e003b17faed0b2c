import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as pause } from 'node:timers/promises'
import type { Knowledge } from './answering/knowledge.ts'
import type { Scope } from './answering/scope.ts'
import { createUnknownModels } from './answering/unknown-models.ts'
import { createUnknownNames } from './answering/unknown-names.ts'
import { loadDefaults } from './catalog/defaults.ts'
import { loadCatalog } from './catalog/load.ts'
import type { Catalog } from './catalog/types.ts'
import type { Config } from './config.ts'
import { chooseEmbeddings, type EmbeddingsConfig } from './embeddings/choose.ts'
import { knowledgePaths, WORKSPACE_NOTES } from './knowledge-paths.ts'
import { ToldError } from './language/told-error.ts'
import type { IndexState } from './operation/doctor/stored.ts'
import { type PreparedTexts, preparedTexts } from './prepared-texts.ts'
import { documentTokens } from './retrieval/analyse.ts'
import { type Calibration, loadCalibration, USUAL_SHARE } from './retrieval/calibration.ts'
import { loadConcepts } from './retrieval/concepts.ts'
import { loadCorpus } from './retrieval/corpus.ts'
import { createDenseSearch, type DenseSearch } from './retrieval/dense-search.ts'
import { indexProblem, type OpenedIndex, openIndex, openOwnIndex } from './retrieval/index-store.ts'
import { loadOtherFields } from './retrieval/other-fields.ts'
import { type Prepared, prepare } from './retrieval/prepare.ts'
import { createRetriever } from './retrieval/retriever.ts'
import type { Thresholds } from './retrieval/thresholds.ts'
import { createSizer } from './sizing/size-model.ts'
import { parseYaml } from './yaml.ts'

export type Opened = Readonly<{ knowledge: Knowledge; index: string }>

type NotesConfig = Pick<Config, 'KNOWLEDGE_DIR'> &
  /** The workspace whose notes are read too. */
  Readonly<{ workspace?: string }>
export type KnowledgeConfig = EmbeddingsConfig &
  NotesConfig &
  Pick<Config, 'DATA_DIR' | 'CURRENCY_RATES'> &
  /** Told how many of the notes have their vectors, from 0 to 1, where a provider makes them. */
  Readonly<{ told?: (share: number) => void }>

/** The catalogue alone, shipped and added. */
export function openCatalog({ KNOWLEDGE_DIR }: Pick<Config, 'KNOWLEDGE_DIR'>): Catalog {
  const paths = knowledgePaths(KNOWLEDGE_DIR)
  return loadCatalog(paths.catalog, preparedTexts(paths.preparedTexts).knowing('yaml', parseYaml))
}

/** Notes, lexicons and off-topic questions, ready to be searched. */
export function prepareNotes(
  { KNOWLEDGE_DIR, workspace }: NotesConfig,
  { confidence }: Calibration = shippedCalibration(),
  texts: PreparedTexts = preparedTexts(),
): Prepared {
  const paths = knowledgePaths(KNOWLEDGE_DIR, workspace)
  if (KNOWLEDGE_DIR !== undefined && !existsSync(KNOWLEDGE_DIR))
    throw new ToldError({
      en: `KNOWLEDGE_DIR is ${KNOWLEDGE_DIR}, but there is no such folder.`,
      ko: `KNOWLEDGE_DIR 값이 ${KNOWLEDGE_DIR}이지만 그런 폴더가 없습니다.`,
    })
  const offTopic = readFileSync(paths.offTopic, 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
  const parse = texts.knowing('yaml', parseYaml)
  return prepare(
    loadCorpus(paths.evidence, parse),
    {
      concepts: loadConcepts(paths.concepts, parse),
      otherFields: loadOtherFields(paths.otherFields, parse),
      offTopic,
    },
    confidence,
    texts.knowing('tokens', documentTokens),
  )
}

/** The words of a list, comments left out. */
function wordsOf(file: string): ReadonlySet<string> {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
  return new Set(lines.join(' ').split(/\s+/).filter(Boolean))
}

function shippedCalibration(own = ''): Calibration {
  return loadCalibration(knowledgePaths(undefined).calibration, own)
}

/**
 * Loads notes, catalogue and index: the shipped one, or with notes or embeddings of the company's own
 * one that is kept in the data directory. `at` gives the ISO date-time whose prices count; `index`
 * says in one sentence which index serves, for the log.
 */
export async function openKnowledge(config: KnowledgeConfig, at: () => string): Promise<Opened> {
  const paths = knowledgePaths(config.KNOWLEDGE_DIR)
  const calibration = shippedCalibration(calibrationFile(config))
  const texts = preparedTexts(paths.preparedTexts)
  const prepared = prepareNotes(config, calibration, texts)
  const catalog = loadCatalog(paths.catalog, texts.knowing('yaml', parseYaml))
  const defaults = loadDefaults(paths.defaults, texts.knowing('yaml', parseYaml))
  const { dense, thresholds, sentence } = await openVectors(config, prepared, calibration)
  return {
    knowledge: {
      catalog,
      defaults,
      rates: config.CURRENCY_RATES ?? [],
      corpus: prepared.corpus,
      concepts: prepared.concepts,
      unknownModel: createUnknownModels(catalog, prepared.corpus),
      unknownName: createUnknownNames(
        catalog,
        prepared.corpus,
        prepared.concepts,
        wordsOf(paths.ordinaryNames),
      ),
      retriever: createRetriever(prepared, thresholds, dense),
      size: createSizer(catalog, defaults, at, pause),
      pause,
      at,
    },
    index: sentence,
  }
}

/** The knowledge of now, as much of it as somebody may be answered from. */
export async function scopedKnowledge(
  config: KnowledgeConfig,
  at: () => string,
  current: () => Knowledge,
): Promise<(scope?: Scope) => Knowledge> {
  if (config.KNOWLEDGE_DIR === undefined) return current
  const shipped = await openPublicKnowledge(config, at)
  return (scope) => (scope === 'public' ? shipped : current())
}

/**
 * The shipped notes and catalogue alone, for those who may not be answered from the company's own; found
 * by keywords and the shipped vectors, so that it needs no index of its own.
 */
export async function openPublicKnowledge(
  { KNOWLEDGE_DIR: _own, ...config }: KnowledgeConfig,
  at: () => string,
): Promise<Knowledge> {
  const EMBEDDINGS = config.EMBEDDINGS === 'none' ? 'none' : 'lsa'
  return (await openKnowledge({ ...config, EMBEDDINGS }, at)).knowledge
}

/** The index that the configuration asks for: the shipped one, or one of one's own in the data directory. */
export async function openVectorIndex(
  config: KnowledgeConfig,
  prepared: Prepared,
): Promise<OpenedIndex> {
  const provider = await chooseEmbeddings(config)
  return provider || config.KNOWLEDGE_DIR !== undefined
    ? openOwnIndex(join(config.DATA_DIR, indexFolder(config)), prepared, provider, config.told)
    : openIndex(knowledgePaths(undefined).index, prepared)
}

function indexFolder({ workspace }: NotesConfig): string {
  return workspace === undefined ? 'index' : `index-${workspace}`
}

/** What all may be answered from, and what each workspace with notes of its own is. */
export type OpenedForAll = Opened & Readonly<{ knowledgeOf: (tenant: string) => Knowledge }>

/**
 * Opens the knowledge for every workspace: where a folder `workspaces/<id>` of the company's own holds
 * notes, that workspace, and no other, is answered from them too. Each of these is a whole index.
 */
export async function openForAll(config: KnowledgeConfig, at: () => string): Promise<OpenedForAll> {
  const shared = await openKnowledge(config, at)
  const own = new Map<string, Knowledge>()
  for (const workspace of workspacesWithNotes(config))
    own.set(workspace, (await openKnowledge({ ...config, workspace }, at)).knowledge)
  return { ...shared, knowledgeOf: (tenant) => own.get(tenant) ?? shared.knowledge }
}

/** How the index that the configuration asks for stands; nothing is built. */
export async function inspectIndex(config: KnowledgeConfig): Promise<IndexState> {
  const texts = preparedTexts(knowledgePaths(config.KNOWLEDGE_DIR).preparedTexts)
  const prepared = prepareNotes(config, shippedCalibration(calibrationFile(config)), texts)
  if (config.EMBEDDINGS === 'none') return { kept: 'none' }
  const provider = await chooseEmbeddings(config)
  const own = provider !== undefined || config.KNOWLEDGE_DIR !== undefined
  const directory = own ? join(config.DATA_DIR, 'index') : knowledgePaths(undefined).index
  const why = await indexProblem(directory, prepared, provider)
  return { kept: own ? 'own' : 'shipped', ...(why === undefined ? {} : { why }) }
}

/** Workspaces that have a folder of notes, by Slack's ids. */
export function workspacesWithNotes({ KNOWLEDGE_DIR = '' }: NotesConfig): readonly string[] {
  const folder = join(KNOWLEDGE_DIR, WORKSPACE_NOTES)
  if (KNOWLEDGE_DIR === '' || !existsSync(folder)) return []
  return readdirSync(folder).filter(
    (id) => /^[A-Z0-9]+$/.test(id) && existsSync(join(folder, id, 'evidence')),
  )
}

type OpenedVectors = Readonly<{
  dense: DenseSearch | 'none'
  thresholds: Thresholds
  sentence: string
}>

async function openVectors(
  config: KnowledgeConfig,
  prepared: Prepared,
  { vectors }: Calibration,
): Promise<OpenedVectors> {
  const without = (sentence: string): OpenedVectors => ({
    dense: 'none',
    thresholds: prepared.thresholds(),
    sentence,
  })
  if (config.EMBEDDINGS === 'none') return without('Questions are searched by keywords alone.')
  try {
    const index = await openVectorIndex(config, prepared)
    const share = vectors[index.source.id] ?? USUAL_SHARE
    const dense = createDenseSearch(index.source, index.vectors, share)
    return { dense, thresholds: index.thresholds, sentence: index.sentence }
  } catch (error) {
    return without(
      `Questions are searched by keywords alone, for the vectors could not be made: ${error instanceof Error ? error.message : error}`,
    )
  }
}

/** Where `npm run calibrate` keeps the share of a provider's vectors. */
export function calibrationFile({ DATA_DIR }: Pick<Config, 'DATA_DIR'>): string {
  return join(DATA_DIR, 'calibration.json')
}
