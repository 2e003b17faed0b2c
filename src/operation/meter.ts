import type { AnswerKind } from '../answering/answer.ts'
import type { Language } from '../language/language.ts'

/**
 * What people wait for: an answer in a thread; the command or its form; a button or another form; and
 * a digest message, from when it is due until it stands in its channel.
 */
export type Journey = 'question' | 'model-size' | 'action' | 'digest'

/** Work that takes time: a journey, or a call outward by the name of its method, purpose or source. */
export type Work = Readonly<
  | { kind: 'journey'; name: Journey }
  | { kind: 'slack'; name: string }
  | { kind: 'model'; name: string }
  | { kind: 'source'; name: string }
>

/** Something that happened; no id of a person or channel and no words of anybody are ever in it. */
export type Happening = Readonly<
  /** An answer that was made; `nearest` and `refuse` are abstentions. */
  | { kind: 'answer'; answer: AnswerKind; language: Language }
  /** Whether an answer that a model would help with was still known. */
  | { kind: 'answer-cache'; result: 'hit' | 'miss' }
  /** A call that Slack did not carry out, by Slack's own code or what befell it. */
  | { kind: 'slack-error'; code: string }
  /** An event that Slack delivered once more, for it had not seen it acknowledged. */
  | { kind: 'slack-redelivery' }
  /** A question for which there was no room. */
  | { kind: 'turned-away' }
  /** A message that waited, because Slack had asked for it, and was sent again. */
  | { kind: 'slack-wait' }
>

/** Where work and happenings are told, for whoever runs the product. */
export type Meter = Readonly<{
  /** Runs the work and notes how long it took and what came of it; what it throws is thrown on. */
  timed: <T>(work: Work, run: () => Promise<T>, outcomeOf?: (value: T) => string) => Promise<T>
  /** Notes work that is over, in milliseconds. */
  took: (work: Work, milliseconds: number, outcome: string) => void
  count: (happening: Happening) => void
}>

/** Notes nothing. */
export const UNMETERED: Meter = {
  timed: (_, run) => run(),
  took: () => undefined,
  count: () => undefined,
}
