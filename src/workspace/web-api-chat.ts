import { isObject } from '../block-kit/json.ts'
import { shownMessage } from './payloads.ts'
import { BOT } from './seed.ts'
import type { Json, Store } from './store.ts'
import {
  type Body,
  blocksOf,
  fail,
  listOf,
  type Method,
  type Reply,
  refused,
  text,
} from './web-api-values.ts'

/** Slack cuts longer texts and says so. */
const LONGEST = 40_000

/** Posting, changing, deleting and streaming. */
export const CHAT: Readonly<Record<string, Method>> = {
  'chat.postMessage': (b, store) => {
    const channel = store.channels.get(text(b, 'channel'))
    if (!channel) return fail('channel_not_found')
    if (!channel.members.includes(BOT)) return fail('not_in_channel')
    const blocks = blocksOf(b)
    const refusal = refused(blocks)
    if (refusal) return refusal
    if (!text(b, 'text') && blocks.length === 0) return fail('no_text')
    const thread = rootOf(store, channel.id, text(b, 'thread_ts'))
    const posted = store.post({
      channel: channel.id,
      user: BOT,
      text: text(b, 'text').slice(0, LONGEST),
      blocks,
      ...(thread ? { thread } : {}),
      ...(b.metadata ? { metadata: b.metadata } : {}),
    })
    // As in Slack, an answer takes the status of its thread away.
    if (thread) store.setStatus(channel.id, thread, '')
    const cut = text(b, 'text').length > LONGEST
    return {
      ok: true,
      channel: channel.id,
      ts: posted.ts,
      message: shownMessage(posted),
      ...(cut ? { response_metadata: { warnings: ['message_truncated'] } } : {}),
    }
  },
  'chat.update': (b, store) => {
    const message = store.find(text(b, 'channel'), text(b, 'ts'))
    if (!message || message.only !== undefined) return fail('message_not_found')
    if (message.user !== BOT) return fail('cant_update_message')
    const blocks = blocksOf(b)
    const refusal = refused(blocks)
    if (refusal) return refusal
    // New text without blocks takes the old blocks away; neither of them changes nothing.
    if (text(b, 'text') || b.blocks !== undefined)
      Object.assign(message, { text: text(b, 'text').slice(0, LONGEST), blocks, edited: true })
    if (b.metadata) message.metadata = b.metadata
    store.changed()
    return { ok: true, channel: message.channel, ts: message.ts, text: message.text }
  },
  'chat.delete': (b, store) => {
    const message = store.find(text(b, 'channel'), text(b, 'ts'))
    if (!message || message.only !== undefined) return fail('message_not_found')
    if (message.user !== BOT) return fail('cant_delete_message')
    store.remove(message)
    return { ok: true, channel: message.channel, ts: message.ts }
  },
  'chat.postEphemeral': (b, store) => {
    const channel = store.channels.get(text(b, 'channel'))
    if (!channel) return fail('channel_not_found')
    if (!channel.members.includes(BOT)) return fail('not_in_channel')
    if (!channel.members.includes(text(b, 'user'))) return fail('user_not_in_channel')
    const blocks = blocksOf(b)
    const refusal = refused(blocks)
    if (refusal) return refusal
    if (!text(b, 'text') && blocks.length === 0) return fail('no_text')
    const thread = rootOf(store, channel.id, text(b, 'thread_ts'))
    const posted = store.post({
      channel: channel.id,
      user: BOT,
      text: text(b, 'text'),
      blocks,
      only: text(b, 'user'),
      ...(thread ? { thread } : {}),
    })
    return { ok: true, message_ts: posted.ts }
  },
  'chat.getPermalink': (b, store) => {
    const channel = store.channels.get(text(b, 'channel'))
    const message = channel && store.find(channel.id, text(b, 'message_ts'))
    return channel && message
      ? { ok: true, permalink: store.permalink(channel, message.thread ?? message.ts) }
      : fail(channel ? 'message_not_found' : 'channel_not_found')
  },
  'chat.startStream': (b, store) => {
    const channel = store.channels.get(text(b, 'channel'))
    if (!channel) return fail('channel_not_found')
    if (!channel.members.includes(BOT)) return fail('not_in_channel')
    const thread = rootOf(store, channel.id, text(b, 'thread_ts'))
    if (!thread) return fail('missing_thread_ts')
    if (!channel.im && !text(b, 'recipient_user_id')) return fail('missing_recipient_user_id')
    const blocks = streamed(b)
    const refusal = refused(blocks)
    if (refusal) return refusal
    const started = store.post({ channel: channel.id, user: BOT, text: '', blocks, thread })
    started.streaming = true
    store.setStatus(channel.id, thread, '')
    return { ok: true, channel: channel.id, ts: started.ts }
  },
  'chat.appendStream': (b, store) => grown(b, store, streamed(b), true),
  'chat.stopStream': (b, store) => grown(b, store, [...streamed(b), ...blocksOf(b)], false),
}

/** The blocks that the chunks of a stream bring; words come as a block of their own. */
function streamed(b: Body): Json[] {
  const words = text(b, 'markdown_text')
  const chunks = [
    ...(words ? [{ type: 'markdown_text', text: words }] : []),
    ...listOf(b, 'chunks'),
  ].filter(isObject)
  const blocks = chunks.flatMap((chunk) =>
    chunk.type === 'blocks'
      ? blocksOf(chunk)
      : chunk.type === 'markdown_text'
        ? [{ type: 'markdown', text: chunk.text }]
        : [],
  )
  return blocks
}

/** Adds to a message that streams, and ends the stream when that was the last of it. */
function grown(b: Body, store: Store, more: readonly Json[], streaming: boolean): Reply {
  const message = store.find(text(b, 'channel'), text(b, 'ts'))
  if (!message) return fail('message_not_found')
  if (!message.streaming) return fail('message_not_in_streaming_state')
  const refusal = refused(more)
  if (refusal) return refusal
  message.blocks = [...message.blocks, ...more].map((block, i) => ({ ...block, block_id: `s${i}` }))
  if (b.metadata) message.metadata = b.metadata
  message.streaming = streaming
  store.changed()
  return { ok: true, channel: message.channel, ts: message.ts, message: shownMessage(message) }
}

/** The thread a message goes to; one whose root is gone falls back to the channel, as in Slack. */
function rootOf(store: Store, channel: string, thread: string): string | undefined {
  const found = thread ? store.find(channel, thread) : undefined
  return found && (found.thread ?? found.ts)
}
