import type { Bilingual, Language } from '../../language/language.ts'
import type { Corpus } from '../../retrieval/corpus.ts'
import type { Claim } from '../../retrieval/note.ts'
import type { Answer, Sentence } from '../answer.ts'
import type { Citations } from '../evidence.ts'
import { claimOf } from '../spans.ts'
import { claimSentence, type Picked } from './explanation.ts'
import { say } from './say.ts'

const NO_MORE: Bilingual = {
  en: 'The notes behind that answer say no more about how it comes about.',
  ko: '그 답변의 근거 노트에는 원리에 대한 설명이 더 없습니다.',
}

/** Kinds of claim that say why, the best first. */
const EXPLAINS: readonly Claim['about'][number][] = ['mechanism', 'limitation', 'comparison']
const MOST = 3

/** The claims of an answer's own notes that say why, those it has not shown yet; undefined for an answer without claims. */
export function whyClaims(
  answer: Answer,
  corpus: Corpus,
  citations: Citations,
  language: Language,
): Sentence[] | undefined {
  const shown = shownClaims(answer)
  const notes = [...new Set(shown.flatMap((id) => corpus.claim(id)?.note ?? []))]
  if (notes.length === 0) return undefined
  const rank = ({ about }: Claim) =>
    Math.min(...about.map((a) => EXPLAINS.indexOf(a)).filter((i) => i >= 0), EXPLAINS.length)
  // Of the note that answers best all that explains; of the others only mechanisms, and only without it.
  const fresh = notes.map((note, i) =>
    note.claims
      .filter((c) => !shown.includes(c.id) && rank(c) < (i === 0 ? EXPLAINS.length : 1))
      .sort((a, b) => rank(a) - rank(b))
      .map((claim): Picked => ({ claim, note })),
  )
  const [own = [], ...others] = fresh
  const picked = (own.length > 0 ? own : others.flat()).slice(0, MOST)
  return picked.length > 0
    ? picked.map((one) => claimSentence(one, citations, language))
    : [say(NO_MORE, language)]
}

/** Ids of the reviewed claims that an answer shows, verbatim or in other words, each once, in reading order. */
export function shownClaims({ sections }: Pick<Answer, 'sections'>): string[] {
  const segments = sections.flatMap((s) => s.sentences.flat())
  return [...new Set(segments.flatMap((segment) => claimOf(segment) ?? []))]
}
