import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Embeddings } from '@langchain/core/embeddings'
import type { Scored } from './bm25.ts'

/** Nearest unit vectors by cosine similarity, best first. */
export type VectorIndex = Readonly<{
  engine: 'exact' | 'hnsw'
  search: (vector: ArrayLike<number>, limit: number) => Scored[]
}>

/** Unit vectors row by row. */
export type Vectors = Readonly<{ dimensions: number; values: Float32Array }>

export function countOf({ dimensions, values }: Vectors): number {
  return values.length / dimensions
}

/** Compares with every vector: right, and fast enough up to about 20,000 of them. */
export function exactIndex({ dimensions, values }: Vectors): VectorIndex {
  return {
    engine: 'exact',
    search: (query, limit) => {
      const found: Scored[] = []
      for (let row = 0, document = 0; row < values.length; row += dimensions, document++) {
        let score = 0
        for (let d = 0; d < dimensions; d++)
          score += (values[row + d] as number) * (query[d] as number)
        found.push({ document, score })
      }
      return found.sort((a, b) => b.score - a.score || a.document - b.document).slice(0, limit)
    },
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
  vectors: Vectors,
  embeddings: Embeddings,
): Promise<boolean> {
  const HNSWLib = await hnswlib()
  if (!HNSWLib) return false
  const { dimensions, values } = vectors
  const count = countOf(vectors)
  const store = new HNSWLib(embeddings, { space: 'ip', numDimensions: dimensions })
  await store.addVectors(
    Array.from({ length: count }, (_, i) => [
      ...values.subarray(i * dimensions, (i + 1) * dimensions),
    ]),
    Array.from({ length: count }, (_, document) => ({ pageContent: '', metadata: { document } })),
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
    search: (vector, limit) => {
      const found = index.searchKnn(Array.from(vector), Math.min(limit, expected.count))
      return found.neighbors.map((label, i) => ({
        document: documentOf(store, label),
        score: 1 - (found.distances[i] ?? 1),
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
