import type { Bilingual } from './language.ts'

/** Characters of a question that are read, and that a command may have; Slack itself takes ten times as many. */
export const LONGEST_QUESTION = 4000

export const TOO_LONG: Bilingual = {
  en: 'That is longer than the four thousand characters that a command may have, and nothing of it was read. Use fewer words, and send a bill as a CSV file.',
  ko: '명령은 사천 자까지이며 그보다 길어 읽지 않았습니다. 더 짧게 적어 주시고, 청구서는 CSV 파일로 보내 주십시오.',
}

/** Whether a text is longer than is read of one. */
export function isTooLong(text: string): boolean {
  return text.length > LONGEST_QUESTION
}
