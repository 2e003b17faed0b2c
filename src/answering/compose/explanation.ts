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

/** How many claims an answer shows in all, and from one note. */
const CLAIMS = 6
const PER_NOTE = 5

/**
 * Picks the claims that answer: the one to lead with, then the best first. A note that disagrees with the one that answers best, that
 * replaced it or was replaced by it, speaks at least once, in the words of its own source.
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
  const ranked = (of: readonly Note[]) =>
    of
      .flatMap((note) =>
        note.claims.map((claim) => ({ claim, note, score: closeness(claim, note) })),
      )
      .sort((a, b) => b.score - a.score)
  const found = ranked(notes)
  const [first, ...others] = found
  if (!first) return []
  const lead = others.reduce(
    (best, p) => (leads(p.claim, p.note) > leads(best.claim, best.note) ? p : best),
    first,
  )
  const opposed = opposedTo(lead.note, notes, corpus)
  const voice = opposed && ranked([opposed]).find((p) => sourceOf(p.claim, p.note) === opposed.id)
  const picked = [lead, ...(voice ? [found.find((p) => p.claim === voice.claim) ?? voice] : [])]
  for (const one of found) {
    if (picked.length >= CLAIMS) break
    if (picked.includes(one) || picked.filter((p) => p.note === one.note).length >= PER_NOTE)
      continue
    picked.push(one)
  }
  const [, ...rest] = picked
  return [lead, ...rest.sort((a, b) => b.score - a.score)]
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
