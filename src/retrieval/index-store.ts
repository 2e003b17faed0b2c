import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { ANALYSER_VERSION } from './analyse.ts'
import type { Concepts } from './concepts.ts'
import type { Corpus } from './corpus.ts'
import { LsaEmbeddings } from './lsa-embeddings.ts'
import { calibrate, type Prepared } from './retriever.ts'
import type { Thresholds } from './thresholds.ts'
import { buildHnsw, exactIndex, hnswFiles, openHnsw, type VectorIndex } from './vector-index.ts'

const Manifest = z.strictObject({
  /** Hash over everything the index was made from. */
  key: z.string(),
  engine: z.enum(['exact', 'hnsw']),
  dimensions: z.number().int().positive(),
  count: z.number().int().positive(),
  thresholds: z.strictObject({ sure: z.number(), possible: z.number() }),
  /** SHA-256 of each file beside the manifest. */
  files: z.record(z.string(), z.string()),
})
type Manifest = z.infer<typeof Manifest>

export type OpenedIndex = Readonly<{
  vectors: VectorIndex
  thresholds: Thresholds
  sentence: string
}>

/** What an index is made from; another corpus, analyser or provider needs another index. */
export function indexKey(corpus: Corpus, prepared: Prepared, offTopic: readonly string[]): string {
  const parts = [
    ANALYSER_VERSION,
    'lsa',
    prepared.space.dimensions,
    corpus.version,
    offTopic.join('\n'),
  ]
  return createHash('sha256').update(parts.join('\u0000')).digest('hex')
}

/**
 * Builds the index into `directory`, whole or not at all: everything goes to a fresh folder, is
 * flushed, and the folder is renamed into place.
 * @returns the engine; `exact` where the native module is missing
 */
export async function buildIndex(
  directory: string,
  corpus: Corpus,
  prepared: Prepared,
  concepts: Concepts,
  offTopic: readonly string[],
): Promise<Manifest['engine']> {
  const fresh = `${directory}.new-${process.pid}`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true })
  const embeddings = new LsaEmbeddings(prepared.space, concepts)
  const native = await buildHnsw(join(fresh, 'hnsw'), prepared.space.documents, embeddings)
  const names = native ? await hnswFiles(join(fresh, 'hnsw')) : []
  const files: Record<string, string> = {}
  for (const name of names) files[`hnsw/${name}`] = await sha256(join(fresh, 'hnsw', name))
  const manifest: Manifest = {
    key: indexKey(corpus, prepared, offTopic),
    engine: native ? 'hnsw' : 'exact',
    dimensions: prepared.space.dimensions,
    count: corpus.notes.length,
    thresholds: calibrate(prepared, offTopic),
    files,
  }
  await writeFlushed(join(fresh, 'manifest.json'), JSON.stringify(manifest, null, 2))
  await mkdir(dirname(directory), { recursive: true })
  await rm(directory, { recursive: true, force: true })
  await rename(fresh, directory)
  return manifest.engine
}

/**
 * Opens a built index after checking key, counts and checksums. Where there is none, or it does not
 * fit or is damaged, the same figures are computed in memory and searched exactly; the sentence says so.
 */
export async function openIndex(
  directory: string,
  corpus: Corpus,
  prepared: Prepared,
  concepts: Concepts,
  offTopic: readonly string[],
): Promise<OpenedIndex> {
  const inMemory = (why: string): OpenedIndex => ({
    vectors: exactIndex(prepared.space.documents),
    thresholds: calibrate(prepared, offTopic),
    sentence: `${why}; vectors are searched exactly in memory.`,
  })
  if (!existsSync(join(directory, 'manifest.json'))) return inMemory('There is no built index')
  const checked = await readManifest(directory, indexKey(corpus, prepared, offTopic))
  if (typeof checked === 'string') return inMemory(checked)
  if (checked.engine === 'exact')
    return {
      ...inMemory('The index was built without the native vector module'),
      thresholds: checked.thresholds,
    }
  try {
    const vectors = await openHnsw(
      join(directory, 'hnsw'),
      checked,
      new LsaEmbeddings(prepared.space, concepts),
    )
    if (!vectors)
      return {
        ...inMemory('The native vector module hnswlib-node is not installed'),
        thresholds: checked.thresholds,
      }
    return {
      vectors,
      thresholds: checked.thresholds,
      sentence: `The HNSW index of ${checked.count} notes is in use.`,
    }
  } catch (error) {
    return inMemory(
      error instanceof Error ? error.message.replace(/\.$/, '') : 'The index cannot be read',
    )
  }
}

/**
 * Opens the index of a corpus that has notes of its own, and builds it first where it is missing or
 * was made from other notes. Where the folder cannot be written, everything is computed in memory.
 */
export async function openOwnIndex(
  directory: string,
  corpus: Corpus,
  prepared: Prepared,
  concepts: Concepts,
  offTopic: readonly string[],
): Promise<OpenedIndex> {
  const current = await readManifest(directory, indexKey(corpus, prepared, offTopic))
  if (typeof current === 'string')
    await buildIndex(directory, corpus, prepared, concepts, offTopic).catch(() => undefined)
  return openIndex(directory, corpus, prepared, concepts, offTopic)
}

/** The manifest, or why it cannot be used. */
async function readManifest(directory: string, key: string): Promise<Manifest | string> {
  const parsed = Manifest.safeParse(
    await readFile(join(directory, 'manifest.json'), 'utf8').then(
      (t) => JSON.parse(t),
      () => undefined,
    ),
  )
  if (!parsed.success) return 'The index manifest is damaged'
  if (parsed.data.key !== key) return 'The index was built from other notes'
  for (const [name, expected] of Object.entries(parsed.data.files))
    if ((await sha256(join(directory, name)).catch(() => '')) !== expected)
      return `The index file ${name} is damaged`
  return parsed.data
}

async function sha256(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
}

async function writeFlushed(path: string, text: string): Promise<void> {
  await writeFile(path, text)
  const handle = await open(path, 'r+')
  await handle.sync()
  await handle.close()
}
