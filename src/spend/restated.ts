import { absolute } from './sums.ts'

/** A period that was posted with one figure and has another now. */
export type Restatement = Readonly<{
  /** Key of the period, e.g. 2026-W45. */
  period: string
  currency: string
  postedNano: bigint
  nowNano: bigint
  /** Change as a share of what was posted; absent when nothing was posted. */
  share?: number
}>

/** A figure that a digest showed. */
export type Posted = Readonly<{ period: string; currency: string; nano: bigint }>

/** A change of more than one part in this many is told. */
const TOLD_FROM = 50n

/**
 * Posted figures that are by more than 2 % not what they would be now.
 * @param nowOf the figure made the same way today; undefined where it cannot be made any more
 * Source: storage-spend.md, pitfalls. Example: posted 100, now 102: nothing; now 103: restated by 3 %.
 */
export function restatedOf(
  posted: readonly Posted[],
  nowOf: (period: string, currency: string) => bigint | undefined,
): readonly Restatement[] {
  return posted.flatMap(({ period, currency, nano }): Restatement[] => {
    const now = nowOf(period, currency)
    if (now === undefined || absolute(now - nano) * TOLD_FROM <= absolute(nano)) return []
    return [
      {
        period,
        currency,
        postedNano: nano,
        nowNano: now,
        ...(nano === 0n ? {} : { share: Number(((now - nano) * 1_000_000n) / nano) / 1e6 }),
      },
    ]
  })
}
