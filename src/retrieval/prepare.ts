import { createHash } from 'node:crypto'
import { type Chunk, chunksOf } from './chunks.ts'
import type { Concepts } from './concepts.ts'
import type { Corpus } from './corpus.ts'
import { createKeywordSearch, type KeywordSearch } from './keyword-search.ts'
import { type Signals, type Thresholds, thresholdsFrom } from './thresholds.ts'

/** The part of retrieval that is computed from notes, lexicon and off-topic questions alone. */
export type Prepared = Readonly<{
  /** Hash of all it was made from. */
  version: string
  corpus: Corpus
  offTopic: readonly string[]
  concepts: Concepts
  chunks: readonly Chunk[]
  keyword: KeywordSearch
  /** How surely a question is ours, given its best keyword score. */
  signals: (query: string, top: number) => Signals
  /** Thresholds for this corpus from the questions that are none of its business. */
  thresholds: () => Thresholds
}>

export function prepare(corpus: Corpus, concepts: Concepts, offTopic: readonly string[]): Prepared {
  const chunks = chunksOf(corpus.notes, concepts)
  const keyword = createKeywordSearch(chunks, concepts)
  const version = createHash('sha256')
    .update([corpus.version, concepts.version, ...offTopic].join('\u0000'))
    .digest('hex')
  const signals: Prepared['signals'] = (query, top) => {
    const anchors = concepts.in(query)
    const count = (strength: 'strong' | 'weak') =>
      anchors.filter((id) => concepts.anchor(id) === strength).length
    return { top, strongAnchors: count('strong'), weakAnchors: count('weak') }
  }
  const thresholds = () =>
    thresholdsFrom(offTopic.map((question) => keyword(question, 1)[0]?.score ?? 0))
  return { version, corpus, offTopic, concepts, chunks, keyword, signals, thresholds }
}
