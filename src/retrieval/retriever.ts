import { createBm25 } from './bm25.ts'
import type { Concepts } from './concepts.ts'
import type { Corpus } from './corpus.ts'
import { FIELDS, fieldsOf, queryFields, vectorTokens } from './documents.ts'
import { fuse } from './fuse.ts'
import { type LatentSpace, trainLatentSpace } from './lsa.ts'
import type { Note } from './note.ts'
import { namedPapers } from './papers.ts'
import { type Band, bandOf, type Signals, type Thresholds, thresholdsFrom } from './thresholds.ts'
import { exactIndex, type VectorIndex } from './vector-index.ts'

export type Passage = Readonly<{ note: Note; score: number; bm25: number; dense: number }>

export type Retrieval = Readonly<{
  band: Band
  passages: readonly Passage[]
  /** Concepts of our field that the question mentions. */
  anchors: readonly string[]
  mode: 'hybrid' | 'keyword-only'
}>

export type Retriever = Readonly<{
  engine: VectorIndex['engine'] | 'none'
  search: (query: string, options?: { limit?: number; inherit?: string }) => Promise<Retrieval>
}>

/** How many dimensions the latent space has, corpus permitting. */
export const DIMENSIONS = 64
const CANDIDATES = 100

/** The part of retrieval that is computed from the notes alone. */
export type Prepared = Readonly<{
  space: LatentSpace
  keywordScores: (query: string) => ReadonlyMap<number, number>
  signals: (query: string, inherit?: string) => Signals
}>

export function prepare(
  corpus: Corpus,
  concepts: Concepts,
  tokensOf?: (text: string) => readonly string[],
): Prepared {
  const fields = corpus.notes.map((note) => fieldsOf(note, concepts, tokensOf))
  const bm25 = createBm25(fields, FIELDS)
  const space = trainLatentSpace(fields.map(vectorTokens), DIMENSIONS)
  const keywordScores = (query: string) => bm25.score(queryFields(query, concepts))
  return {
    space,
    keywordScores,
    signals: (query, inherit) => {
      const anchors = [
        ...new Set([...concepts.in(query), ...(inherit === undefined ? [] : concepts.in(inherit))]),
      ]
      const count = (strength: 'strong' | 'weak') =>
        anchors.filter((id) => concepts.anchor(id) === strength).length
      return {
        top: Math.max(0, ...keywordScores(query).values()),
        strongAnchors: count('strong'),
        weakAnchors: count('weak'),
      }
    },
  }
}

/** Thresholds for this corpus from a list of questions that are none of its business. */
export function calibrate(prepared: Prepared, offTopic: readonly string[]): Thresholds {
  return thresholdsFrom(offTopic.map((question) => prepared.signals(question).top))
}

/** Notes for a question: keyword and vector scores fused, named papers first, linked notes brought in. */
export function createRetriever(
  corpus: Corpus,
  concepts: Concepts,
  prepared: Prepared,
  thresholds: Thresholds,
  vectors: VectorIndex | 'none' = exactIndex(prepared.space.documents),
): Retriever {
  return {
    engine: vectors === 'none' ? 'none' : vectors.engine,
    search: async (query, { limit = 5, inherit } = {}) => {
      const keyword = prepared.keywordScores(query)
      const asked = prepared.space.embed(vectorTokens(queryFields(query, concepts)))
      const near =
        vectors === 'none'
          ? []
          : await vectors.search(asked, Math.min(CANDIDATES, corpus.notes.length))
      const dense = new Map(near.map(({ document, similarity }) => [document, similarity]))
      const ranked = fuse(keyword, dense, vectors === 'none' ? 0 : undefined).flatMap(
        ({ document, score }): Passage[] => {
          const note = corpus.notes[document]
          return note
            ? [{ note, score, bm25: keyword.get(document) ?? 0, dense: dense.get(document) ?? 0 }]
            : []
        },
      )
      const named = namedPapers(query, corpus)
      const ordered = [...ranked].sort(
        (a, b) => Number(named.includes(b.note.id)) - Number(named.includes(a.note.id)),
      )
      const band =
        named.length > 0 ? 'answer' : bandOf(prepared.signals(query, inherit), thresholds)
      return {
        band,
        passages: withLinked(ordered, limit),
        anchors: concepts.in(query),
        mode: vectors === 'none' ? 'keyword-only' : 'hybrid',
      }
    },
  }
}

/** The first `limit`, and notes that the top one supersedes or disagrees with when they score above half of it. */
function withLinked(ordered: readonly Passage[], limit: number): Passage[] {
  const [top] = ordered
  if (!top) return []
  const linked = new Set([...top.note.supersedes, ...top.note.disagrees_with])
  const first = ordered.slice(0, limit)
  return [
    ...first,
    ...ordered.slice(limit).filter((p) => linked.has(p.note.id) && p.score > top.score / 2),
  ]
}
