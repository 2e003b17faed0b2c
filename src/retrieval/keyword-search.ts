import { createBm25 } from './bm25.ts'
import type { Chunk } from './chunks.ts'
import type { Concepts } from './concepts.ts'
import { FIELDS, queryFields } from './documents.ts'
import type { Scored } from './strongest.ts'

/** The leg of retrieval that needs nothing but the words. Document numbers are numbers of chunks. */
export type KeywordSearch = (query: string, limit: number) => Scored[]

export function createKeywordSearch(chunks: readonly Chunk[], concepts: Concepts): KeywordSearch {
  const bm25 = createBm25(
    chunks.map((chunk) => chunk.fields),
    FIELDS,
  )
  return (query, limit) => bm25.top(queryFields(query, concepts), limit)
}
