import type { Answer } from '../../src/answering/answer.ts'
import { closing } from '../../src/answering/compose/titles.ts'
import type { Knowledge } from '../../src/answering/knowledge.ts'
import { knownNames } from '../../src/answering/known-names.ts'
import { answerText } from '../../src/answering/plain-text.ts'
import { showFigure } from '../../src/language/figures.ts'

/**
 * Digits of an answer's plain text that belong to no estimate, claim, name, source or the replay id,
 * each with the words around it. It reads the text as people get it: what may hold digits is struck
 * out, longest first, and what is left must have none.
 */
export function strayDigits(answer: Answer, { corpus, catalog }: Knowledge): string[] {
  const { language, estimates, citations, suggestions, coverage, replay } = answer
  const known = knownNames(answer, catalog, corpus)
  const segments = answer.sections.flatMap((s) => s.sentences.flat())
  const allowed = [
    ...estimates.flatMap((e) => [showFigure(e, language), showFigure(e, language, 'central')]),
    ...segments.flatMap((x) => ('name' in x && known(x.name) ? [x.name] : [])),
    ...segments.flatMap((x) => {
      const found = 'claim' in x ? corpus.claim(x.claim)?.claim : undefined
      return found ? [language === 'ko' ? found.text_ko : found.text_en] : []
    }),
    ...segments.flatMap((x) => ('span' in x ? [x.shown] : [])),
    ...citations.flatMap(({ short, title, url = '' }, i) => [short, title, url, `[${i + 1}]`]),
    ...suggestions,
    closing.coverage(coverage, replay, language),
    'CO2',
  ]
  const left = [...new Set(allowed)]
    .filter((piece) => /\d/.test(piece))
    .sort((a, b) => b.length - a.length)
    .reduce((text, piece) => text.replaceAll(piece, '◦'), answerText(answer))
  return [...left.matchAll(/.{0,30}\d+.{0,30}/g)].map(([words]) => words)
}
