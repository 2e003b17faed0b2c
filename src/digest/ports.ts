import type { Language } from '../language/language.ts'
import type { Charge } from '../spend/charge.ts'
import type { Digest } from './digest.ts'

export type ChargeStore = Readonly<{
  /** Charges of the days from `from` to `to` (ISO dates, both included, UTC), oldest first. */
  charges: (tenant: string, from: string, to: string) => Promise<readonly Charge[]>
  /** Replaces the days, provider by provider, that the import covers; all or nothing. The same file twice changes nothing. */
  replaceDays: (tenant: string, source: string, charges: readonly Charge[]) => Promise<void>
  /** First and last day with charges, or undefined when there are none. */
  coveredDays: (tenant: string) => Promise<{ from: string; to: string } | undefined>
}>

/** When a channel gets its digest: weekday 1 (Monday) to 7, hour 5 to 23 local, IANA zone. */
export type Schedule = Readonly<{
  tenant: string
  channel: string
  weekday: number
  hour: number
  zone: string
  language: Language
  /** Epoch ms of the next run. */
  nextRun: number
  /** Changes with every edit; a planner advances only the revision it saw. */
  revision: number
}>

export type DigestJob = Readonly<{
  tenant: string
  channel: string
  /** ISO week the digest reports on, e.g. 2026-W47. */
  week: string
  language: Language
  state: 'due' | 'sending' | 'posted' | 'failed'
  attempt: number
  owner?: string
  leaseUntil?: number
  /** Frozen before the first send, so that a retry posts the same numbers. */
  payload?: Digest
  messageTs?: string
}>

export type DigestLog = Readonly<{
  schedules: (tenant?: string) => Promise<readonly Schedule[]>
  /** Creates or replaces a channel's schedule; the revision grows. */
  setSchedule: (schedule: Omit<Schedule, 'revision'>) => Promise<Schedule>
  removeSchedule: (tenant: string, channel: string) => Promise<void>
  /** In one transaction: inserts the job unless it exists, and advances `nextRun` if the revision is still the one seen. */
  plan: (schedule: Schedule, week: string, nextRun: number) => Promise<void>
  open: (now: number) => Promise<readonly DigestJob[]>
  /** Compare-and-set: true when this owner now holds the job until `leaseUntil`. */
  claim: (job: DigestJob, owner: string, leaseUntil: number) => Promise<boolean>
  freeze: (job: DigestJob, owner: string, payload: Digest) => Promise<void>
  /** Fenced by owner and attempt. */
  settle: (job: DigestJob, owner: string, messageTs: string) => Promise<boolean>
  release: (job: DigestJob, owner: string) => Promise<void>
}>

/** Posts a digest; `find` looks for one already posted under the same key (message metadata). */
export type DigestPublisher = Readonly<{
  find: (job: DigestJob) => Promise<string | undefined>
  post: (job: DigestJob, digest: Digest) => Promise<string>
}>
