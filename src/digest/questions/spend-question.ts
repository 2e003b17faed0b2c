import type { Dimension } from '../../spend/breakdown.ts'

/** What is wanted of the company's own spend. */
export type SpendKind =
  | 'why'
  | 'total'
  | 'breakdown'
  | 'unit-cost'
  | 'anomaly'
  | 'forecast'
  | 'budget'
  | 'saving'
  | 'what-if'
  | 'emissions'
  | 'follow-up'
  | 'coverage'

/** A question about the company's own spend, read by rule. */
export type SpendQuestion = Readonly<{
  kind: SpendKind
  /** Key of a day, ISO week or month, e.g. 2026-W47. */
  period: string
  /** A span was named that is no day, week or month; `period` is then the last whole week. */
  otherSpan?: true
  by?: Dimension
  /** What seems to be the name of a team, workload or model; the data tells whether it is. */
  name?: string
  /** Model to move to, as it was named; absent for "a small model". */
  to?: string
  /** Whether the smallest is wanted where the largest usually is. */
  least?: true
  /** The words themselves, in which names of the data are looked for. */
  words: string
}>
