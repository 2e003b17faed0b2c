import type { Language } from '../../language/language.ts'
import type { Corpus } from '../../retrieval/corpus.ts'
import type { Claim, Note } from '../../retrieval/note.ts'
import type { Sentence } from '../answer.ts'
import { type Citations, sourceOf } from '../evidence.ts'

/** A claim picked to answer a question, with the note it stands in. */
export type Picked = Readonly<{ claim: Claim; note: Note }>

/** A reviewed claim, word for word, with its source number behind it. */
export function claimSentence(
  { claim, note }: Picked,
  citations: Citations,
  language: Language,
): Sentence {
  const shown = language === 'ko' ? claim.text_ko : claim.text_en
  const cite = citations.cite(sourceOf(claim, note))
  return cite === undefined
    ? [{ claim: claim.id, shown }]
    : [{ claim: claim.id, shown }, { text: ' ' }, { cite }]
}

/** How many claims an answer shows in all, and from one note. */
const CLAIMS = 6
const PER_NOTE = 5

/**
 * Picks the claims that answer, best first: the first note speaks at least once, and so does a note
 * that disagrees with it, supersedes it or was superseded by it, when one was found too.
 * @param notes that were found, best first
 * @param closeness how well a claim answers; higher is better
 */
export function pickClaims(
  notes: readonly Note[],
  closeness: (claim: Claim, note: Note) => number,
  corpus: Corpus,
): Picked[] {
  const [first] = notes
  if (!first) return []
  const opposed = opposedTo(first, notes, corpus)
  const all = [...new Set([...notes, ...(opposed ? [opposed] : [])])]
    .flatMap((note) => note.claims.map((claim) => ({ claim, note, score: closeness(claim, note) })))
    .sort((a, b) => b.score - a.score)
  // The other side speaks for itself: with what its own source says, not with what others say of it.
  const voices = [
    all.find((p) => p.note === first),
    all.find((p) => p.note === opposed && sourceOf(p.claim, p.note) === opposed.id),
  ].filter((p) => p !== undefined)
  const counts = new Map<Note, number>(voices.map(({ note }) => [note, 1]))
  const picked = new Set(voices)
  for (const one of all) {
    if (picked.size >= CLAIMS) break
    const count = counts.get(one.note) ?? 0
    if (picked.has(one) || count >= PER_NOTE) continue
    counts.set(one.note, count + 1)
    picked.add(one)
  }
  return [...picked].sort((a, b) => b.score - a.score)
}

/** The best found note that stands on the other side of a contested question, else any that is named as such. */
function opposedTo(first: Note, found: readonly Note[], corpus: Corpus): Note | undefined {
  const linked = new Set([...first.disagrees_with, ...first.supersedes])
  return (
    found.find((n) => linked.has(n.id)) ??
    [...linked].map((id) => corpus.note(id)).find((n) => n !== undefined) ??
    found.find((n) => [...n.disagrees_with, ...n.supersedes].includes(first.id))
  )
}
