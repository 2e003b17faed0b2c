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

/** How many claims an answer shows in all, both sides of a contest included, and from one note. */
const CLAIMS = 7
const PER_NOTE = 5

/**
 * Picks the claims that answer, best first: the first note speaks at least once, and so do both sides
 * of a contest among the notes, with the claim that holds them against each other.
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
  const sides = contestIn(notes, corpus)
  const all = [...new Set([...notes, ...sides])]
    .flatMap((note) => note.claims.map((claim) => ({ claim, note, score: closeness(claim, note) })))
    .sort((a, b) => b.score - a.score)
  // A side speaks for itself: with what its own source says, not with what others say of it.
  const voices = [
    all.find((p) => p.note === first),
    ...sides.map((side) => all.find((p) => p.note === side && sourceOf(p.claim, side) === side.id)),
  ].filter((p) => p !== undefined)
  const compared = voices.some((p) => compares(p.claim))
    ? undefined
    : all.find((p) => sides.includes(p.note) && compares(p.claim))
  const picked = new Set([...voices, ...(compared ? [compared] : [])])
  const counts = new Map<Note, number>()
  for (const { note } of picked) counts.set(note, (counts.get(note) ?? 0) + 1)
  for (const one of all) {
    if (picked.size >= CLAIMS) break
    const count = counts.get(one.note) ?? 0
    if (picked.has(one) || count >= PER_NOTE) continue
    counts.set(one.note, count + 1)
    picked.add(one)
  }
  return [...picked].sort((a, b) => b.score - a.score)
}

/** The two sides of a contested question: the best found note that contradicts another found one; the first also one that was not found. */
function contestIn(found: readonly Note[], corpus: Corpus): readonly Note[] {
  for (const note of found) {
    const named = note === found[0] ? [...note.disagrees_with, ...note.supersedes] : []
    const other =
      found.find((o) => contests(note, o) || contests(o, note)) ?? named.map(corpus.note)[0]
    if (other) return [note, other]
  }
  return []
}

function contests(note: Note, other: Note): boolean {
  return note.disagrees_with.includes(other.id) || note.supersedes.includes(other.id)
}

function compares({ about }: Claim): boolean {
  return about.includes('superseded') || about.includes('comparison')
}
