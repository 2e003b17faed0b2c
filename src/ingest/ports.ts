import type { Bilingual } from '../language/language.ts'
import { ToldError } from '../language/told-error.ts'
import type { Basis, Charge, ChargeCategory } from '../spend/charge.ts'

/** Source of the shipped, made-up charges; they must never stand beside real ones. */
export const SAMPLE_SOURCE = 'sample'
/** Source and workload of the product's own calls of language models. */
export const OWN_SOURCE = 'rightsize'

/**
 * What a reading speaks for: days from `from` to `to`, both included, of one provider or of all, and
 * of one billing period where periods are known. Stored charges of the same source inside a window
 * give way to it.
 */
export type Window = Readonly<{ from: string; to: string; provider?: string; period?: string }>

/** A day whose charges a source has handed over; settled when it is not expected to change. */
export type KnownDay = Readonly<{ day: string; settled: boolean }>

/** A row or line that was not taken: where it stands in the file or page, and why. */
export type Rejected = Readonly<{ line: number; reason: Bilingual; text?: string; file?: string }>

/** What a source said. */
export type Reading = Readonly<{
  /** One a day and group. */
  charges: readonly Charge[]
  windows: readonly Window[]
  /** Days known whole, those without any charge too. */
  days: readonly KnownDay[]
  /** Rows or items read and kept. */
  read: number
  kept: number
  rejected: readonly Rejected[]
  /** What was lost by rounding to nano-units, exact to 1e-18, in decimal text by currency. */
  remainders: Readonly<Record<string, string>>
  /** What was taken for granted or mended on the way, for the report. */
  remarks: readonly Bilingual[]
}>

/** A source that cannot be read now; the message is a sentence in the asker's language, free of secrets. */
export class SourceError extends ToldError {
  override name = 'SourceError'
}

/** What a reader is told while it reads; shares from 0 to 1, or undefined where there is no telling. */
export type Progress = (done: number | undefined, what: Bilingual) => void

/** A bill or meter that charges are read from. */
export type ChargeSource = Readonly<{
  /** Id that is kept with each charge, e.g. `openai`. */
  id: string
  name: string
  basis: Basis
  /** Days after which a day is not expected to change any more; 0 for files. */
  settleDays: number
  /**
   * Reads the days from `from` to `to` (UTC, both included), or all that a file holds.
   * @throws {SourceError} when it cannot be read whole; nothing may be kept of it then
   */
  read: (
    days: Readonly<{ from: string; to: string }>,
    options?: Readonly<{ progress?: Progress; signal?: AbortSignal }>,
  ) => Promise<Reading>
}>

/** Spend of a week by group; what no model or team is named for has none. */
export type WeekSum = Readonly<{
  week: string
  source: string
  basis: Basis
  provider: string
  model?: string
  team?: string
  category: ChargeCategory
  currency: string
  effectiveNano: bigint
}>

/** How a source stands. */
export type SourceState = Readonly<{
  source: string
  /** Last day of the unbroken run of settled days. */
  settledThrough?: string
  /** Epoch ms of the last attempt and of the last good one. */
  triedAt?: number
  readAt?: number
  /** Why the last attempt failed. */
  problem?: Bilingual
}>

/** A wish to read a source: the last attempt that was seen, and the lease in epoch ms. */
export type SourceClaim = Readonly<{
  source: string
  seenTriedAt?: number | undefined
  owner: string
  now: number
  leaseUntil: number
}>

/** Imported spend; every read and write is within one tenant. */
export type ChargeStore = Readonly<{
  /** Charges of the days from `from` to `to` (ISO dates, both included, UTC), oldest first. */
  charges: (tenant: string, from: string, to: string) => Promise<readonly Charge[]>
  /** Sums of the ISO weeks from `from` to `to`, both included, oldest first. */
  weeks: (tenant: string, from: string, to: string) => Promise<readonly WeekSum[]>
  /** Days known from each source between two days, both included. */
  knownDays: (
    tenant: string,
    from: string,
    to: string,
  ) => Promise<readonly (KnownDay & Readonly<{ source: string }>)[]>
  /**
   * Puts a reading in the place of the source's charges inside its windows; all or nothing. The same
   * reading twice changes nothing. The first reading of any other source than the sample and the
   * product's own calls takes the sample away.
   * @returns how many earlier charges of the same source gave way
   */
  replace: (
    tenant: string,
    source: string,
    reading: Pick<Reading, 'charges' | 'windows' | 'days'>,
    readAt: number,
  ) => Promise<number>
  /** Takes the shipped, made-up charges away. */
  forgetSample: (tenant: string) => Promise<void>
  /** First and last day with charges, or undefined when there are none. */
  coveredDays: (tenant: string) => Promise<{ from: string; to: string } | undefined>
  /** State of every source that was ever tried. */
  sources: (tenant: string) => Promise<readonly SourceState[]>
  /** Keeps the state and ends the lease. */
  setSource: (tenant: string, state: SourceState) => Promise<void>
  /**
   * Takes a source for one of several readers: false when its last attempt is not the one that was
   * seen, or when the lease of another reader runs.
   */
  claimSource: (tenant: string, claim: SourceClaim) => Promise<boolean>
  /** Keeps the report of an import, as JSON, for whoever asks later what was taken. */
  logImport: (
    tenant: string,
    entry: Readonly<{ id: string; source: string; importedAt: number; report: unknown }>,
  ) => Promise<void>
}>
