import type { Language } from '../../language/language.ts'

/** English forms that are past and nothing else, and those that may be a participle. */
const PAST =
  /\b(?:was|were|had|did|didn['’]t|wasn['’]t|weren['’]t|took|gave|went|came|fell|rose|grew|wrote|said|saw|knew|began|chose|drew|drove|ran|shrank|spoke|used to|could)\b/i
const MAYBE_PAST =
  /\b(?:\w{2,}ed|built|cost|cut|put|set|hit|let|read|left|meant|met|told|got|held|found|made|kept|led|lost|paid|sent|spent|sold|stood|thought|won|beat)\b/i

/** Syllables that end in ㅆ and are no past: 있 and 겠. */
const NO_PAST = new Set(['있', '겠'])

/** Whether a text speaks of the past; `maybe` where an English form leaves it open. */
export function pastOf(text: string, language: Language): 'past' | 'maybe' | 'none' {
  if (language === 'ko') return hasPastSyllable(text) ? 'past' : 'none'
  if (PAST.test(text)) return 'past'
  return MAYBE_PAST.test(text) ? 'maybe' : 'none'
}

/** The Korean past is a final ㅆ: 했, 었, 았, 됐, 줄었. */
function hasPastSyllable(text: string): boolean {
  return [...text.normalize('NFC')].some((letter) => {
    const code = letter.charCodeAt(0) - 0xac00
    return code >= 0 && code < 11172 && code % 28 === 20 && !NO_PAST.has(letter)
  })
}
