import type { Bilingual, Language } from '../language/language.ts'
import type { Corpus } from '../retrieval/corpus.ts'
import { isSlip } from '../sizing/nearest-words.ts'
import { definitionAsked } from './definitions.ts'

/** So many words may still be one term. */
const TERM_WORDS = 2
/** So many terms are suggested at most. */
const MOST = 3

/**
 * The defined terms that are spelled most like what somebody wants explained; none where it is defined
 * itself, and none where it is more than a term: then it is a question.
 */
export function nearestTerms(text: string, corpus: Corpus): readonly string[] {
  if (definitionAsked(text, corpus) !== undefined) return []
  if (text.trim().split(/\s+/).length > TERM_WORDS) return []
  const terms = corpus.notes.flatMap((note) => note.claims.flatMap((c) => c.defines ?? []))
  return [...new Set(terms)].filter((term) => isSlip(text.trim(), term)).slice(0, MOST)
}

/** How an explanation, and the reason of an answer, are asked for in words. */
const EXPLAIN: Bilingual = { en: 'Explain {term}', ko: '{term} 설명해줘' }
export const WHY: Bilingual = { en: 'Why?', ko: '왜?' }

/** A term as a question about it. */
export function explaining(term: string, language: Language): string {
  return EXPLAIN[language].replace('{term}', () => term)
}
