import { createHash } from 'node:crypto'
import { documentTokens } from './analyse.ts'
import { type Chunk, chunksOf } from './chunks.ts'
import { type ClaimSearch, createClaimSearch } from './claim-search.ts'
import type { Concepts } from './concepts.ts'
import { type ConfidenceWeights, confidenceOf, createSignals, type Signals } from './confidence.ts'
import type { Corpus } from './corpus.ts'
import { createKeywordSearch, type KeywordSearch } from './keyword-search.ts'
import { type Thresholds, thresholdsFrom } from './thresholds.ts'

/** The part of retrieval that is computed from notes, lexicon and off-topic questions alone. */
export type Prepared = Readonly<{
  /** Hash of all it was made from. */
  version: string
  corpus: Corpus
  offTopic: readonly string[]
  concepts: Concepts
  chunks: readonly Chunk[]
  keyword: KeywordSearch
  claims: ClaimSearch
  signals: (question: string, top: number) => Signals
  /** How surely the notes cover a question, 0 to 1, given its best keyword score. */
  confidence: (question: string, top: number) => number
  /** Thresholds for this corpus from the questions that are none of its business. */
  thresholds: () => Thresholds
}>

export function prepare(
  corpus: Corpus,
  concepts: Concepts,
  offTopic: readonly string[],
  weights: ConfidenceWeights,
  tokensOf = documentTokens,
): Prepared {
  const chunks = chunksOf(corpus.notes, concepts, tokensOf)
  const keyword = createKeywordSearch(chunks, concepts)
  const signals = createSignals(chunks, concepts)
  const confidence: Prepared['confidence'] = (question, top) =>
    confidenceOf(signals(question, top), weights)
  const version = createHash('sha256')
    .update([corpus.version, concepts.version, JSON.stringify(weights), ...offTopic].join('\u0000'))
    .digest('hex')
  const thresholds = () =>
    thresholdsFrom(offTopic.map((q) => confidence(q, keyword(q, 1)[0]?.score ?? 0)))
  return {
    version,
    corpus,
    offTopic,
    concepts,
    chunks,
    keyword,
    claims: createClaimSearch(corpus, tokensOf),
    signals,
    confidence,
    thresholds,
  }
}
