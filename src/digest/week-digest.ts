import type { Line, Summary } from '../spend/summarize.ts'

/** What a reader has to know to read the figures rightly. */
export type WeekNote =
  | Readonly<{ kind: 'no-data' }>
  | Readonly<{ kind: 'missing-days'; days: readonly string[] }>
  | Readonly<{ kind: 'week-before-unknown' }>
  /** The two weeks have data for different weekdays, so many in this one and so many before. */
  | Readonly<{ kind: 'days-differ'; covered: number; coveredBefore: number }>
  | Readonly<{ kind: 'several-currencies' }>

/** One week's report as a plain value; the numbers exist before any words do. */
export type WeekDigest = Readonly<{
  /** ISO week. */
  week: string
  /** First and last day, UTC. */
  from: string
  to: string
  /** Days that have charges. */
  coveredDays: readonly string[]
  /** Days without any: unknown, not zero. */
  missingDays: readonly string[]
  /** One a currency; empty when nothing is known of the week. */
  summaries: readonly Summary[]
  /** Per currency of `summaries`, the models that moved most money; empty when weeks are not comparable. */
  movers: readonly (readonly Line[])[]
  notes: readonly WeekNote[]
}>
