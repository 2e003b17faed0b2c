import type { Retrieval } from '../retrieval/retriever.ts'
import { closenessTo, leading } from './closeness.ts'
import { type Picked, pickClaims } from './compose/explanation.ts'
import type { Knowledge } from './knowledge.ts'

/** How many notes are looked at for one answer. */
const NOTES = 6
/** Share of the best note's score from which another note speaks too. */
const NEAR = 0.6

/** What the notes have on a question: what was found, and the claims that answer, the best first. */
export async function findClaims(
  text: string,
  { corpus, concepts, retriever }: Knowledge,
  parent?: string,
): Promise<Readonly<{ found: Retrieval; picked: readonly Picked[] }>> {
  const found = await retriever.search(text, {
    limit: NOTES,
    ...(parent === undefined ? {} : { inherit: parent }),
  })
  const best = found.passages[0]?.score ?? 0
  const near = found.passages.filter((p) => p.score >= best * NEAR).map((p) => p.note)
  const closeness = closenessTo(text, found.passages, retriever.claims, concepts)
  return { found, picked: pickClaims(near, closeness, leading(text, closeness), corpus) }
}
