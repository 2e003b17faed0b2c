import type { Language } from '../language/language.ts'
import { analyse } from '../retrieval/analyse.ts'
import type { Concepts } from '../retrieval/concepts.ts'
import type { Claim } from '../retrieval/note.ts'

type About = Claim['about'][number]

/** What kinds of claim a question asks for, by its asking words. */
const ASKED: readonly (readonly [RegExp, readonly About[]])[] = [
  [/\bwhat is\b|\bwhat are\b|\bdefine\b|뭐야|무엇|이란|란\b/i, ['definition', 'finding']],
  [/\bwhy\b|왜|이유/i, ['mechanism', 'comparison', 'superseded', 'finding']],
  [/\bchange[ds]?\b|\bsupersed|\boverturn|\bstill\b|바뀌|뒤집/i, ['superseded', 'comparison']],
  [/\bhow much\b|\bhow many\b|\bhow fast\b|얼마나|얼마|몇/i, ['figure', 'finding']],
  [
    /\bshould\b|\bcan (?:i|we)\b|\bdecid|\binvest|\bworth\b|판단|결정|투자|써도|쓸 수/i,
    ['decision', 'limitation', 'practice'],
  ],
  [/\bwho\b|\bfair|\bpays?\b|누가|부담/i, ['who-bears']],
  [/\breally\b|\btrue\b|정말|진짜|맞아/i, ['superseded', 'figure', 'limitation']],
]

/** What a question wants that has no asking word. */
const USEFUL: readonly About[] = ['finding', 'figure', 'decision', 'comparison']

/** Scores a claim against a question: shared words weigh by rarity in length, shared concepts and the kind asked for add. */
export function closenessTo(
  question: string,
  concepts: Concepts,
  language: Language,
): (claim: Claim) => number {
  const words = new Set(analyse(question, 'query'))
  const asked = new Set(concepts.in(question))
  const named = ASKED.flatMap(([pattern, about]) => (pattern.test(question) ? about : []))
  const kinds = named.length > 0 ? named : USEFUL
  return (claim) => {
    const text = language === 'ko' ? claim.text_ko : claim.text_en
    const own = analyse(text, 'document')
    const shared = new Set(own.filter((word) => words.has(word))).size
    const themes = concepts.in(text).filter((id) => asked.has(id)).length
    const kind = claim.about.reduce((best, about) => {
      const rank = kinds.indexOf(about)
      return rank < 0 ? best : Math.max(best, 2 - rank * 0.25)
    }, 0)
    return shared / Math.sqrt(1 + own.length) + 0.5 * themes + kind
  }
}
