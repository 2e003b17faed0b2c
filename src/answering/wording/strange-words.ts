import type { Language } from '../../language/language.ts'
import { documentTokens } from '../../retrieval/analyse.ts'
import { PLACEHOLDER } from './mask.ts'
import { WORD_CLASSES } from './reading.ts'
import { NEUTRAL_EN, NEUTRAL_KO } from './words/neutral.ts'

/**
 * Words of a rewording that could say something new: not forms of the original's words, not neutral,
 * and in no class of words that is held to the original anyway. "The exponent" is not "the constant".
 */
export function strangeWords(original: string, reworded: string, language: Language): string[] {
  const given = wordsOf(original)
  const tokens = new Set(given.flatMap(documentTokens))
  const isForm = language === 'ko' ? sameBeginningKo : sameBeginningEn
  return wordsOf(reworded).filter(
    (word) =>
      !documentTokens(word).every((token) => tokens.has(token)) &&
      !isNeutral(word, language) &&
      !WORD_CLASSES.some((row) => ` ${word} `.search(row[language]) === 1) &&
      !given.some((other) => isForm(word, other)),
  )
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(PLACEHOLDER, ' ')
      .match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? []
  )
}

function isNeutral(word: string, language: Language): boolean {
  return language === 'ko' ? NEUTRAL_KO.test(word) : NEUTRAL_EN.has(word.replace('’', "'"))
}

/** "emitter" and "emits". */
function sameBeginningEn(word: string, other: string): boolean {
  return word.length >= 4 && other.startsWith(word.slice(0, Math.max(4, word.length - 4)))
}

/** "나온" and "나왔습니다", "판단할" and "판단을": two syllables, or one of a short verb. */
function sameBeginningKo(word: string, other: string): boolean {
  return other.startsWith(word.slice(0, Math.min(2, Math.max(1, word.length - 1))))
}
