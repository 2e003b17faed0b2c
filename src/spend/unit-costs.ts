/** What a thousand requests, or a million tokens, cost; with what it was divided by. */
export type UnitCost = Readonly<{
  by: 'total' | 'team' | 'workload' | 'model'
  name?: string
  per: '1000-requests' | '1M-tokens'
  /** Nano-units per thousand requests or million tokens. */
  nano: bigint
  /** Requests or tokens counted. */
  denominator: number
  /** Share of the group's cost that has a denominator, 0 to 1. */
  coverage: number
  /** The same in the period before, where it is known. */
  beforeNano?: bigint
}>
