import type { WebClient } from '@slack/web-api'
import { clip, escapeMrkdwn } from '../block-kit/escape.ts'
import { LIMITS } from '../block-kit/limits.ts'
import type { Change } from '../decisions/changes.ts'
import type { DecisionRecord } from '../decisions/decision-record.ts'
import { noticeLines } from '../decisions/notice-text.ts'
import type { Audience, Notice, NoticePublisher } from '../decisions/ports.ts'
import { noticeBlocks } from './blocks/decision-list.ts'
import { directMessage } from './deliver.ts'
import type { Message, Poster } from './post.ts'

const EVENT_TYPE = 'rightsize_decision'

/** Refusals that no later attempt changes: the channel, its thread or the person is not there for the bot. */
const GONE =
  /channel_not_found|not_in_channel|is_archived|restricted_action|thread_not_found|message_not_found|user_not_found|user_disabled|cannot_dm_bot|account_inactive/

/** How much the clocks of this machine and of Slack may differ, in seconds. */
const CLOCKS_APART = 300

/** Posts what there is to say about decisions under its key in the message's metadata, and finds it again. */
export function decisionPublisher(client: WebClient, post: Poster): NoticePublisher {
  const channelFor = ({ place, owner }: DecisionRecord, to: Audience): Promise<string> =>
    to === 'thread' ? Promise.resolve(place.channel) : directMessage(client, owner)
  return {
    find: (notice, record, to) =>
      orGone(async () => {
        const since = {
          channel: await channelFor(record, to),
          oldest: String(notice.createdAt / 1000 - CLOCKS_APART),
          limit: 100,
          include_all_metadata: true,
        }
        const { messages } =
          to === 'thread'
            ? await client.conversations.replies({ ...since, ts: record.place.thread })
            : await client.conversations.history(since)
        return messages?.find(
          (m) =>
            m.metadata?.event_type === EVENT_TYPE &&
            (m.metadata.event_payload as { key?: string } | undefined)?.key === keyOf(notice),
        )?.ts
      }),
    post: (notice, record, to) =>
      orGone(async () => {
        const ts = await post(
          client,
          {
            to: 'thread',
            channel: await channelFor(record, to),
            ...(to === 'thread' ? { thread: record.place.thread } : {}),
          },
          {
            ...noticeMessage(record, notice.change),
            metadata: { event_type: EVENT_TYPE, event_payload: { key: keyOf(notice) } },
          },
        )
        if (ts === undefined) throw new Error('Slack gave no timestamp for the notice.')
        return ts
      }),
  }
}

/** What there is to say about a decision, as a message. */
export function noticeMessage(record: DecisionRecord, change: Change): Message {
  const said = noticeLines(record, change, record.language).join('\n')
  return {
    text: `<@${record.owner}> ${clip(escapeMrkdwn(said), LIMITS.sectionText)}`,
    steps: [noticeBlocks(record, change), []],
  }
}

function keyOf({ tenant, decision, fingerprint }: Notice): string {
  return `${tenant}/${decision}/${fingerprint}`
}

async function orGone<T>(work: () => Promise<T>): Promise<T | 'gone'> {
  try {
    return await work()
  } catch (error) {
    if (GONE.test(String(error))) return 'gone'
    throw error
  }
}
