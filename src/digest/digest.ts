import type { Line, Summary } from '../spend/summarize.ts'

/** One week's report as a plain value; the numbers exist before any words do. */
export type Digest = Readonly<{
  week: string
  /** First and last day, UTC. */
  from: string
  to: string
  summaries: readonly Summary[]
  /** Per currency of `summaries`, the models that moved most money. */
  movers: readonly (readonly Line[])[]
  missingDays: readonly string[]
}>
