/** Capacity or commitments that were paid for and not used. */
export type IdleCapacity = Readonly<{ nano: bigint; lines: readonly IdleLine[] }>

export type IdleLine = Readonly<{ provider: string; model?: string; nano: bigint }>
