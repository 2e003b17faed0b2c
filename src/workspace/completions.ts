import type { Bilingual } from '../language/language.ts'
import { SUB_COMMANDS } from '../language/sub-commands.ts'

/** Something that may be typed, and what it does. */
type Completion = Readonly<{ insert: Bilingual; says: Bilingual }>

const same = (text: string): Bilingual => ({ en: text, ko: text })

/** Commands the app declares, with the words that may follow; Slack itself answers all others. */
export const COMMANDS: Readonly<Record<string, readonly Completion[]>> = {
  '/model-size': [
    { insert: same(''), says: { en: 'open the form', ko: '양식 열기' } },
    {
      insert: same('task=classification volume=2M/month value=0.50 error-cost=2'),
      says: { en: 'size a workload at once', ko: '작업량을 바로 계산' },
    },
    ...SUB_COMMANDS.map(({ word, korean, about, examples: { en, ko } }) => ({
      insert: { en: en[0] ?? word, ko: ko[0] ?? korean },
      says: about,
    })),
  ],
}
