import type { TokenPrice } from '../engine/cost/token-price.ts'
import type { Range } from '../engine/range.ts'
import type { AcceleratorSpec, ModelDimensions } from '../engine/serving/dimensions.ts'
import type { Unknown } from '../engine/unknown.ts'
import type { Bilingual } from '../language/language.ts'
import type { ModelControl, ProviderControl } from './facts.ts'

/** Where a catalogue figure was read and when it was last checked (ISO date). */
export type Source = Readonly<{ url: string; checked: string; note?: string }>

/** A vendor's ladder, largest first. Comparisons across vendors carry a wider error. */
export const TIERS = ['frontier', 'mid', 'small', 'nano'] as const
export type Tier = (typeof TIERS)[number]

/** A published score; scores of different harnesses are never compared. `value` in percent. */
export type Score = Readonly<{
  benchmark: string
  harness: string
  value: number
  standardError?: number
  source: string
}>

/** Parameters in billions, as ranges where the size is an outside estimate. */
export type PublishedSize = Readonly<{
  activeB: Range
  totalB: Range
  basis: 'disclosed' | 'outside-estimate'
  source: string
}>

/** A model people can call or run; id = file name. Open models have `dimensions`. */
export type Model = Readonly<{
  id: string
  label: string
  /** Exact words people use for it, lower case. A match never goes beyond them. */
  aliases: readonly string[]
  vendor: string
  /** Provider whose price list is meant when none is named; absent for models nobody here sells. */
  provider?: string
  family: string
  tier: Tier
  released?: string
  contextTokens?: number
  scores: readonly Score[]
  size?: PublishedSize
  /** Model whose published size estimate stands in for an undisclosed one (shown as assumed). */
  sizeProxy?: string
  /** Unloaded speed through the API. */
  speed?: Readonly<{ tokensPerSecond: number; timeToFirstTokenS: number; source: string }>
  dimensions?: ModelDimensions
  /** Weights can be downloaded. */
  open: boolean
  licence?: string
  fineTunable: boolean | null
  /** Facts of this model that differ from its provider's; read them through `controlOf`. */
  control: ModelControl
  source: Source
}>

/** A dated price; `from` included, `to` excluded, both ISO date-times in UTC. */
export type PriceRow = Readonly<{
  provider: string
  model: string
  from: string
  to?: string
  price: TokenPrice
  /** Hours in which every rate is multiplied; `price` is what the other hours cost. */
  peak?: PeakHours
  /** A company's own row that stands in for the shipped one while it is in force. */
  replaces?: boolean
  /** What a contract took off; `price` has it applied. */
  discount?: Discount
  /** What every rate was multiplied by because an asker supposed so; `price` has it applied. */
  factor?: number
  source: Source
}>

/** Daily hours in UTC on some days of the week (0 = Sunday), but not on the dates excepted. */
export type PeakHours = Readonly<{
  multiplier: number
  weekdays: readonly number[]
  /** `HH:MM`; `to` excluded. */
  hours: readonly Readonly<{ from: string; to: string }>[]
  /** ISO dates that are no working days. */
  except: readonly string[]
}>

/** A negotiated discount on all models of a provider, or on one; dates as in a price row. */
export type Discount = Readonly<{
  provider: string
  model?: string
  from: string
  to?: string
  percentOff: number
  source: 'contract'
}>

export type Accelerator = Readonly<{
  id: string
  label: string
  aliases: readonly string[]
  spec: AcceleratorSpec
  /** USD per accelerator-hour as a dated range; `committed` where only contracts over years were found. */
  rent?: Readonly<{
    usdPerHour: Range
    asOf: string
    terms: 'on-demand' | 'committed'
    source: string
  }>
  source: Source
}>

/** Carbon per kWh of electricity in a place, with the year it was measured in. */
export type GridIntensity = Readonly<{
  gPerKwh: number
  year: number
  /** Name of the place in the source's table, where it is not the region's id. */
  zone?: string
  source: string
  licence: string
}>

/** A place where models run. The three kinds of intensity answer different questions and never stand in for each other. */
export type Region = Readonly<{
  id: string
  label: Bilingual
  aliases: readonly string[]
  /** Average grid, location-based: what happened. */
  averageIntensity?: GridIntensity
  /** After the operator's purchases of clean electricity, market-based: what was bought. */
  marketIntensity?: GridIntensity
  /** What one more kWh causes. */
  marginalIntensity?: GridIntensity
  /** Off-site water of electricity, litres per kWh. */
  waterLPerKwh?: Readonly<{ value: number; source: string }>
  /** Who bears the local costs, in words, with the study or report that says so where one was found. */
  bearers: readonly (Bilingual & Readonly<{ source?: string }>)[]
}>

/** Data-centre overheads by provider. WUE on site in litres per kWh. */
export type ProviderFacts = Readonly<{
  id: string
  label: string
  pue: Range
  wueOnSite?: Range
  homeRegion: string
  /** Who holds the data; read it through `controlOf`, which knows what differs for a model. */
  control: ProviderControl
  source: string
}>

export type Task = Readonly<{
  id: string
  label: Bilingual
  /** What one request is called: "ticket", "건". */
  unit: Bilingual
  /** Words that name the task in a question, lower case; English by stem, Korean by substring. */
  words: Readonly<{ en: readonly string[]; ko: readonly string[] }>
  inputTokens: Range
  outputTokens: Range
  /** Assumed USD per right answer and per wrong answer. */
  value: Range
  errorCost: Range
  /** Two or three questions that help a person put a value on a right answer and a cost on a wrong one. */
  valueQuestions: readonly Bilingual[]
  quality: Readonly<{
    benchmark: string
    harness: string
    /** Percent right by tier, measured on one vendor's ladder with one harness. */
    byTier: Readonly<Record<Tier, number>>
    /** Standard deviation, in points, of a gap of one tier step when carried over to the asker's task. */
    gapSdPerStep: number
    source: string
    note: Bilingual
    evidence: string
  }>
  /** What more thinking buys, measured on one harness. */
  reasoning?: Readonly<{
    outputMultiplier: number
    gainPoints: number
    gainSd: number
    source: string
    evidence: string
  }>
  /** A small model fine-tuned on own labels, against the frontier tier without fine-tuning. */
  fineTune?: Readonly<{
    frontierPercent: number
    gainOverFrontierPoints: number
    gainSd: number
    labels: Range
    usdPerLabel: Range
    source: string
    evidence: string
  }>
  /** Share of calls a router sends to the large model to recover this share of the gap. */
  router?: Readonly<{ gapRecovered: number; strongShare: Range; source: string; evidence: string }>
}>

/** The reviewed data, checked and frozen. Look-ups are by exact id or alias, never fuzzy. */
export type Catalog = Readonly<{
  /** Hash of the content; part of every replay id. */
  version: string
  models: readonly Model[]
  accelerators: readonly Accelerator[]
  regions: readonly Region[]
  providers: readonly ProviderFacts[]
  tasks: readonly Task[]
  prices: readonly PriceRow[]
  discounts: readonly Discount[]
  /** Exact id or alias, ignoring case, spaces, dots and hyphens; undefined when there is none. */
  model: (words: string) => Model | undefined
  accelerator: (words: string) => Accelerator | undefined
  region: (words: string) => Region | undefined
  task: (words: string) => Task | undefined
  provider: (id: string) => ProviderFacts | undefined
  /** The price in force at an ISO date-time, contract discounts taken off, or why there is none. */
  priceAt: (provider: string, model: string, at: string) => PriceRow | Unknown
}>
