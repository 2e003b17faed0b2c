/**
 * One billed line in FOCUS terms, aggregated to a UTC day. Money is integer nano-units (1e-9) of the
 * currency, as a BigInt, so that bills add up.
 */
export type Charge = Readonly<{
  /** UTC day, ISO date. FOCUS ChargePeriodStart. */
  day: string
  /** FOCUS ServiceProviderName. */
  provider: string
  model: string
  /** Absent means the export names no team: shown as unattributed, never dropped. */
  team?: string
  /** Tokens are absent where the export says nothing of them: unknown, not zero. */
  inputTokens?: number
  outputTokens?: number
  /** Part of `inputTokens` that was read from cache. */
  cachedTokens?: number
  /** FOCUS EffectiveCost in nano-units; may be negative for credits. */
  costNano: bigint
  /** ISO 4217. */
  currency: string
}>
