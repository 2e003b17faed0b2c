import type { Place } from '../answering/ports.ts'
import type { Change } from './changes.ts'
import type { DecisionRecord } from './decision-record.ts'

/** Whose list of decisions: those a person owns or recorded, and those of the channel they ask in. */
export type Reader = Readonly<{ tenant: string; person: string; channel?: string }>

/** Something to be said about a decision, once: tenant, decision and fingerprint are its key. */
export type Notice = Readonly<{
  tenant: string
  decision: string
  fingerprint: string
  change: Change
  state: 'due' | 'sending' | 'posted' | 'failed'
  attempt: number
  createdAt: number
}>

/** Recorded decisions and what was said about them; every read but `open`, `all` and `unsaid` is within one tenant. */
export type DecisionStore = Readonly<{
  /** Inserts, or replaces the record with the same tenant and id. */
  save: (record: DecisionRecord) => Promise<void>
  record: (tenant: string, id: string) => Promise<DecisionRecord | undefined>
  /** What a reader may see, newest first. */
  list: (reader: Reader, limit: number) => Promise<readonly DecisionRecord[]>
  /** Every tenant's, newest first. */
  all: () => Promise<readonly DecisionRecord[]>
  /** Open ones of every tenant that can be reached, oldest first. */
  open: () => Promise<readonly DecisionRecord[]>
  /** Open ones of a thread, oldest first. */
  ofThread: (place: Place) => Promise<readonly DecisionRecord[]>
  markUnreachable: (tenant: string, id: string) => Promise<void>
  /** Inserts the notice as due, unless its key is there already. */
  plan: (
    notice: Pick<Notice, 'tenant' | 'decision' | 'fingerprint' | 'change' | 'createdAt'>,
  ) => Promise<void>
  /** Notices nobody holds: due, or claimed with a lease that has run out. */
  unsaid: (now: number) => Promise<readonly Notice[]>
  /** Compare-and-set: true when this sender now holds the notice until `leaseUntil`. */
  claim: (notice: Notice, sender: string, leaseUntil: number) => Promise<boolean>
  /** Fenced by sender and attempt; without a timestamp the notice is given up. */
  settle: (notice: Notice, sender: string, messageTs: string | undefined) => Promise<void>
}>

/** Where a notice goes: into the decision's thread, or to its owner alone. */
export type Audience = 'thread' | 'owner'

/** Posts notices. `find` looks for one that was posted under the same key; `gone` is a place that cannot be written to. */
export type NoticePublisher = Readonly<{
  find: (
    notice: Notice,
    record: DecisionRecord,
    to: Audience,
  ) => Promise<string | 'gone' | undefined>
  post: (notice: Notice, record: DecisionRecord, to: Audience) => Promise<string | 'gone'>
}>
