import type { Denial } from '../access/access.ts'
import type { Language } from '../language/language.ts'
import type { Posted as Figure } from '../spend/restated.ts'
import type { AlertMessage, AlertState } from './alerts.ts'
import type { Digest } from './digest.ts'
import type { Timing } from './next-run.ts'

/** When and how a channel gets its digest. */
export type Schedule = Timing &
  Readonly<{
    tenant: string
    channel: string
    language: Language
    /** ISO 4217 code that amounts are wanted in; as billed where none is set. */
    currency?: string
    /** The person who set it up, who is told when the channel cannot be written to any more. */
    owner?: string
    /** Epoch ms of the next run. */
    nextRun: number
    /** Changes with every edit; a planner advances only the revision it saw. */
    revision: number
  }>

/** What a message says. */
export type Content =
  | Readonly<{ kind: 'digest'; digest: Digest }>
  /** What a digest had no room for, in its thread; `part` counts its messages from 0. */
  | Readonly<{ kind: 'details'; digest: Digest; part?: number }>
  /** The chart of a digest as a picture, in its thread, where Slack did not take the chart itself. */
  | Readonly<{ kind: 'chart'; digest: Digest }>
  | Readonly<{ kind: 'alert'; alert: AlertMessage }>
  /** Told to the person who set up a schedule: the channel cannot be written to. */
  | Readonly<{ kind: 'stopped'; channel: string }>
  /** Told to the same person: a message was not posted, because spend is not allowed there. */
  | Readonly<{ kind: 'refused'; denial: Denial }>

/** A message to be posted once; tenant, channel and key name it. */
export type OutboxMessage = Readonly<{
  tenant: string
  /** The channel, or the person for a direct message. */
  channel: string
  /** Of a digest its period, of a follow-up the digest's key and its own name. */
  key: string
  kind: Content['kind']
  /** Period of a digest, e.g. 2026-W47, 2026-11-24 or 2026-10. */
  period?: string
  language: Language
  currency?: string
  /** Timestamp of the message in whose thread this one belongs. */
  thread?: string
  /** `failed` is given up: a newer period took its place, the schedule was removed, or nobody can write there. */
  state: 'due' | 'sending' | 'posted' | 'failed'
  attempt: number
  owner?: string
  leaseUntil?: number
  /** Frozen before the first send, so that a retry posts the same. */
  content?: Content
  /** Epoch ms; the message cannot have been posted before. */
  createdAt: number
  messageTs?: string
}>

/** A message that hangs in the thread of another, under a name of its own. */
export type FollowUp = Readonly<{ name: string; content: Content }>

/** Schedules of digests, and what was posted by them. */
export type DigestLog = Readonly<{
  schedules: (tenant?: string) => Promise<readonly Schedule[]>
  /** What the digests posted in a channel last showed of each period. */
  figures: (tenant: string, channel: string) => Promise<readonly Figure[]>
  /** Creates or replaces a channel's schedule; the revision grows. */
  setSchedule: (schedule: Omit<Schedule, 'revision'>) => Promise<Schedule>
  /** Removes the schedule with the channel's alerts and gives up its open messages; false when there was none. */
  removeSchedule: (tenant: string, channel: string) => Promise<boolean>
  /**
   * In one transaction, and only if the schedule is still the one seen: advances `nextRun`, inserts
   * the digest unless the period has one, and gives up open digests of other periods, so that of
   * several missed ones only the newest is posted.
   */
  plan: (schedule: Schedule, period: string, nextRun: number, now: number) => Promise<void>
  /** Sets the next run anew, unless the schedule has changed since it was looked at. */
  bringBack: (schedule: Schedule, nextRun: number) => Promise<void>
}>

/** Messages to be posted; a claim is a compare-and-set, and what follows it is fenced by owner and attempt. */
export type Outbox = Readonly<{
  /** Messages nobody holds, oldest first: due, or claimed with a lease that has run out. */
  open: (now: number) => Promise<readonly OutboxMessage[]>
  /** True when this owner now holds the message until `leaseUntil`. */
  claim: (message: OutboxMessage, owner: string, leaseUntil: number) => Promise<boolean>
  /** Keeps what is to be posted; false when another owner has taken the message since, as with the next two. */
  freeze: (message: OutboxMessage, owner: string, content: Content) => Promise<boolean>
  /**
   * Records the post and, in the same transaction, what a digest showed, and inserts what follows in its
   * thread.
   */
  settle: (
    message: OutboxMessage,
    owner: string,
    messageTs: string,
    followUps: readonly FollowUp[],
  ) => Promise<boolean>
  /**
   * Gives the message up and, in the same transaction, inserts a direct message to the person who set
   * the channel's schedule up: with the whole channel gone, when the schedule is removed, or with spend
   * not allowed there, when it stays.
   */
  giveUp: (message: OutboxMessage, owner: string, gone: Gone, now: number) => Promise<boolean>
  /**
   * Forgets, over all tenants, what at most so many messages from before a time said that nobody will post
   * any more; that there were these messages stays known. How many.
   */
  forgetBefore: (at: number, most: number) => Promise<number>
}>

/** What cannot be written to: the channel as a whole, only the thread, or a channel that spend is not allowed in. */
export type Gone = 'channel' | 'thread' | Readonly<{ denial: Denial }>

/** Where a message stands, and whether its chart is missing there and can follow as a picture. */
export type Posted = Readonly<{ ts: string; chartLeftOut?: boolean }>

/** Posts messages; `find` looks for one already posted under the same key (message metadata). */
export type Publisher = Readonly<{
  find: (message: OutboxMessage) => Promise<Posted | Readonly<{ gone: Gone }> | undefined>
  post: (message: OutboxMessage, content: Content) => Promise<Posted | Readonly<{ gone: Gone }>>
}>

/** A channel that gets alerts, with a digest or without. */
export type AlertPlace = Pick<Schedule, 'tenant' | 'channel' | 'language'>

/** What has been said about a channel's alerts. */
export type AlertLog = Readonly<{
  states: (
    tenant: string,
    channel: string,
  ) => Promise<Readonly<{ revision: number; states: readonly AlertState[] }>>
  /**
   * In one transaction, and only if nothing was recorded since `revision` was read: keeps the states
   * and inserts the message, if there is one. False when another replica was first.
   */
  record: (
    place: AlertPlace,
    revision: number,
    states: readonly AlertState[],
    message: AlertMessage | undefined,
    now: number,
  ) => Promise<boolean>
}>
