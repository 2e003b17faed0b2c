/** An event as it arrived, to be worked on once. */
export type Arrived = Readonly<{
  tenant: string
  /** The sender's own id of the event: the same however often it is delivered. */
  id: string
  /** Events of one thread are worked on one after another; empty where no order is needed. */
  thread: string
  /** Puts the events of a thread in order: the timestamp of the message. */
  order: string
  body: unknown
}>

/** An event that is kept, since a moment in epoch milliseconds. */
export type Received = Arrived & Readonly<{ at: number }>

/** An event that a process works on; `attempt` counts from 1. */
export type Taken = Received & Readonly<{ attempt: number }>

/**
 * Events that were acknowledged, and what became of them. All tenants of an installation share it:
 * a process works for whoever waits.
 */
export type InboxStore = Readonly<{
  /** Keeps an event, or only that it came where it is turned away; false where it had come before. */
  keep: (event: Received, turnedAway: boolean) => Promise<boolean>
  /**
   * Takes up to `most` events that wait, or whose holder let its lease run out, oldest first. Of a
   * thread that is the earliest open one alone, and none while another of the thread is held.
   */
  claim: (
    owner: string,
    lease: Readonly<{ now: number; until: number }>,
    most: number,
  ) => Promise<readonly Taken[]>
  /** Prolongs the leases of what an owner holds. */
  renew: (events: readonly Taken[], owner: string, until: number) => Promise<void>
  /** Whether this attempt is still the owner's. */
  holds: (event: Taken, owner: string) => Promise<boolean>
  /** An event is dealt with; its body is forgotten. */
  done: (event: Taken, owner: string) => Promise<void>
  /** Gives back whatever an owner holds, for others to take at once. */
  release: (owner: string) => Promise<void>
  /** Whether an event of a thread is open. */
  isOpen: (tenant: string, thread: string) => Promise<boolean>
  /** How many events are open. */
  depth: () => Promise<number>
  /** Forgets that events came before a moment; open ones stay. */
  forgetBefore: (at: number) => Promise<void>
}>
