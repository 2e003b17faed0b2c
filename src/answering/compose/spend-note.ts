import type { Language } from '../../language/language.ts'
import type { Answer } from '../answer.ts'
import type { Knowledge } from '../knowledge.ts'
import { plain } from '../plain-answer.ts'
import { fixed } from './refusals.ts'

/** What is kept of an answer about spend: that there was one. */
export function spendNote(text: string, knowledge: Knowledge, language: Language): Answer {
  const sentences = [fixed('spendShown', language)]
  return {
    ...plain('answer', { language, text }, knowledge, [{ kind: 'explanation', sentences }]),
    spend: true,
  }
}
