import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Embeddings } from '@langchain/core/embeddings'

/** Nearest unit vectors by cosine similarity, best first. */
export type VectorIndex = Readonly<{
  engine: 'exact' | 'hnsw'
  search: (
    vector: readonly number[],
    k: number,
  ) => Promise<readonly { document: number; similarity: number }[]>
}>

/** Compares with every vector; right up to about 20,000 of them. */
export function exactIndex(vectors: readonly (readonly number[])[]): VectorIndex {
  return {
    engine: 'exact',
    search: async (query, k) =>
      vectors
        .map((vector, document) => ({
          document,
          similarity: vector.reduce((s, x, d) => s + x * (query[d] ?? 0), 0),
        }))
        .sort((a, b) => b.similarity - a.similarity || a.document - b.document)
        .slice(0, k),
  }
}

/** Search width: the library's default of 10 loses a tenth of the answers even on small corpora. */
const EF = 100

/** LangChain's HNSWLib over hnswlib-node; undefined where the native module is not installed. */
async function hnswlib() {
  try {
    await import('hnswlib-node')
    return (await import('@langchain/community/vectorstores/hnswlib')).HNSWLib
  } catch {
    return undefined
  }
}

/** True when the native index can be used on this machine. */
export async function hnswAvailable(): Promise<boolean> {
  return (await hnswlib()) !== undefined
}

/**
 * Builds an HNSW index and writes it into `directory`, whole or not at all: the library writes three
 * files one after another, so they go to a fresh folder that is renamed.
 * @returns false where the native module is missing; nothing is written then
 */
export async function buildHnsw(
  directory: string,
  vectors: readonly (readonly number[])[],
  embeddings: Embeddings,
): Promise<boolean> {
  const HNSWLib = await hnswlib()
  const dimensions = vectors[0]?.length
  if (!HNSWLib || dimensions === undefined) return false
  const store = new HNSWLib(embeddings, { space: 'ip', numDimensions: dimensions })
  await store.addVectors(
    vectors.map((v) => [...v]),
    vectors.map((_, document) => ({ pageContent: '', metadata: { document } })),
  )
  const fresh = `${directory}.new-${process.pid}`
  await mkdir(fresh, { recursive: true })
  await store.save(fresh)
  await rm(directory, { recursive: true, force: true })
  await rename(fresh, directory)
  return true
}

/**
 * Opens an index written by `buildHnsw`. The library checks neither dimensions nor counts on read, so
 * both are checked here; throws with a sentence when they do not fit.
 * @returns undefined where the native module is missing
 */
export async function openHnsw(
  directory: string,
  expected: { dimensions: number; count: number },
  embeddings: Embeddings,
): Promise<VectorIndex | undefined> {
  const HNSWLib = await hnswlib()
  if (!HNSWLib) return undefined
  const args = JSON.parse(await readFile(join(directory, 'args.json'), 'utf8')) as {
    numDimensions?: number
  }
  if (args.numDimensions !== expected.dimensions)
    throw new Error(
      `The vector index in ${directory} has ${args.numDimensions} dimensions, ${expected.dimensions} are needed; rebuild it.`,
    )
  const store = await HNSWLib.load(directory, embeddings)
  const { index } = store
  if (index.getCurrentCount() !== expected.count)
    throw new Error(
      `The vector index in ${directory} holds ${index.getCurrentCount()} vectors, ${expected.count} are needed; rebuild it.`,
    )
  index.setEf(EF)
  return {
    engine: 'hnsw',
    search: async (vector, k) => {
      const found = index.searchKnn([...vector], Math.min(k, expected.count))
      return found.neighbors.map((label, i) => ({
        document: documentOf(store, label),
        similarity: 1 - (found.distances[i] ?? 1),
      }))
    },
  }
}

function documentOf(
  store: { docstore: { _docs: Map<string, { metadata: Record<string, unknown> }> } },
  label: number,
): number {
  return Number(store.docstore._docs.get(String(label))?.metadata.document ?? label)
}

/** File names of a stored index, for its checksums. */
export async function hnswFiles(directory: string): Promise<string[]> {
  return (await readdir(directory)).sort()
}
