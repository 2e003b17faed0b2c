import type { Control } from '../catalog/control.ts'
import type { Choice } from '../engine/decision/choice.ts'
import type { Estimate } from '../engine/estimate.ts'
import type { Bilingual } from '../language/language.ts'
import type { SizingRequest } from './request.ts'

/** The six figures every option carries; unknown ones say why. */
export type OptionFigures = Readonly<{
  usdPerMonth: Estimate
  qualityPoints: Estimate
  latencyMs: Estimate
  energyKwhPerMonth: Estimate
  co2eKgPerMonth: Estimate
  waterLPerMonth: Estimate
}>

/** Why an option is shown but not eligible. Words are in `language/`. */
export type Refusal =
  | { reason: 'over-budget' }
  | { reason: 'too-slow' }
  | { reason: 'price-unknown' }
  | { reason: 'quality-unknown' }
  | { reason: 'needs-measured-verifier' }
  | { reason: 'hosting-not-wanted' }
  | { reason: 'not-cheaper-nor-better' }
  | { reason: 'no-dimensions' }
  | { reason: 'data-leaves' }
  | { reason: 'trains-on-data' }
  | { reason: 'not-pinned-there' }
  | { reason: 'control-unknown' }

/**
 * Why an eligible option is not the verdict: a cheaper one is as good; its uplift is not likely enough
 * to pay; another that pays is more accurate; or no option earns its keep.
 */
export type PassedOver = 'dominated' | 'uplift-unlikely' | 'less-accurate' | 'loses-money'

export type Option = Readonly<{
  /** Stable: the model id, or what is made of models: `router:small+big`. */
  id: string
  choice: Choice
  label: Bilingual
  /** Catalogue id of the (main) model. */
  model?: string
  provider?: string
  figures: OptionFigures
  /** USD per request, all in at this volume. */
  usdPerRequest: Estimate
  /** Who bears the costs outside the bill. */
  bearers: readonly Bilingual[]
  /** Who holds the data and the weights, each fact with its source; what is absent is unknown. */
  control?: Control
  refused?: Refusal
  /** Probability that this option earns more than every cheaper one, 0 to 1; absent for refused options. */
  probability?: number
  /** Share of the draws in which it earns most of all, doing nothing included, 0 to 1. */
  best?: number
  /** True when no other eligible option is both as cheap and as good. */
  pareto?: boolean
  /** Why an eligible option was not chosen. */
  passedOver?: PassedOver
}>

/** The value of one request key at which the verdict changes. */
export type Flip = Readonly<{
  /** A key of the request: volume, value, error-cost, in, out, cache, latency, budget. */
  assumption: string
  current: number
  flipsAt: number
  toChoice: Choice
  unit: Estimate['unit']
}>

/** A pilot that can tell, its cost, what it is expected to be worth over the horizon, and what knowing all would be. */
export type Pilot = Readonly<{
  /** Ids of the two options that answer every item. */
  between: readonly [string, string]
  /** Ids of those that have to be made first. */
  made: readonly string[]
  items: Estimate
  usd: Estimate
  worth: Estimate
  worthAtMost: Estimate
  /** Months that the decision is taken to hold for. */
  horizon: Estimate
}>

/** Counts over the figures of one answer, for the coverage line. */
export type Coverage = Readonly<{
  cited: number
  computed: number
  yours: number
  assumed: number
  unknown: readonly string[]
}>

export type Verdict = Readonly<{
  choice: Choice
  /** Option the verdict points at; absent for no-ai and cannot-tell. */
  option?: string
  /** Probability behind the choice, 0 to 1. */
  confidence: number
  /** What the probability is of: that the first option earns more than the second; absent when there is nothing to compare. */
  between?: readonly [string, string]
}>

/** Everything `size-model` says about a workload, free of language. */
export type Recommendation = Readonly<{
  request: SizingRequest
  verdict: Verdict
  /** The cheapest and the reference (biggest) option that the verdict compares. */
  reference: string
  options: readonly Option[]
  flips: readonly Flip[]
  pilot?: Pilot
  /** Every figure, options' included. */
  estimates: readonly Estimate[]
  coverage: Coverage
  /** Same inputs, same catalogue, same figures. */
  replay: string
}>
