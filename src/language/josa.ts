/** Whether digits, Latin letters and units are read with a final consonant, and whether that is ㄹ. */
const READ_AS: Readonly<Record<string, 'vowel' | 'consonant' | 'rieul'>> = {
  '0': 'consonant',
  '1': 'rieul',
  '2': 'vowel',
  '3': 'consonant',
  '4': 'vowel',
  '5': 'vowel',
  '6': 'consonant',
  '7': 'rieul',
  '8': 'rieul',
  '9': 'vowel',
  l: 'rieul',
  r: 'rieul',
  m: 'consonant',
  n: 'consonant',
  '%': 'vowel',
  ƒ: 'vowel',
}

/**
 * Picks the form of a Korean particle that fits the word before it: `josa('모델', '은/는')` is `은`.
 * Amounts in dollars are read with the unit at the end (달러). The first form follows a final consonant, the second a vowel; `으로/로` counts ㄹ as a vowel.
 */
export function josa(word: string, pair: string): string {
  const [afterConsonant = '', afterVowel = ''] = pair.split('/')
  const bare = word
    .normalize('NFC')
    .replace(/\([^()]*\)|[\s"'”’.,·ƒ]+$/gu, '')
    .replace(/[\s"'”’.,·ƒ]+$/u, '')
  const ending = /\$[\d.,]+$/.test(bare) ? 'vowel' : endingOf(bare.at(-1) ?? '')
  const takesVowelForm = ending === 'vowel' || (ending === 'rieul' && pair.startsWith('으로'))
  return takesVowelForm ? afterVowel : afterConsonant
}

function endingOf(last: string): 'vowel' | 'consonant' | 'rieul' {
  const code = last.charCodeAt(0) - 0xac00
  if (code >= 0 && code < 11172) {
    const final = code % 28
    return final === 0 ? 'vowel' : final === 8 ? 'rieul' : 'consonant'
  }
  return READ_AS[last.toLowerCase()] ?? 'vowel'
}
