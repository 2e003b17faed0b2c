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
const PER_NOTE = 3

/**
 * Picks the claims that answer: the best notes first, from each those closest to the question's words
 * and kind; notes that disagree with or supersede the first get a voice when they were found too.
 */
export function pickClaims(
  notes: readonly Note[],
  closeness: (claim: Claim) => number,
  corpus: Corpus,
): Picked[] {
  const picked: Picked[] = []
  const take = (note: Note, count: number) => {
    const ranked = [...note.claims].sort((a, b) => closeness(b) - closeness(a))
    for (const claim of ranked.slice(0, count)) picked.push({ claim, note })
  }
  const [first, ...rest] = notes
  if (!first) return []
  take(first, PER_NOTE)
  const linked = new Set([...first.disagrees_with, ...first.supersedes])
  const other = rest.find(
    (n) =>
      linked.has(n.id) || n.disagrees_with.includes(first.id) || n.supersedes.includes(first.id),
  )
  const opposed = other ?? [...linked].map((id) => corpus.note(id)).find((n) => n !== undefined)
  if (opposed) take(opposed, 2)
  for (const note of rest) if (note !== opposed && picked.length < CLAIMS) take(note, 1)
  return picked.slice(0, CLAIMS)
}
