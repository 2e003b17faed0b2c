import type { Charge } from './charge.ts'
import { descending, groupBy, totalNano } from './sums.ts'

/** Capacity or commitments that were paid for and not used. */
export type IdleCapacity = Readonly<{ nano: bigint; lines: readonly IdleLine[] }>

export type IdleLine = Readonly<{ provider: string; model?: string; nano: bigint }>

/**
 * Cost of what was reserved or committed and left unused; undefined when no line is marked so, which is
 * not the same as none. Source: FOCUS 1.2, CommitmentDiscountStatus and CapacityReservationStatus.
 * Example: two unused hours of 40 at one provider: 80.
 */
export function idleCapacityOf(usage: readonly Charge[]): IdleCapacity | undefined {
  const unused = usage.filter((c) => c.unused)
  if (unused.length === 0) return undefined
  const lines = [...groupBy(unused, (c) => `${c.provider}\n${c.model ?? ''}`).values()]
    .map((group): IdleLine => {
      const { provider = '', model } = group[0] ?? {}
      return { provider, ...(model === undefined ? {} : { model }), nano: totalNano(group) }
    })
    .sort((a, b) => descending(a.nano, b.nano))
  return { nano: totalNano(unused), lines }
}
