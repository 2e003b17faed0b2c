import type { Model } from '../catalog/types.ts'
import type { Choice } from '../engine/decision/choice.ts'
import type { Range } from '../engine/range.ts'
import type { Unknown } from '../engine/unknown.ts'
import type { Bilingual } from '../language/language.ts'
import type { QualityMix } from './quality-model.ts'
import type { Refusal } from './recommendation.ts'

/** Where the money of an option goes, as the working shows it. */
export type CostWorking = Readonly<{
  formula: string
  inputs: Readonly<Record<string, number | string>>
  sources: readonly string[]
  asOf?: string
  /** True when an assumption (rent, staff, labels) is part of it. */
  assumed: boolean
}>

/** Calls that a footprint is computed from: which model, for what share of requests, with how many answer tokens. */
export type Calls = readonly Readonly<{ model: Model; share: number; outputTokens: number }>[]

/** An option before its figures are drawn up: just what the decision needs, and how to explain it. */
export type Draft = Readonly<{
  id: string
  choice: Choice
  label: Bilingual
  model: Model
  provider?: string
  quality: QualityMix
  /** Ids of the smaller and the larger option between which a router or a cascade chooses. */
  between?: readonly [small: string, large: string]
  usdPerRequest: Range | Unknown
  /** Worked out when it is shown: a search of flip points drafts many options that nobody sees. */
  working: () => CostWorking
  latencyMs: Range | Unknown
  latencySource?: string
  calls: Calls
  /** Weights run on our own accelerators. */
  selfHosted: boolean
  upFront: boolean
  /** USD spent once before it can run (data, labels, training); absent where nothing has to be made. */
  oneOffUsd?: Range
  refused?: Refusal
}>
