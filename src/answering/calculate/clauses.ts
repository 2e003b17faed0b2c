import type { QuantityRead } from './quantities.ts'

/** Words for the answer's and the prompt's side of a request. */
export const OUTPUT =
  /\bout(?:put)?s?\b|\bwritten\b|\bgenerated\b|\bcompletions?\b|\banswers?\b|\brepl(?:y|ies)\b|출력|답변|응답|생성|받|나오|쓰|작성/i
export const INPUT = /\bin(?:put)?s?\b|\bread\b|\bprompts?\b|입력|프롬프트|읽|넣|보내/i

/** The words that belong to a quantity: back and forth to the nearest break. */
export function clauseOf({ before, words, after }: QuantityRead): string {
  const breaks =
    /[,;:?!]|\.\s|\band\b|\bbut\b|\bthen\b|(?<=[고며])\s|(?<=데)\s|그리고|(?<!캐시|캐시된)\s(?=(?:입력|출력)\S*\s*$)/i
  const near = before.split(new RegExp(breaks, 'gi')).at(-1) ?? ''
  const far = after.split(breaks)[0] ?? ''
  return `${near}${words}${far}`
}
