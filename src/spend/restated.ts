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
