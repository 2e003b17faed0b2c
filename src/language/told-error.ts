import type { Bilingual } from './language.ts'

/** An error whose words are for a person, in both languages. */
export class ToldError extends Error {
  override name = 'ToldError'
  readonly sentence: Bilingual
  constructor(sentence: Bilingual) {
    super(sentence.en)
    this.sentence = sentence
  }
}

/** Sentences below a heading, one a line. */
export function listed(heading: Bilingual, sentences: readonly Bilingual[]): Bilingual {
  const lines = (language: keyof Bilingual) =>
    [heading[language], ...sentences.map((said) => `- ${said[language]}`)].join('\n')
  return { en: lines('en'), ko: lines('ko') }
}
