/** What batch prices saved, and what more work could save if it can wait. */
export type BatchSaving = Readonly<{
  savedNano: bigint
  /** Share of the token cost that went through a batch tier, 0 to 1. */
  share: number
  /** All work at the usual price of models that have a batch price, if it could wait a day: an upper end. */
  possibleNano: bigint
  /** Cost of batch lines whose usual price is not known; nothing is claimed for them. */
  unknownNano: bigint
}>
