import type { Language } from '../../language/language.ts'
import type { Corpus } from '../../retrieval/corpus.ts'
import type { Claim, Note } from '../../retrieval/note.ts'
import type { Sentence } from '../answer.ts'
import type { Closeness } from '../closeness.ts'
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
const PER_NOTE = 6

/**
 * Picks the claims that answer: the one to lead with, then the best first. Both sides of a contest
 * among the notes speak at least once, the first note too, with the claim that holds them against each other.
 * @param notes that were found, best first
 * @param closeness how well a claim answers
 * @param leads how well it answers as the first sentence
 */
export function pickClaims(
  notes: readonly Note[],
  closeness: Closeness,
  leads: Closeness,
  corpus: Corpus,
): Picked[] {
  const sides = contestIn(notes, corpus)
  const all = [...new Set([...notes, ...sides])]
    .flatMap((note) => note.claims.map((claim) => ({ claim, note, score: closeness(claim, note) })))
    .sort((a, b) => b.score - a.score)
  const [first, ...others] = all.filter((p) => notes.includes(p.note))
  if (!first) return []
  const lead = others.reduce(
    (best, p) => (leads(p.claim, p.note) > leads(best.claim, best.note) ? p : best),
    first,
  )
  // A side speaks for itself: with what its own source says, not with what others say of it.
  const voices = [
    all.find((p) => p.note === notes[0]),
    ...sides.map((side) => all.find((p) => p.note === side && sourceOf(p.claim, side) === side.id)),
  ].filter((p) => p !== undefined)
  const compared = [lead, ...voices].some((p) => compares(p.claim))
    ? undefined
    : all.find((p) => sides.includes(p.note) && compares(p.claim))
  const picked = new Set([lead, ...voices, ...(compared ? [compared] : [])])
  for (const one of all) {
    if (picked.size >= CLAIMS) break
    if ([...picked].filter((p) => p.note === one.note).length < PER_NOTE) picked.add(one)
  }
  const [, ...rest] = picked
  return [lead, ...rest.sort((a, b) => b.score - a.score)]
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
