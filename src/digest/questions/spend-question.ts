import type { Dimension } from '../../spend/breakdown.ts'

/** What is wanted of the company's own spend. */
export type SpendKind =
  | 'why'
  | 'total'
  | 'breakdown'
  | 'unit-cost'
  | 'usage'
  | 'anomaly'
  | 'forecast'
  | 'budget'
  | 'saving'
  | 'what-if'
  | 'emissions'
  | 'follow-up'
  | 'coverage'

/** Which of a group is wanted where it is not the largest. */
export type Rank = 'least' | 'grew' | 'fell'

/** What of the period that was named cannot be answered; another one is. */
export type CannotPeriod =
  /** Neither a day, a week nor a month. */
  | 'span'
  /** Beyond the end of this month. */
  | 'ahead'
  /** Held against a period that is not the one before. */
  | 'other-comparison'

/** A question about the company's own spend, read by rule. */
export type SpendQuestion = Readonly<{
  kind: SpendKind
  /** Key of a day, ISO week or month, e.g. 2026-W47. */
  period: string
  cannot?: CannotPeriod
  by?: Dimension
  /** What seems to be the name of a team, workload or model; the data tells whether it is. */
  name?: string
  /** Model to move to, as it was named; absent for "a small model". */
  to?: string
  rank?: Rank
  /** The words themselves, in which names of the data are looked for. */
  words: string
}>
