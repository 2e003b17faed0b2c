import { gatherDigest } from '../../src/digest/gather-digest.ts'
import type { OutboxMessage, Publisher } from '../../src/digest/ports.ts'
import type { tick } from '../../src/digest/send-digest.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import type { Db } from '../../src/storage/database.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { outbox } from '../../src/storage/outbox.ts'

type Post = Readonly<{ key: string; thread: string | undefined; total: bigint | undefined }>
/** When the line to Slack drops. */
export type Crash = 'none' | 'before-post' | 'after-post'

/** Slack's side: a channel that keeps what was posted under its key, as message metadata does. */
export function recordingChannel(crash: () => Crash = () => 'none') {
  const posts: Post[] = []
  const key = (message: OutboxMessage) => `${message.tenant}/${message.channel}/${message.key}`
  const publisher: Publisher = {
    find: async (message) => {
      const at = posts.findIndex((p) => p.key === key(message))
      return at < 0 ? undefined : { ts: `${at}.0` }
    },
    post: async (message, content) => {
      const now = crash()
      if (now === 'before-post') throw new Error('the line dropped before Slack took it')
      const total = 'digest' in content ? content.digest.currencies[0]?.totalNano : undefined
      posts.push({ key: key(message), thread: message.thread, total })
      if (now === 'after-post') throw new Error('the line dropped after Slack took it')
      return { ts: `${posts.length - 1}.0` }
    },
  }
  return { posts, publisher }
}

/** What `tick` needs over a database, with nothing that follows and no pauses. */
export const sending = (
  db: Db,
  publisher: Publisher,
  owner: string,
  now: () => number,
): Parameters<typeof tick>[0] => ({
  log: digestLog(db),
  outbox: outbox(db),
  build: ({ tenant, period = '' }) => gatherDigest({ charges: chargeStore(db) }, tenant, period),
  followUps: () => [],
  pace: async () => undefined,
  ...{ publisher, owner, now },
})
