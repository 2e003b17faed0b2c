import type { Answer } from '../answer.ts'
import type { Answered } from '../answer-question.ts'
import { type FixedWords, fixed } from '../compose/refusals.ts'
import { particulars } from '../intent.ts'
import { sentenceText } from '../plain-text.ts'
import type { Understanding } from '../understand.ts'

/**
 * Whether the rules were not sure what is asked, so that a model's reading may help: only the closest
 * notes, nothing in the notes, or a question back for the task. What is declined by a hard rule
 * (orders, securities, private data, limits, spend) is not unsure.
 */
export function isUnsure({ answer }: Answered, { reading, text }: Understanding): boolean {
  if (answer.back || reading.refusal || reading.help || reading.spend) return false
  switch (answer.kind) {
    case 'answer':
      return false
    case 'nearest':
      return true
    case 'refuse':
      return says(answer, 'uncovered')
    case 'clarify':
      // Without a word about the work there is nothing to read: a task would be invented.
      return says(answer, 'task') && particulars(text).length > 0
    default:
      return answer.kind satisfies never
  }
}

function says({ sections, language }: Answer, words: FixedWords): boolean {
  const wanted = sentenceText(fixed(words, language))
  return sections.some((s) => s.sentences.some((sentence) => sentenceText(sentence) === wanted))
}
