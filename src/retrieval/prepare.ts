import { createHash } from 'node:crypto'
import { detectLanguage } from '../language/detect.ts'
import type { Language } from '../language/language.ts'
import { documentTokens } from './analyse.ts'
import { type Chunk, chunksOf } from './chunks.ts'
import { type ClaimSearch, createClaimSearch } from './claim-search.ts'
import type { Concepts } from './concepts.ts'
import { type ConfidenceWeights, confidenceOf, createSignals, type Signals } from './confidence.ts'
import type { Corpus } from './corpus.ts'
import { createHearing } from './hearing.ts'
import { createKeywordSearch, type KeywordSearch } from './keyword-search.ts'
import type { OtherFields } from './other-fields.ts'
import { type Thresholds, thresholdsFrom } from './thresholds.ts'

/** Reviewed words and questions that tell our field from others. */
export type Lexicons = Readonly<{
  concepts: Concepts
  otherFields: OtherFields
  /** Questions that are none of our business. */
  offTopic: readonly string[]
}>

/** The part of retrieval that is computed from notes and lexicons alone. */
export type Prepared = Lexicons &
  Readonly<{
    /** Hash of all it was made from. */
    version: string
    corpus: Corpus
    chunks: readonly Chunk[]
    keyword: KeywordSearch
    claims: ClaimSearch
    signals: (question: string, top: number) => Signals
    /** True when every word of a question stands in a note or in the lexicon. */
    heard: (question: string) => boolean
    /** How surely the notes cover a question, 0 to 1, given its best keyword score. */
    confidence: (question: string, top: number) => number
    /** Thresholds for this corpus from the questions that are none of its business. */
    thresholds: () => Thresholds
  }>

export function prepare(
  corpus: Corpus,
  lexicons: Lexicons,
  weights: Readonly<Record<Language, ConfidenceWeights>>,
  tokensOf = documentTokens,
): Prepared {
  const { concepts, otherFields, offTopic } = lexicons
  const chunks = chunksOf(corpus.notes, concepts, tokensOf)
  const keyword = createKeywordSearch(chunks, concepts)
  const signals = createSignals(chunks, concepts, otherFields)
  const confidence: Prepared['confidence'] = (question, top) =>
    confidenceOf(signals(question, top), weights[detectLanguage(question)])
  const version = createHash('sha256')
    .update(
      [
        corpus.version,
        concepts.version,
        otherFields.version,
        JSON.stringify(weights),
        ...offTopic,
      ].join('\u0000'),
    )
    .digest('hex')
  const thresholds = () =>
    thresholdsFrom(
      offTopic.map((question) => ({
        language: detectLanguage(question),
        confidence: confidence(question, keyword(question, 1)[0]?.score ?? 0),
      })),
    )
  return {
    concepts,
    otherFields,
    offTopic,
    version,
    corpus,
    chunks,
    keyword,
    claims: createClaimSearch(corpus, tokensOf),
    signals,
    heard: createHearing(corpus.notes, chunks, concepts),
    confidence,
    thresholds,
  }
}
