import type { Language } from './language.ts'

/** Korean when a noticeable part of the letters is Hangul; else English when there are letters; else the fallback. */
export function detectLanguage(text: string, fallback: Language = 'en'): Language {
  const letters = text.normalize('NFC').match(/\p{L}/gu) ?? []
  if (letters.length === 0) return fallback
  const hangul = letters.filter((letter) => /\p{Script=Hangul}/u.test(letter)).length
  return hangul / letters.length >= 0.2 ? 'ko' : 'en'
}
