/**
 * What a line meters. `tokens` is a line that bills input and output together; `other` is anything
 * that is no token: searches, machine hours, seats, tax.
 */
export type Meter = 'input' | 'cache-read' | 'cache-write' | 'output' | 'tokens' | 'other'

/** FOCUS ChargeCategory, in lower case. */
export type ChargeCategory = 'usage' | 'purchase' | 'tax' | 'credit' | 'adjustment'

/** `billed` is the provider's own account; `metered` is what a gateway reckons from a price list. */
export type Basis = 'billed' | 'metered'

/** Counts of tokens; one that is absent is unknown or, on a line with a token meter, not of that line. */
export type Tokens = Readonly<{
  /** Input tokens that were neither read from nor written to a cache. */
  input?: number
  cacheRead?: number
  cacheWrite?: number
  output?: number
}>

/**
 * One line of spend in FOCUS terms, aggregated to a UTC day. Money is integer nano-units (1e-9) of
 * the currency, as a BigInt, so that bills add up. Absent means that the source does not say:
 * unknown, never zero.
 */
export type Charge = Readonly<{
  /** Id of the source that reported it, e.g. `focus`, `openai`, `sample`. */
  source: string
  basis: Basis
  /** UTC day, ISO date. FOCUS ChargePeriodStart. */
  day: string
  /** First day of the billing period where that is known. FOCUS BillingPeriodStart. */
  period?: string
  /** FOCUS ServiceProviderName, or ProviderName before 1.3. */
  provider: string
  /** Absent for lines that belong to no model. */
  model?: string
  meter: Meter
  category: ChargeCategory
  /** FOCUS ChargeClass Correction: a change to a day that was invoiced before. */
  correction?: true
  /** Paid for and left idle: FOCUS CommitmentDiscountStatus or CapacityReservationStatus Unused. */
  unused?: true
  /** Absent means unattributed; shown as such, never dropped. */
  team?: string
  /** FOCUS SubAccountId: project, workspace or account. */
  project?: string
  workload?: string
  /** FOCUS RegionId. */
  region?: string
  /** Service tier, e.g. `batch`; absent is the usual one. */
  tier?: string
  tokens: Tokens
  requests?: number
  failedRequests?: number
  /** FOCUS ConsumedQuantity and ConsumedUnit of meter `other`. */
  quantity?: number
  unit?: string
  /** FOCUS EffectiveCost, for trends; may be negative. */
  effectiveNano: bigint
  /** FOCUS BilledCost, for invoices. */
  billedNano: bigint
  /** FOCUS ListCost. */
  listNano?: bigint
  /** ISO 4217. */
  currency: string
}>
