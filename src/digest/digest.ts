import type { Range } from '../engine/range.ts'
import type { Anomalies, Anomaly } from '../spend/anomalies.ts'
import type { BatchSaving } from '../spend/batch-saving.ts'
import type { Breakdown, Dimension, Line } from '../spend/breakdown.ts'
import type { BudgetStanding } from '../spend/budget-risk.ts'
import type { CacheSaving } from '../spend/cache-saving.ts'
import type { Drivers } from '../spend/drivers.ts'
import type { SpendFootprint } from '../spend/energy.ts'
import type { Forecast } from '../spend/forecast.ts'
import type { IdleCapacity } from '../spend/idle-capacity.ts'
import type { Conversion } from '../spend/in-currency.ts'
import type { OversizedUse } from '../spend/oversized-use.ts'
import type { Restatement } from '../spend/restated.ts'
import type { UnitCost } from '../spend/unit-costs.ts'
import type { FollowUp } from './follow-up.ts'
import type { Cadence, Days } from './period.ts'

/** A day, ISO week or month and its UTC days, both ends included. */
export type Period = Days & Readonly<{ cadence: Cadence; key: string }>

/** Money of the days that both periods have settled, in nano-units. */
export type Comparison = Readonly<{
  nano: bigint
  beforeNano: bigint
  changeNano: bigint
  /** Of the period before; absent where that is too small for a percentage. */
  share?: number
}>

/** What is no usage: never part of a trend. `billedNano` is the invoice's. */
export type OtherLine = Readonly<{
  kind: 'purchase' | 'tax' | 'credit' | 'refund' | 'adjustment' | 'correction'
  effectiveNano: bigint
  billedNano: bigint
}>

/** Usage that came without a price: what it cost is unknown. */
export type Unpriced = Readonly<{
  provider: string
  model?: string
  tokens: number
  /** At list prices, in nano-units; absent where there is none. */
  listNano?: bigint
}>

/** The largest movers by what they cost more or less, either way. */
export type Movers = Readonly<Record<'model' | 'team' | 'workload', readonly Line[]>>

/** Daily cost by team for a chart: one value a day, none where the day is unknown. */
export type DailySeries = Readonly<{
  days: readonly string[]
  series: readonly Readonly<{
    /** `rest` adds up the teams that are not listed; `unattributed` names no team. */
    kind: 'team' | 'rest' | 'unattributed'
    name?: string
    nano: readonly (bigint | null)[]
  }>[]
}>

/** Why there is no range to the end of the month. */
export type NoForecast = Readonly<{ tooFewDays: number }>

/** Everything about one currency; currencies are never added together. */
export type CurrencyDigest = Readonly<{
  currency: string
  /** Effective cost of usage on the settled days of the period. */
  totalNano: bigint
  /** Billed cost of everything, tax, credits and purchases too: what the invoice says. */
  billedNano: bigint
  /** Absent when no day is settled in both periods. */
  comparison?: Comparison
  by: Readonly<Record<Dimension, Breakdown>>
  other: readonly OtherLine[]
  unpriced: readonly Unpriced[]
  movers: Movers
  /** Absent without comparison. */
  drivers?: Readonly<{
    all: Drivers
    teams: readonly Readonly<{ team?: string; drivers: Drivers }>[]
  }>
  anomalies: Anomalies
  forecast: Forecast | NoForecast
  budgets: readonly BudgetStanding[]
  unitCosts: readonly UnitCost[]
  /** Absent where no line says anything about it. */
  cache?: CacheSaving
  batch?: BatchSaving
  idle?: IdleCapacity
  oversized: readonly OversizedUse[]
  daily: DailySeries
}>

/** What the gateway metered where the provider's own bill counts. */
export type GatewayGap = Readonly<{
  provider: string
  currency: string
  days: number
  meteredNano: bigint
  billedNano: bigint
}>

/** What a source has handed over in the period. */
export type SourceCoverage = Readonly<{
  source: string
  /** Last settled day up to which it has no gap; none when no day is settled. */
  through?: string
  missingDays: readonly string[]
  unsettledDays: readonly string[]
}>

/** Which days the figures are of. */
export type DigestCoverage = Readonly<{
  /** Settled in the period from at least one source. */
  settledDays: readonly string[]
  /** No source has handed them over: unknown, not zero. */
  missingDays: readonly string[]
  /** Handed over but still moving; not in any figure. */
  unsettledDays: readonly string[]
  /** Days of the period that are held against the period before. */
  comparedDays: readonly string[]
  sources: readonly SourceCoverage[]
  /** Shares of the usage cost that name a team, and whose requests are known, 0 to 1; absent without cost or with several currencies. */
  teamShare?: number
  requestShare?: number
}>

/** A listed price that will change for a model in use. */
export type PriceAhead = Readonly<{
  provider: string
  model: string
  /** ISO date. */
  from: string
  currency: string
  /** What last period's tokens would cost more (less) in a month of 30 days. */
  monthNano: bigint
  /** As a share of the model's cost. */
  share: number
}>

/** What a reader has to know to read the figures rightly. */
export type Note =
  /** Nothing is known of the period; `lastDay` is the last settled day of the weeks before it, if any. */
  | Readonly<{ kind: 'no-data'; lastDay?: string }>
  | Readonly<{ kind: 'missing-days'; days: readonly string[] }>
  | Readonly<{ kind: 'unsettled-days'; days: readonly string[] }>
  /** Nothing is known of the period before. */
  | Readonly<{ kind: 'before-unknown' }>
  /** Only some days of the period can be held against the one before, `compared` of `settled`. */
  | Readonly<{ kind: 'compared-in-part'; compared: number; settled: number }>
  | Readonly<{ kind: 'several-currencies' }>
  /** The channel wants its amounts in a currency in which nothing was billed. */
  | Readonly<{ kind: 'not-billed-in'; currency: string }>
  | Readonly<{ kind: 'sample' }>

/** An anomaly that a channel does not want to hear of until a moment (epoch ms), told on its zone's clock. */
export type Snoozed = Readonly<{ anomaly: Anomaly; currency: string; until: number; zone: string }>

/**
 * The product's own calls of language models whose tokens are known, at list price. They stand in the
 * totals except on days for which the provider's own bill speaks.
 */
export type OwnUse = Readonly<{
  currency: string
  nano: bigint
  calls: number
  tokens: number
  /** An order of magnitude; absent where the models' sizes are not known. */
  kWh?: Range
}>

/** One period's report as a plain value; the numbers exist before any words do. */
export type Digest = Readonly<{
  period: Period
  before: Days
  /** Up to this day every source is settled without a gap; none when no day is. */
  dataThrough?: string
  coverage: DigestCoverage
  /** Largest first; empty when nothing is known of the period. */
  currencies: readonly CurrencyDigest[]
  /** What totals are shown in besides; absent where the workspace has set no currency. */
  conversion?: Conversion
  energy: SpendFootprint
  /** Absent when no language model was called. */
  ownUse?: OwnUse
  restated: readonly Restatement[]
  gatewayGaps: readonly GatewayGap[]
  pricesAhead: readonly PriceAhead[]
  followUp: FollowUp
  /** Anomalies of the period that are in no line because the channel snoozed them; absent without any. */
  snoozed?: readonly Snoozed[]
  notes: readonly Note[]
}>
