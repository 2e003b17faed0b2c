import type { Bilingual } from './language.ts'

/** Characters of a question or a command that are read; Slack itself takes ten times as many. */
export const LONGEST_QUESTION = 4000

export const TOO_LONG: Bilingual = {
  en: 'That is longer than the four thousand characters that I read at once, so I read none of it. Ask in fewer words, and send a bill as a CSV file.',
  ko: '한 번에 읽는 사천 자를 넘는 글이라 읽지 않았습니다. 더 짧게 물어 주시고, 청구서는 CSV 파일로 보내 주십시오.',
}

/** Whether a text is too long to be read as a question or a command. */
export function isTooLong(text: string): boolean {
  return text.length > LONGEST_QUESTION
}
