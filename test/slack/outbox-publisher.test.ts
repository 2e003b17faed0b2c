import { describe, expect, it } from 'vitest'
import type { Denial } from '../../src/access/access.ts'
import { buildDigest } from '../../src/digest/build-digest.ts'
import { followUpsOf } from '../../src/digest/message-text.ts'
import type { OutboxMessage } from '../../src/digest/ports.ts'
import { chartPictures } from '../../src/slack/chart-pictures.ts'
import { outboxPublisher } from '../../src/slack/outbox-publisher.ts'
import { createPoster } from '../../src/slack/post.ts'
import { daysBetween } from '../../src/spend/whole-days.ts'
import { anomaly, charge } from '../contracts/samples.ts'
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
  outboxPublisher(s.client, createPoster(s.options.log, true, { waits: 0 }), s.options.pictures)

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
  it.each([
    [
      'en',
      'A message about AI spend was not posted in this channel',
      'An admin can allow a channel',
    ],
    ['ko', 'AI 지출에 관한 글을 이 채널에 올리지 않았습니다', '관리자가 그런 사람이 없는 채널을'],
  ] as const)(
    'about spend that is not allowed names the channel and who can grant it, and no figure (%s)',
    async (language, title, how) => {
      const s = await slackInProcess()
      const denial: Denial = {
        ...{ refusal: 'guests-present', kind: 'digest', person: '', channel: 'C7' },
        granters: ['UADMIN'],
      }
      const refused = { kind: 'refused', denial } as const
      await publisher(s).post({ ...message, channel: 'U9', kind: 'refused', language }, refused)
      const body = s.last('chat.postMessage')
      expect(body.channel).toBe('D9')
      const text = JSON.stringify(body.blocks)
      expect(text).toContain(`${title}* <#C7>`)
      expect(text).toContain(how)
      expect(text).toContain('<@UADMIN>')
      expect(text).not.toContain('$')
      expect(s.refused).toEqual([])
    },
  )
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

describe('a digest whose chart Slack does not take', () => {
  const days = daysBetween('2026-11-09', '2026-11-22')
  const charges = days.map((day) => charge({ day }))
  const digest = buildDigest({ period: '2026-W47', charges, known: [] })
  const post: OutboxMessage = { ...message, key: '2026-W47', kind: 'digest', language: 'ko' }
  const refusing = async () => {
    const s = await slackInProcess()
    s.replies.set('chat.postMessage', (b) =>
      JSON.stringify(b.blocks ?? '').includes('data_visualization')
        ? { ok: false, error: 'invalid_blocks' }
        : { ok: true, ts: '9.0' },
    )
    return s
  }
  const uploading = (s: SlackInProcess) => {
    s.replies.set('files.getUploadURLExternal', () => ({
      ...{ ok: true, upload_url: 'http://slack.invalid/upload/1', file_id: 'F1' },
    }))
    s.replies.set('files.completeUploadExternal', () => ({ ok: true, files: [{ id: 'F1' }] }))
    let looks = 0
    s.replies.set('files.info', () => ({
      ...{ ok: true, file: ++looks < 3 ? {} : { mimetype: 'image/png' } },
    }))
  }

  it('is posted with its table, and the chart follows in its thread before the details', async () => {
    const s = await refusing()
    const said = await publisher(s).post(post, { kind: 'digest', digest })
    expect(said).toEqual({ ts: '9.0', chartLeftOut: true })
    expect(JSON.stringify(s.last('chat.postMessage').blocks)).toContain('"type":"table"')
    expect(
      followUpsOf(post, { kind: 'digest', digest }, { ts: '9.0', chartLeftOut: true }).map(
        ({ name }) => name,
      ),
    ).toEqual(['chart', 'details'])
  })
  it('where Slack takes the chart, none follows', async () => {
    const s = await slackInProcess()
    const said = await publisher(s).post(post, { kind: 'digest', digest })
    expect(said).toEqual({ ts: '101.0' })
    expect(followUpsOf(post, { kind: 'digest', digest }, { ts: '101.0' })).toMatchObject([
      { name: 'details' },
    ])
  })
  it.each([
    ['with its chart', [{ type: 'data_visualization' }], {}],
    ['without it', [{ type: 'table' }], { chartLeftOut: true }],
  ])('found after a crash %s, is known to stand so', async (_, blocks, expected) => {
    const s = await slackInProcess()
    const metadata = { event_type: 'rightsize_digest', event_payload: { key: 'A/C1/2026-W47' } }
    s.replies.set('conversations.history', () => ({
      ...{ ok: true, messages: [{ ts: '9.0', metadata, blocks }] },
    }))
    expect(await publisher(s).find({ ...post, content: { kind: 'digest', digest } })).toEqual({
      ts: '9.0',
      ...expected,
    })
  })
  it('gets the picture once Slack has looked at the file, with what it shows in words', async () => {
    const s = await slackInProcess()
    uploading(s)
    const thread = { ...post, key: '2026-W47/chart', kind: 'chart', thread: '9.0' } as const
    await publisher(s).post(thread, { kind: 'chart', digest })
    const body = s.last('chat.postMessage')
    expect(body).toMatchObject({
      thread_ts: '9.0',
      blocks: [{ type: 'image', slack_file: { id: 'F1' } }],
    })
    expect(body.text).toContain('누적 막대그래프: 팀별 일일 비용')
    expect(s.of('files.info')).toHaveLength(3)
    expect(s.refused).toEqual([])
  })
  it('gets the chart in words where the app may not upload', async () => {
    const s = await slackInProcess()
    s.replies.set('files.getUploadURLExternal', () => ({ ok: false, error: 'missing_scope' }))
    const thread = { ...post, key: '2026-W47/chart', kind: 'chart', thread: '9.0' } as const
    await publisher(s).post(thread, { kind: 'chart', digest })
    expect(JSON.stringify(s.last('chat.postMessage').blocks)).toContain('가장 높은 막대')
  })
  it('is left to its table where this machine cannot draw, and the log says so', async () => {
    const s = await refusing()
    const pictures = chartPictures({ load: async () => undefined, log: s.options.log })
    const poster = createPoster(s.options.log, false, { waits: 0 })
    const said = await outboxPublisher(s.client, poster, pictures).post(post, {
      ...{ kind: 'digest', digest },
    })
    expect(said).toEqual({ ts: '9.0' })
    expect(JSON.stringify(s.logged)).toContain('@resvg/resvg-js')
  })
})
