import type { Embeddings } from '@langchain/core/embeddings'
import type { Scored } from './strongest.ts'
import type { VectorIndex } from './vector-index.ts'

/** Something that turns chunks and questions into vectors of one space. */
export type VectorSource = Readonly<{
  /** Names provider, model and prefixes; vectors of another id do not fit. */
  id: string
  embeddings: Embeddings
}>

/** The leg of retrieval that compares vectors; `unavailable` when the question could not be embedded in time. */
export type DenseSearch = Readonly<{
  engine: VectorIndex['engine']
  /** Share of its scores in the fused ones, 0 to 1; found by calibration. */
  weight: number
  search: (query: string, limit: number) => Promise<readonly Scored[] | 'unavailable'>
}>

/** Time a question may take to be embedded; after that the keyword search answers alone, and says so. */
const TIME_OUT_MS = 800

export function createDenseSearch(
  { embeddings }: VectorSource,
  index: VectorIndex,
  weight: number,
  timeOutMs = TIME_OUT_MS,
): DenseSearch {
  return {
    engine: index.engine,
    weight,
    search: async (query, limit) => {
      const vector = await inTime(embeddings.embedQuery(query), timeOutMs)
      return vector === undefined ? 'unavailable' : index.search(vector, limit)
    },
  }
}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  try {
    return await Promise.race([work, late])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
