import type { Answer } from './answer.ts'
import { claimSentence } from './compose/explanation.ts'
import { arrange } from './compose/knowledge-answer.ts'
import { covered, fixed, unknownName } from './compose/refusals.ts'
import { createCitations } from './evidence.ts'
import { findClaims } from './find-claims.ts'
import type { Knowledge } from './knowledge.ts'
import { plain } from './plain-answer.ts'
import type { Understanding } from './understand.ts'

/** A question of knowledge: reviewed claims with their sources, both sides where sources disagree. */
export async function answerFromNotes(
  understood: Understanding,
  knowledge: Knowledge,
  parent?: string,
): Promise<Answer> {
  const { corpus, catalog } = knowledge
  const { language, text } = understood
  const { found, picked, defines } = await findClaims(text, knowledge, parent)
  const stranger = defines ? undefined : knowledge.unknownName(text)
  const unknown = stranger === undefined ? [] : [unknownName(stranger, language)]
  // What is said of a name that no source knows is no answer.
  const band = stranger !== undefined && found.band === 'answer' ? 'nearest' : found.band
  if (band === 'refuse' || found.passages.length === 0)
    return plain('refuse', understood, knowledge, [
      { kind: 'explanation', sentences: [...unknown, fixed('uncovered', language)] },
      covered(language),
    ])
  const citations = createCitations(corpus, catalog)
  const sections = arrange(picked).map(({ kind, claims }) => ({
    kind,
    sentences: claims.map((claim) => claimSentence(claim, citations, language)),
  }))
  const marks = [
    ...unknown,
    ...(band === 'nearest' ? [fixed('nearest', language)] : []),
    ...(found.mode === 'keyword-for-now' ? [fixed('keywordOnly', language)] : []),
  ]
  return {
    ...plain(band === 'nearest' ? 'nearest' : 'answer', understood, knowledge, [
      ...(marks.length > 0 ? [{ kind: 'explanation' as const, sentences: marks }] : []),
      ...sections,
    ]),
    citations: citations.list(),
    coverage: {
      cited: picked.filter((p) => p.claim.value !== undefined).length,
      computed: 0,
      yours: 0,
      assumed: 0,
      unknown: [],
    },
  }
}
