import { detectLanguage } from '../language/detect.ts'
import type { ClaimSearch } from './claim-search.ts'
import type { Concepts } from './concepts.ts'
import type { DenseSearch } from './dense-search.ts'
import { fuse } from './fuse.ts'
import type { Note } from './note.ts'
import { createPaperIndex, type PaperIndex } from './papers.ts'
import type { Prepared } from './prepare.ts'
import type { Scored } from './strongest.ts'
import { type Band, bandOf, type Thresholds } from './thresholds.ts'

export type Passage = Readonly<{ note: Note; score: number }>

export type Retrieval = Readonly<{
  band: Band
  /** How surely the notes cover the question, 0 to 1. */
  confidence: number
  passages: readonly Passage[]
  /** `keyword-for-now`: the vectors did not answer in time, which the reader is told. */
  mode: 'hybrid' | 'keyword' | 'keyword-for-now'
}>

export type Retriever = Readonly<{
  engine: DenseSearch['engine'] | 'none'
  papers: PaperIndex
  claims: ClaimSearch
  /** `inherit` is the message that a follow-up answers; its words of our field count too. */
  search: (query: string, options?: { limit?: number; inherit?: string }) => Promise<Retrieval>
}>

/** How far down both lists are fused. */
const CANDIDATES = 100
/** A note that supersedes or contradicts the first comes along when it scores above this share of it. */
const LINKED_ABOVE = 0.5

/** Notes for a question: keyword and vector scores fused, named papers first, linked notes brought in. */
export function createRetriever(
  prepared: Prepared,
  thresholds: Thresholds,
  dense: DenseSearch | 'none',
): Retriever {
  const papers = createPaperIndex(prepared.corpus)
  const notesOf = (scored: readonly Scored[]): Passage[] => {
    const best = new Map<Note, number>()
    for (const { document, score } of scored) {
      const note = prepared.chunks[document]?.note
      if (note && !best.has(note)) best.set(note, score)
    }
    return [...best].map(([note, score]) => ({ note, score }))
  }
  return {
    engine: dense === 'none' ? 'none' : dense.engine,
    papers,
    claims: prepared.claims,
    search: async (query, { limit = 5, inherit } = {}) => {
      // A follow-up that names nothing of our field is about what its parent asked.
      const asked =
        inherit === undefined || names(query, prepared.concepts) ? query : `${query}\n${inherit}`
      const keyword = prepared.keyword(asked, CANDIDATES)
      const near = dense === 'none' ? [] : await dense.search(asked, CANDIDATES)
      const weight = dense === 'none' || near === 'unavailable' ? 0 : dense.weight
      const ranked = notesOf(fuse(keyword, near === 'unavailable' ? [] : near, weight))
      const named = new Set(papers.named(query))
      const ordered = [
        ...ranked.filter(({ note }) => named.has(note.id)),
        ...ranked.filter(({ note }) => !named.has(note.id)),
      ]
      const top = keyword[0]?.score ?? 0
      const confidence = prepared.confidence(asked, top)
      // A paper by its name, or a word of our field and nothing unheard or of another field: short questions are sure too.
      const sure =
        named.size > 0 ||
        (prepared.heard(asked) &&
          prepared.otherFields.in(asked).length === 0 &&
          names(asked, prepared.concepts))
      return {
        band: sure ? 'answer' : bandOf(confidence, thresholds[detectLanguage(asked)]),
        confidence,
        passages: withLinked(ordered, limit),
        mode: dense === 'none' ? 'keyword' : near === 'unavailable' ? 'keyword-for-now' : 'hybrid',
      }
    },
  }
}

/** True when a question names something that only our field talks about. */
function names(question: string, concepts: Concepts): boolean {
  return concepts.in(question).some((id) => concepts.anchor(id) === 'strong')
}

/** The first `limit`, and notes that the top one supersedes or disagrees with when they score high enough. */
function withLinked(ordered: readonly Passage[], limit: number): Passage[] {
  const [top] = ordered
  if (!top) return []
  const linked = new Set([...top.note.supersedes, ...top.note.disagrees_with])
  const contesting = ordered
    .slice(limit)
    .filter((p) => linked.has(p.note.id) && p.score > top.score * LINKED_ABOVE)
  return [...ordered.slice(0, limit), ...contesting]
}
