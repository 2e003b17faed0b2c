import type { Clock } from '../answering/ports.ts'
import type { Audience, DecisionStore, Notice, NoticePublisher } from './ports.ts'

/** Who sends notices; `sender` names this process among its replicas. */
export type Sending = Readonly<{ store: DecisionStore; now: Clock; sender: string }>

/** How long a sender may hold a notice at the first attempt, longer than the slowest post takes; it doubles with every further one. */
const LEASE_MS = 300_000
const MOST_DOUBLINGS = 6

/**
 * Says one notice: claimed before it is posted, and looked for before it is posted again, so that
 * neither a crash nor a replica posts it twice. Where the thread cannot be written to, the record is
 * marked and the owner is told alone; where that fails too the notice is given up.
 * @returns whether it was said by this call
 */
export async function sendNotice(
  notice: Notice,
  publisher: NoticePublisher,
  { store, now, sender }: Sending,
): Promise<boolean> {
  const { tenant, decision, attempt } = notice
  const lease = LEASE_MS * 2 ** Math.min(attempt, MOST_DOUBLINGS)
  if (!(await store.claim(notice, sender, now() + lease))) return false
  const record = await store.record(tenant, decision)
  if (record?.state !== 'open') {
    await store.settle(notice, sender, undefined)
    return false
  }
  const say = async (to: Audience): Promise<string | 'gone'> =>
    (attempt > 0 ? await publisher.find(notice, record, to) : undefined) ??
    publisher.post(notice, record, to)
  const inThread = record.visibility === 'thread' && !record.unreachable
  let said = await say(inThread ? 'thread' : 'owner')
  if (said === 'gone' && inThread) {
    await store.markUnreachable(tenant, decision)
    said = await say('owner')
  }
  await store.settle(notice, sender, said === 'gone' ? undefined : said)
  return said !== 'gone'
}
