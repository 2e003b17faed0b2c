import { describe, expect, it } from 'vitest'
import type { OutboxMessage } from '../../src/digest/ports.ts'
import { outboxPublisher } from '../../src/slack/outbox-publisher.ts'
import { createPoster } from '../../src/slack/post.ts'
import { anomaly } from '../contracts/samples.ts'
import { type SlackInProcess, slackInProcess } from '../support/slack-in-process.ts'

const message: OutboxMessage = {
  ...{ tenant: 'A', channel: 'C1', key: 'alert/1', kind: 'alert', language: 'en' },
  ...{ state: 'sending', attempt: 1, createdAt: 1_000_000_000 },
}
const content = {
  kind: 'alert',
  alert: { raised: [anomaly('a', { name: '<!channel> team' })], resolved: [] },
} as const
const stopped = { kind: 'stopped', channel: 'C7' } as const

const publisher = (s: SlackInProcess) =>
  outboxPublisher(s.client, createPoster(s.options.log, true, { waits: 0 }))

describe('a message of the outbox in Slack', () => {
  it('is posted with its key, foreign names as text, and in its thread', async () => {
    const s = await slackInProcess()
    expect(await publisher(s).post({ ...message, thread: '5.0' }, content)).toEqual({ ts: '101.0' })
    const body = s.last('chat.postMessage')
    expect(body).toMatchObject({
      channel: 'C1',
      thread_ts: '5.0',
      metadata: { event_type: 'rightsize_digest', event_payload: { key: 'A/C1/alert/1' } },
    })
    expect(JSON.stringify(body)).toContain('&lt;!channel&gt; team')
    expect(JSON.stringify(body)).not.toContain('<!channel>')
    expect(s.refused).toEqual([])
  })
  it('to a person goes to the direct message and names the channel', async () => {
    const s = await slackInProcess()
    await publisher(s).post({ ...message, channel: 'U9', kind: 'stopped', language: 'ko' }, stopped)
    const body = s.last('chat.postMessage')
    expect(body.channel).toBe('D9')
    expect(JSON.stringify(body.blocks)).toMatch(
      /이 채널에 글을 올릴 수 없어 요약을 멈췄습니다\* <#C7>/,
    )
  })
  it('is found on whatever page it stands, from shortly before it was planned', async () => {
    const s = await slackInProcess()
    const there = { event_type: 'rightsize_digest', event_payload: { key: 'A/C1/alert/1' } }
    s.replies.set('conversations.history', (b) => ({
      ok: true,
      messages: [{ ts: '8.0' }, ...(b.cursor === 'p2' ? [{ ts: '9.0', metadata: there }] : [])],
      response_metadata: { next_cursor: b.cursor === 'p2' ? 'p3' : 'p2' },
    }))
    expect(await publisher(s).find(message)).toEqual({ ts: '9.0' })
    expect(s.of('conversations.history').map((c) => [c.body.oldest, c.body.cursor])).toEqual([
      ['999700', undefined],
      ['999700', 'p2'],
    ])
  })
  it('is not taken for unposted when there is too much to look through', async () => {
    const s = await slackInProcess()
    s.replies.set('conversations.replies', () => ({
      ok: true,
      messages: [],
      response_metadata: { next_cursor: 'on' },
    }))
    await expect(publisher(s).find({ ...message, thread: '5.0' })).rejects.toThrow('Too many')
  })
  it.each([
    ['is_archived', 'channel'],
    ['not_in_channel', 'channel'],
    ['channel_not_found', 'channel'],
    ['thread_not_found', 'thread'],
  ])('where Slack says %s the %s is gone', async (error, gone) => {
    const s = await slackInProcess()
    s.replies.set('chat.postMessage', () => ({ ok: false, error }))
    s.replies.set('conversations.history', () => ({ ok: false, error }))
    expect(await publisher(s).post(message, content)).toEqual({ gone })
    expect(await publisher(s).find(message)).toEqual({ gone })
  })
  it('that Slack refuses for its rate or with an error of its own is left for later, without waiting', async () => {
    const s = await slackInProcess()
    s.replies.set('chat.postMessage', () => ({ ok: false, error: 'internal_error' }))
    await expect(publisher(s).post(message, content)).rejects.toThrow('internal_error')
    s.replies.set(
      'chat.postMessage',
      () => new Response('{}', { status: 429, headers: { 'retry-after': '5' } }),
    )
    await expect(publisher(s).post(message, content)).rejects.toThrow('rate')
    expect(s.waited).toEqual([])
    expect(s.of('chat.postMessage')).toHaveLength(2)
  })
})
