import type { Bilingual, Language } from '../../language/language.ts'
import { type Slots, say } from '../compose/say.ts'
import { sentenceText } from '../plain-text.ts'

/** A bilingual template with its slots filled, as text. */
export function worded(template: Bilingual, language: Language, slots: Slots = {}): string {
  return sentenceText(say(template, language, slots))
}
