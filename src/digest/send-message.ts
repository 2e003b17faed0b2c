import type { Digest } from './digest.ts'
import type { Content, FollowUp, Gone, Outbox, OutboxMessage, Posted, Publisher } from './ports.ts'

/** Who sends and by what; `now` and `owner` come from outside. */
export type Sending = Readonly<{
  outbox: Outbox
  publisher: Publisher
  /** The figures of a digest message. */
  build: (message: OutboxMessage) => Promise<Digest>
  /** What goes into the thread of a message. */
  followUps: (message: OutboxMessage, content: Content, posted: Posted) => readonly FollowUp[]
  /** Resolves when the channel may be posted to. */
  pace: (channel: string) => Promise<void>
  now: () => number
  /** Names this process among its replicas, and no earlier or later one. */
  owner: string
}>

/** How long a sender may hold a message at the first attempt. */
const LEASE_MS = 60_000
/** A lease doubles with every attempt up to this many times, so that a refusing Slack is asked ever less often. */
const MOST_DOUBLINGS = 6
/** Time that has to be left of the lease when a post begins; the slowest post must be done in it. */
export const POST_MS = 45_000

/**
 * Sends one message, whatever it says: claim, freeze, reconcile, post, settle. One that was claimed
 * before is looked for in the channel before it is posted again, and says what was frozen at the first
 * attempt. A message that failed stays claimed until its lease runs out: Slack may have taken the
 * post, and has to have time to show it.
 * @returns what became of it by this call; `taken` when another owner has it
 */
export async function sendMessage(
  message: OutboxMessage,
  sending: Sending,
): Promise<'posted' | 'taken' | Gone> {
  const { outbox, publisher, build, followUps, pace, now, owner } = sending
  const leaseUntil = now() + LEASE_MS * 2 ** Math.min(message.attempt, MOST_DOUBLINGS)
  if (!(await outbox.claim(message, owner, leaseUntil))) return 'taken'
  const content = message.content ?? { kind: 'digest', digest: await build(message) }
  if (!message.content && !(await outbox.freeze(message, owner, content))) return 'taken'
  const found = message.attempt > 0 ? await publisher.find(message) : undefined
  if (!found) {
    await pace(message.channel)
    if (now() > leaseUntil - POST_MS)
      throw new Error('Too little of the lease was left to post the message.')
  }
  const said = found ?? (await publisher.post(message, content))
  if ('gone' in said)
    return (await outbox.giveUp(message, owner, said.gone, now())) ? said.gone : 'taken'
  const settled = await outbox.settle(message, owner, said.ts, followUps(message, content, said))
  return settled ? 'posted' : 'taken'
}
