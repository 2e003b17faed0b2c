import type { Arrived, InboxStore, Taken } from './ports.ts'

/** What is done with events. */
export type Work = Readonly<{
  /** Works on one event; failures are its own to report. `holds` tells whether the event is still this process's. */
  answer: (event: Taken, holds: () => Promise<boolean>) => Promise<void>
  /** Tells the asker of a question for which there is no room. */
  turnAway: (event: Arrived) => Promise<void>
}>

/** Events are kept before they are acknowledged, and worked on by whichever process has room. */
export type Inbox = Readonly<{
  /** Resolves when the event is kept, so that it may be acknowledged. Rejects where it could not be. */
  accept: (event: Arrived) => Promise<void>
  /** Whether an event of the same thread came and is not done. */
  isOpen: (event: Arrived) => Promise<boolean>
  /** Resolves when all that this process has begun is done. */
  settled: () => Promise<void>
  /** Takes up what waits, prolongs what is held, forgets what is old. */
  tick: () => Promise<void>
  /** Takes up nothing more, waits for what is under way at most so many milliseconds, and gives back the rest. */
  stop: (most: number) => Promise<void>
}>

type Means = Readonly<{
  store: InboxStore
  /** Epoch milliseconds. */
  now: () => number
  owner: string
  /** Resolves after so many milliseconds. */
  wait: (milliseconds: number) => Promise<unknown>
  limits?: Partial<typeof LIMITS>
}>

const LIMITS = {
  /** Events that one process works on at a time: fewer than it has connections to PostgreSQL, so that what arrives is kept at once. */
  atOnce: 6,
  /** Events that may be open in all before questions are turned away. */
  open: 500,
  /** How long an event is a process's own without a sign of life, in milliseconds. */
  leaseMs: 20_000,
  /** How long an event is known as having come; Slack repeats one for about an hour. */
  rememberMs: 24 * 3_600_000,
} as const

/** Makes an inbox over a store that several processes may share. */
export function createInbox(means: Means, work: Work): Inbox {
  const { store, now, owner, wait } = means
  const { atOnce, open, leaseMs, rememberMs } = { ...LIMITS, ...means.limits }
  const running = new Map<Taken, Promise<void>>()
  let depth = 0
  let stopping = false
  let forgotten = 0
  let claiming: Promise<void> | undefined
  let again = false

  const run = async (event: Taken): Promise<void> => {
    await work.answer(event, () => store.holds(event, owner))
    await store.done(event, owner)
    depth -= 1
  }
  const begin = (event: Taken) => {
    // What fails here keeps its lease until it runs out, and is taken up again then.
    const done = run(event)
      .catch(() => undefined)
      .then(() => {
        running.delete(event)
        pump().catch(() => undefined)
      })
    running.set(event, done)
  }
  const claim = async (): Promise<void> => {
    do {
      again = false
      const room = atOnce - running.size
      if (room <= 0 || stopping) return
      const at = now()
      const taken = await store.claim(owner, { now: at, until: at + leaseMs }, room)
      for (const event of taken) begin(event)
    } while (again)
  }
  /** One look for work at a time; who asks meanwhile is served by another look. */
  const pump = (): Promise<void> => {
    if (claiming !== undefined) again = true
    claiming ??= claim().finally(() => {
      claiming = undefined
    })
    return claiming
  }

  return {
    accept: async (event) => {
      const turnedAway = event.thread !== '' && depth >= open
      if (!(await store.keep({ ...event, at: now() }, turnedAway))) return
      if (turnedAway) {
        await work.turnAway(event)
        return
      }
      depth += 1
      pump().catch(() => undefined)
    },
    isOpen: ({ tenant, thread }) => store.isOpen(tenant, thread),
    settled: async () => {
      while (claiming !== undefined || running.size > 0)
        await Promise.all([claiming, ...running.values()])
    },
    tick: async () => {
      if (stopping) return
      const at = now()
      await store.renew([...running.keys()], owner, at + leaseMs)
      depth = await store.depth()
      if (at - forgotten > rememberMs / 24) {
        forgotten = at
        await store.forgetBefore(at - rememberMs)
      }
      await pump()
    },
    stop: async (most) => {
      stopping = true
      await claiming
      await Promise.race([Promise.all(running.values()), wait(most)])
      await store.release(owner)
    },
  }
}
