import type { Bilingual, Language } from '../../language/language.ts'
import type { Sentence } from '../answer.ts'
import { say } from './say.ts'

const WORDS: Readonly<Record<'thanks' | 'never-mind', Bilingual>> = {
  thanks: {
    en: 'You are welcome. Ask again when a number or a price changes.',
    ko: '도움이 되었다니 다행입니다. 수치나 가격이 바뀌면 다시 물어봐 주십시오.',
  },
  'never-mind': {
    en: 'All right. Ask again whenever you like.',
    ko: '알겠습니다. 언제든 다시 물어봐 주십시오.',
  },
}

/** A short reply to thanks and to "never mind". */
export function courtesy(about: keyof typeof WORDS, language: Language): Sentence {
  return say(WORDS[about], language)
}
