import type { WebClient } from '@slack/web-api'
import { digestChart } from '../digest/digest-chart.ts'
import type { Content, Gone, OutboxMessage, Posted, Publisher } from '../digest/ports.ts'
import { showsChart } from './blocks/digest-post.ts'
import type { ChartPictures } from './chart-pictures.ts'
import { directMessage } from './deliver.ts'
import { contentMessage } from './outbox-message.ts'
import { type Poster, postTelling } from './post.ts'

const EVENT_TYPE = 'rightsize_digest'

/** How much the clocks of this machine and of Slack may differ, in seconds. */
const CLOCKS_APART = 300
/** Messages of a page, and pages read in looking for a message before giving up. */
const PAGE = { messages: 200, most: 50 } as const

/** Refusals that no later attempt changes. */
const NO_CHANNEL =
  /channel_not_found|not_in_channel|is_archived|restricted_action|user_not_found|user_disabled|cannot_dm_bot/
const NO_THREAD = /thread_not_found|message_not_found/

/** Posts what is in the outbox under a key in the message's metadata, and finds what was posted before a crash. */
export function outboxPublisher(
  client: WebClient,
  post: Poster,
  pictures: ChartPictures,
): Publisher {
  const placeOf = ({ channel, kind }: OutboxMessage): Promise<string> =>
    kind === 'stopped' || kind === 'refused'
      ? directMessage(client, channel)
      : Promise.resolve(channel)
  const posted = async (
    ts: string,
    blocks: readonly Readonly<{ type?: string }>[] | undefined,
    { language }: OutboxMessage,
    content: Content | undefined,
  ): Promise<Posted> => {
    const missing =
      content?.kind === 'digest' &&
      !showsChart(blocks) &&
      digestChart(content.digest, language) !== undefined
    return missing && (await pictures.canDraw()) ? { ts, chartLeftOut: true } : { ts }
  }
  return {
    find: (message) =>
      orGone(async () => {
        const found = await findByKey(client, await placeOf(message), message)
        return found && posted(found.ts, found.blocks, message, message.content)
      }),
    post: (message, content) =>
      orGone(async () => {
        const place = { to: 'thread', channel: await placeOf(message) } as const
        const target = message.thread === undefined ? place : { ...place, thread: message.thread }
        const { ts, blocks } = await postTelling(post, client, target, {
          ...(await contentMessage(message, content, client, pictures)),
          metadata: { event_type: EVENT_TYPE, event_payload: { key: keyOf(message) } },
        })
        if (ts === undefined) throw new Error('Slack gave no timestamp for the message.')
        return posted(ts, blocks, message, content)
      }),
  }
}

type Found = Readonly<{
  ts: string
  blocks?: readonly Readonly<{ type?: string }>[] | undefined
}>

function keyOf({ tenant, channel, key }: OutboxMessage): string {
  return `${tenant}/${channel}/${key}`
}

/**
 * The message with the key, among all since it was planned.
 * @throws {Error} when there are too many to read them all: whether it was posted cannot be told then
 */
async function findByKey(
  client: WebClient,
  channel: string,
  message: OutboxMessage,
): Promise<Found | undefined> {
  let cursor: string | undefined
  for (let page = 0; page < PAGE.most; page++) {
    const asked = {
      channel,
      oldest: String(Math.max(0, message.createdAt / 1000 - CLOCKS_APART)),
      limit: PAGE.messages,
      include_all_metadata: true,
      ...(cursor ? { cursor } : {}),
    }
    const { messages, response_metadata } = await (message.thread === undefined
      ? client.conversations.history(asked)
      : client.conversations.replies({ ...asked, ts: message.thread }))
    const found = messages?.find(
      (m) =>
        m.metadata?.event_type === EVENT_TYPE &&
        (m.metadata.event_payload as { key?: string } | undefined)?.key === keyOf(message),
    )
    if (found?.ts !== undefined) return { ts: found.ts, blocks: found.blocks }
    cursor = response_metadata?.next_cursor
    if (!cursor) return undefined
  }
  throw new Error('Too many messages to tell whether this one was posted.')
}

/** What is done, or what it found gone for good; other failures may pass and are thrown. */
export async function orGone<T>(work: () => Promise<T>): Promise<T | Readonly<{ gone: Gone }>> {
  try {
    return await work()
  } catch (error) {
    if (NO_THREAD.test(String(error))) return { gone: 'thread' }
    if (NO_CHANNEL.test(String(error))) return { gone: 'channel' }
    throw error
  }
}
