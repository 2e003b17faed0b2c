import type { Retrieval } from '../retrieval/retriever.ts'
import { type Closeness, closenessTo, leading } from './closeness.ts'
import { type Picked, pickClaims } from './compose/explanation.ts'
import { definitionAsked, withoutManner } from './definitions.ts'
import type { Knowledge } from './knowledge.ts'

/** How many notes are looked at for one answer. */
const NOTES = 6
/** Share of the best note's score from which another note speaks too. */
const NEAR = 0.6

/** What the notes have on a question: what was found, and the claims that answer, the best first; `defines` when that is what a term means. */
export async function findClaims(
  asked: string,
  { corpus, concepts, retriever }: Knowledge,
  parent?: string,
): Promise<Readonly<{ found: Retrieval; picked: readonly Picked[]; defines: boolean }>> {
  const text = withoutManner(asked)
  const found = await retriever.search(text, {
    limit: NOTES,
    ...(parent === undefined ? {} : { inherit: parent }),
  })
  const best = found.passages[0]?.score ?? 0
  const near = found.passages.filter((p) => p.score >= best * NEAR).map((p) => p.note)
  const closeness = closenessTo(text, found.passages, retriever.claims, concepts)
  const defined = definitionAsked(asked, corpus, parent !== undefined)
  if (!defined)
    return {
      found,
      picked: pickClaims(near, closeness, leading(text, closeness), corpus),
      defines: false,
    }
  // What defines the term answers, and its note comes first, whatever the search makes of so few words.
  const others = found.passages.filter((p) => p.note !== defined.note)
  const leads: Closeness = (claim) => (claim === defined.claim ? 1 : 0)
  return {
    found: {
      ...found,
      band: 'answer',
      passages: [{ note: defined.note, score: best }, ...others],
    },
    picked: pickClaims([...new Set([defined.note, ...near])], closeness, leads, corpus),
    defines: true,
  }
}
