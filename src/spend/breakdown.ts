/** What spend is grouped by. */
export const DIMENSIONS = ['provider', 'model', 'team', 'project', 'workload'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/**
 * Money of a group in nano-units. `beforeNano` and `changeNano` are of the days that both periods have
 * in common; absent where there are none.
 */
export type Amount = Readonly<{ nano: bigint; beforeNano?: bigint; changeNano?: bigint }>

export type Line = Amount & Readonly<{ name: string }>

/** Groups, largest first; all parts together are the total. */
export type Breakdown = Readonly<{
  lines: readonly Line[]
  /** Groups that are not listed, added up. */
  rest?: Amount & Readonly<{ groups: number }>
  /** What names no team, model and so on: its own bar, never dropped. */
  unnamed?: Amount
}>
