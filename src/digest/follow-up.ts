import type { Bilingual } from '../language/language.ts'
import type { Drivers } from '../spend/drivers.ts'
import type { NanoRange } from '../spend/forecast.ts'

/** Why nothing can be said about a decision. */
export type CannotTell =
  /** The recommendation names no model whose spend could be looked for. */
  | 'no-model'
  /** Fewer settled days since than a month's figure needs. */
  | 'too-early'
  /** No charge names the models at all. */
  | 'not-in-data'
  /** Models used before and since alike: no change that could be of this decision. */
  | 'no-clear-change'

/** How a kept recommendation turned out. */
export type Outcome = Readonly<{
  decision: string
  question: string
  label: Bilingual
  models: readonly string[]
  /** ISO date of the decision. */
  decidedOn: string
  status: 'adopted' | 'not-adopted' | 'cannot-tell'
  why?: CannotTell
  /** US dollars a month of 30 days, nano-units. */
  predicted?: NanoRange
  actualNano?: bigint
  /** Actual less predicted, by reason. */
  gap?: Drivers
  /** The actual cost lies within the predicted range. */
  hit?: boolean
  /** Settled days that the actual cost rests on. */
  days: number
}>

export type FollowUp = Readonly<{
  outcomes: readonly Outcome[]
  /** Judged: adopted, with predicted and actual cost known. */
  hits: number
  judged: number
  notAdopted: number
  unknown: number
}>
