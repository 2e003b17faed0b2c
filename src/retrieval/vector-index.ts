import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Embeddings } from '@langchain/core/embeddings'
import { type Scored, strongest } from './strongest.ts'

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

/** Compares with every vector: right, and fast enough up to about 100,000 of them. */
export function exactIndex({ dimensions, values }: Vectors): VectorIndex {
  const documents = Uint32Array.from({ length: values.length / dimensions }, (_, i) => i)
  const scores = new Float64Array(documents.length)
  return {
    engine: 'exact',
    search: (vector, limit) => {
      const query = Float64Array.from(vector)
      compareAll(values, query, scores)
      return strongest(scores, documents, limit)
    },
  }
}

/** The inner product of each row with the query, in four sums that the processor adds side by side. */
function compareAll(values: Float32Array, query: Float64Array, scores: Float64Array): void {
  const whole = query.length - (query.length % 4)
  let row = 0
  for (let document = 0; document < scores.length; document++) {
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (let i = 0; i < whole; i += 4, row += 4) {
      a += (values[row] as number) * (query[i] as number)
      b += (values[row + 1] as number) * (query[i + 1] as number)
      c += (values[row + 2] as number) * (query[i + 2] as number)
      d += (values[row + 3] as number) * (query[i + 3] as number)
    }
    for (let i = whole; i < query.length; i++, row++)
      a += (values[row] as number) * (query[i] as number)
    scores[document] = a + b + c + d
  }
}

/** Search width: the library's default of 10 loses a tenth of the answers even on small corpora. */
const EF = 100

/** How vectors are compared: they are unit vectors, so the inner product is their cosine. */
const SPACE = 'ip'

/** The native module; undefined where it is not installed. */
async function native() {
  try {
    return (await import('hnswlib-node')).default
  } catch {
    return undefined
  }
}

/** True when the native index can be used on this machine. */
export async function hnswAvailable(): Promise<boolean> {
  return (await native()) !== undefined
}

/**
 * Builds an HNSW index with LangChain's HNSWLib and writes it into `directory`, whole or not at all: the library writes three
 * files one after another, so they go to a fresh folder that is renamed.
 * @returns false where the native module is missing; nothing is written then
 */
export async function buildHnsw(
  directory: string,
  vectors: Vectors,
  embeddings: Embeddings,
): Promise<boolean> {
  if (!(await hnswAvailable())) return false
  const { HNSWLib } = await import('@langchain/community/vectorstores/hnswlib')
  const { dimensions, values } = vectors
  const count = countOf(vectors)
  const store = new HNSWLib(embeddings, { space: SPACE, numDimensions: dimensions })
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
 * Opens an index written by `buildHnsw`, whose labels are the documents' places. It is read without
 * LangChain, whose modules would be a tenth of a cold start. The native module checks neither dimensions
 * nor counts, so both are checked here; throws with a sentence when they do not fit.
 * @returns undefined where the native module is missing
 */
export async function openHnsw(
  directory: string,
  expected: { dimensions: number; count: number },
): Promise<VectorIndex | undefined> {
  const library = await native()
  if (!library) return undefined
  const args = JSON.parse(await readFile(join(directory, 'args.json'), 'utf8')) as {
    numDimensions?: number
  }
  if (args.numDimensions !== expected.dimensions)
    throw new Error(
      `The vector index in ${directory} has ${args.numDimensions} dimensions, ${expected.dimensions} are needed; rebuild it.`,
    )
  const index = new library.HierarchicalNSW(SPACE, expected.dimensions)
  await index.readIndex(join(directory, 'hnswlib.index'))
  if (index.getCurrentCount() !== expected.count)
    throw new Error(
      `The vector index in ${directory} holds ${index.getCurrentCount()} vectors, ${expected.count} are needed; rebuild it.`,
    )
  index.setEf(EF)
  return {
    engine: 'hnsw',
    search: (vector, limit) => {
      const found = index.searchKnn(Array.from(vector), Math.min(limit, expected.count))
      return found.neighbors.map((document, i) => ({
        document,
        score: 1 - (found.distances[i] ?? 1),
      }))
    },
  }
}
