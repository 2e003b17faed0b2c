import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Bilingual } from '../language/language.ts'
import { ANALYSER_VERSION } from './analyse.ts'
import type { VectorSource } from './dense-search.ts'
import { LsaEmbeddings } from './lsa-embeddings.ts'
import type { Prepared } from './prepare.ts'
import type { Thresholds } from './thresholds.ts'
import { buildHnsw, countOf, exactIndex, openHnsw, type VectorIndex } from './vector-index.ts'
import {
  type Embedded,
  embedChunks,
  readEmbedded,
  trainOnChunks,
  writeEmbedded,
} from './vectors.ts'

const Threshold = z.strictObject({ answer: z.number(), nearest: z.number() })
const Manifest = z.strictObject({
  /** Hash over everything the index was made from. */
  key: z.string(),
  engine: z.enum(['exact', 'hnsw']),
  dimensions: z.number().int().positive(),
  count: z.number().int().positive(),
  thresholds: z.strictObject({ en: Threshold, ko: Threshold }),
  /** SHA-256 of each file beside the manifest. */
  files: z.record(z.string(), z.string()),
})
type Manifest = z.infer<typeof Manifest>

export type OpenedIndex = Readonly<{
  source: VectorSource
  vectors: VectorIndex
  thresholds: Thresholds
  /** Which index serves, for the log. */
  sentence: string
}>

/** What an index is made from: another corpus, analyser, lexicon or provider needs another index. */
export function indexKey(prepared: Prepared, provider?: VectorSource): string {
  const parts = [ANALYSER_VERSION, provider?.id ?? 'lsa', prepared.version]
  return createHash('sha256').update(parts.join('\u0000')).digest('hex')
}

/**
 * Builds the index into `directory`, whole or not at all: everything goes to a fresh folder, is
 * flushed, and the folder is renamed into place. Without a provider a latent space is learned from the
 * chunks; a provider is asked only for chunks whose vectors the index that stood there before lacks,
 * and `told` hears how far it is.
 * @returns the engine; `exact` where the native module is missing
 */
export async function buildIndex(
  directory: string,
  prepared: Prepared,
  provider?: VectorSource,
  told?: (share: number) => void,
): Promise<Manifest['engine']> {
  const embedded = provider
    ? await embedChunks(prepared.chunks, provider, await readEmbedded(directory), told)
    : trainOnChunks(prepared.chunks)
  const fresh = `${directory}.new-${process.pid}`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true })
  await writeEmbedded(fresh, embedded)
  const { embeddings } = sourceOf(embedded, prepared, provider)
  const native = await buildHnsw(join(fresh, 'hnsw'), embedded.vectors, embeddings)
  const names = await readdir(fresh, { recursive: true, withFileTypes: true })
  const files: Record<string, string> = {}
  for (const entry of names.filter((e) => e.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files[path.slice(fresh.length + 1)] = await sha256(path)
  }
  const manifest: Manifest = {
    key: indexKey(prepared, provider),
    engine: native ? 'hnsw' : 'exact',
    dimensions: embedded.vectors.dimensions,
    count: countOf(embedded.vectors),
    thresholds: prepared.thresholds(),
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
 * fit or is damaged, the vectors are made in memory and compared exactly; the sentence says so.
 */
export async function openIndex(
  directory: string,
  prepared: Prepared,
  provider?: VectorSource,
): Promise<OpenedIndex> {
  const inMemory = async (why: string): Promise<OpenedIndex> => {
    const embedded = provider
      ? await embedChunks(prepared.chunks, provider)
      : trainOnChunks(prepared.chunks)
    return {
      source: sourceOf(embedded, prepared, provider),
      vectors: exactIndex(embedded.vectors),
      thresholds: prepared.thresholds(),
      sentence: `${why}; vectors are made and searched in memory.`,
    }
  }
  const manifest = await readManifest(directory, indexKey(prepared, provider))
  if ('en' in manifest) return inMemory(manifest.en)
  const embedded = await readEmbedded(directory)
  if (!embedded) return inMemory('The vectors of the index cannot be read')
  const { vectors } = embedded
  const source = sourceOf(embedded, prepared, provider)
  const { thresholds, count } = manifest
  const exact = (why: string): OpenedIndex => ({
    source,
    vectors: exactIndex(vectors),
    thresholds,
    sentence: `${why}; its ${count} vectors are searched exactly.`,
  })
  if (manifest.engine === 'exact')
    return exact('The index was built without the native vector module')
  try {
    const native = await openHnsw(join(directory, 'hnsw'), manifest)
    return native
      ? {
          source,
          vectors: native,
          thresholds,
          sentence: `The HNSW index of ${count} vectors is in use.`,
        }
      : exact('The native vector module hnswlib-node is not installed')
  } catch (error) {
    return exact(error instanceof Error ? error.message.replace(/\.$/, '') : String(error))
  }
}

/**
 * Opens the index of a corpus or provider of one's own, and builds it first where it is missing or was
 * made from other notes. Where the folder cannot be written, everything is made in memory.
 */
export async function openOwnIndex(
  directory: string,
  prepared: Prepared,
  provider?: VectorSource,
  told?: (share: number) => void,
): Promise<OpenedIndex> {
  if ('en' in (await readManifest(directory, indexKey(prepared, provider))))
    await buildIndex(directory, prepared, provider, told).catch(() => undefined)
  return openIndex(directory, prepared, provider)
}

/** What embeds questions for these vectors: the provider that made them, or the space learned with them. */
function sourceOf(
  { source, space }: Embedded,
  { concepts }: Prepared,
  provider: VectorSource | undefined,
): VectorSource {
  if (provider) return provider
  if (!space) throw new Error(`The vectors of ${source} need their provider to be configured.`)
  return { id: source, embeddings: new LsaEmbeddings(space, concepts) }
}

/** Why the index in a folder cannot be used for these notes; undefined when it can. */
export async function indexProblem(
  directory: string,
  prepared: Prepared,
  provider?: VectorSource,
): Promise<Bilingual | undefined> {
  const manifest = await readManifest(directory, indexKey(prepared, provider))
  return 'en' in manifest ? manifest : undefined
}

/** The manifest, or why it cannot be used. */
async function readManifest(directory: string, key: string): Promise<Manifest | Bilingual> {
  if (!existsSync(join(directory, 'manifest.json')))
    return { en: 'There is no built index', ko: '만들어 둔 색인이 없습니다' }
  const parsed = Manifest.safeParse(
    await readFile(join(directory, 'manifest.json'), 'utf8')
      .then((text) => JSON.parse(text))
      .catch(() => undefined),
  )
  if (!parsed.success)
    return { en: 'The index manifest is damaged', ko: '색인의 목록 파일이 손상되었습니다' }
  if (parsed.data.key !== key)
    return { en: 'The index was built from other notes', ko: '다른 노트로 만든 색인입니다' }
  for (const [name, expected] of Object.entries(parsed.data.files))
    if ((await sha256(join(directory, name)).catch(() => '')) !== expected)
      return {
        en: `The index file ${name} is damaged`,
        ko: `색인 파일 ${name}이(가) 손상되었습니다`,
      }
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
