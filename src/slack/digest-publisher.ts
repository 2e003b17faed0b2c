import type { WebClient } from '@slack/web-api'
import { escapeMrkdwn } from '../block-kit/escape.ts'
import { digestLines, digestTitle } from '../digest/digest-text.ts'
import type { DigestPublisher } from '../digest/ports.ts'
import { markedSections } from './blocks/kit.ts'
import type { Poster } from './post.ts'

const EVENT_TYPE = 'rightsize_digest'

/** Posts digests under a key in the message's metadata, and finds one that was posted before a crash. */
export function digestPublisher(client: WebClient, post: Poster): DigestPublisher {
  const keyOf = (job: { tenant: string; channel: string; week: string }) =>
    `${job.tenant}/${job.channel}/${job.week}`
  return {
    find: async (job) => {
      const history = await client.conversations.history({
        channel: job.channel,
        limit: 15,
        include_all_metadata: true,
      })
      const posted = history.messages?.find(
        (m) =>
          m.metadata?.event_type === EVENT_TYPE &&
          (m.metadata.event_payload as { key?: string } | undefined)?.key === keyOf(job),
      )
      return posted?.ts
    },
    post: async (job, digest) => {
      const title = digestTitle(digest, job.language)
      const lines = digestLines(digest, job.language)
      const blocks = markedSections(
        [`*${escapeMrkdwn(title)}*`, ...lines.map(escapeMrkdwn)].join('\n'),
      )
      const ts = await post(
        client,
        { to: 'thread', channel: job.channel },
        {
          text: escapeMrkdwn(`${title}: ${lines[0] ?? ''}`),
          steps: [blocks, []],
          metadata: { event_type: EVENT_TYPE, event_payload: { key: keyOf(job) } },
        },
      )
      if (ts === undefined) throw new Error('Slack gave no timestamp for the digest.')
      return ts
    },
  }
}
