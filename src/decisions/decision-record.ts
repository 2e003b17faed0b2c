import type { Citation } from '../answering/answer.ts'
import type { Place, Turn } from '../answering/ports.ts'
import type { Scope } from '../answering/scope.ts'
import type { Bilingual, Language } from '../language/language.ts'
import type { Recommendation } from '../sizing/recommendation.ts'

/** A recommendation somebody decided by, kept with all it rested on; one record a turn. Times are epoch milliseconds. */
export type DecisionRecord = Readonly<{
  /** The turn whose answer was recorded. */
  id: string
  /** Where the answer stands. */
  place: Place
  visibility: Turn['visibility']
  language: Language
  question: string
  /** Slack user id of the person who answers for the decision. */
  owner: string
  recordedBy: string
  recordedAt: number
  /** ISO date on which the owner is reminded. */
  reviewOn: string
  note?: string
  /** The request with its assumptions, the verdict, options and figures, flip points and replay id. */
  recommendation: Recommendation
  /** What the catalogue called the task and the place. */
  names: Readonly<{ task: Bilingual; region: Bilingual }>
  citations: readonly Citation[]
  /** The catalogue the answer came from; absent where it had changed before the decision was recorded. */
  catalog?: Readonly<{ version: string; ground: string }>
  /** Present where the answer was drawn from what everybody may know alone; it is reviewed from the same. */
  scope?: Extract<Scope, 'public'>
  state: 'open' | 'closed'
  /** The thread could not be written to: what there is to say goes to the owner's direct message. */
  unreachable: boolean
}>
