import type { Language } from '../language/language.ts'
import type { Digest } from './digest.ts'

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
  /** `failed` is given up: a newer week took its place, or the channel's schedule was removed. */
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
  /** Removes the schedule and gives up the channel's open jobs. */
  removeSchedule: (tenant: string, channel: string) => Promise<void>
  /**
   * In one transaction, and only if the schedule is still the one seen: advances `nextRun`, inserts
   * the job unless the week has one, and gives up open jobs of earlier weeks, so that of several
   * missed weeks only the newest is posted.
   */
  plan: (schedule: Schedule, week: string, nextRun: number) => Promise<void>
  /** Jobs nobody holds: due, or claimed with a lease that has run out. */
  open: (now: number) => Promise<readonly DigestJob[]>
  /** Compare-and-set: true when this owner now holds the job until `leaseUntil`. */
  claim: (job: DigestJob, owner: string, leaseUntil: number) => Promise<boolean>
  /** Keeps the figures to be posted, if the owner still holds the job. */
  freeze: (job: DigestJob, owner: string, payload: Digest) => Promise<void>
  /** Fenced by owner and attempt: false when another owner has taken the job since. */
  settle: (job: DigestJob, owner: string, messageTs: string) => Promise<boolean>
}>

/** Posts a digest; `find` looks for one already posted under the same key (message metadata). */
export type DigestPublisher = Readonly<{
  find: (job: DigestJob) => Promise<string | undefined>
  post: (job: DigestJob, digest: Digest) => Promise<string>
}>
