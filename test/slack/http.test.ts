import { createHmac } from 'node:crypto'
import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blockProblems } from '../../src/block-kit/validate.ts'
import { createSlackApp } from '../../src/slack/create-app.ts'
import { product } from '../support/product.ts'
import { envelope, mention, posts, recordingSlack, TEAM } from '../support/recording-slack.ts'

const SECRET = 'a test secret'
describe('over HTTP', () => {
  let slack: Awaited<ReturnType<typeof recordingSlack>>
  let made: Awaited<ReturnType<typeof product>>
  let app: ReturnType<typeof createSlackApp>
  let port = 0
  let broken = false
  beforeAll(async () => {
    slack = await recordingSlack()
    made = await product(() => Date.parse('2026-11-24T12:00:00Z'))
    const conversation = {
      ...made.options.conversation,
      ask: (a: Parameters<typeof made.options.conversation.ask>[0]) =>
        broken
          ? Promise.reject(new Error('the disk said xoxb-secret'))
          : made.options.conversation.ask(a),
    }
    app = createSlackApp({
      ...made.options,
      conversation,
      bolt: { token: 'xoxb-1', signingSecret: SECRET, clientOptions: { slackApiUrl: slack.url } },
    })
    const server = (await app.app.start({ port: 0, host: '127.0.0.1' })) as unknown as Server
    const address = server.address()
    port = typeof address === 'object' && address ? address.port : 0
  }, 60_000)
  afterAll(async () => {
    await app.app.stop()
    await app.drain(5000)
    slack.server.closeAllConnections()
    slack.server.close()
    await made.db.destroy()
  })
  const deliver = async (body: string, type: string, secret = SECRET) => {
    const time = Math.floor(Date.now() / 1000)
    const signature = `v0=${createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex')}`
    const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': String(time),
        'x-slack-signature': signature,
      },
    })
    await app.drain(10_000)
    return response
  }

  it('a signed mention is answered in its thread with blocks Slack takes, unfurls off', async () => {
    expect(
      (await deliver(JSON.stringify(envelope(mention('1.0'), 'Ev1')), 'application/json')).status,
    ).toBe(200)
    const [post] = posts(slack.calls)
    expect(post?.body).toMatchObject({
      channel: 'C1',
      thread_ts: '1.0',
      unfurl_links: 'false',
      unfurl_media: 'false',
    })
    expect(blockProblems(JSON.parse(post?.body.blocks ?? '[]'))).toEqual([])
    expect(post?.body.blocks).toContain('Hoffmann et al. 2022')
  })
  it('a retried event, and the same mention as a message, are answered once', async () => {
    const before = posts(slack.calls).length
    await deliver(JSON.stringify(envelope(mention('1.0'), 'Ev1')), 'application/json')
    await deliver(
      JSON.stringify(
        envelope({ ...mention('1.0'), type: 'message', channel_type: 'channel' }, 'Ev2'),
      ),
      'application/json',
    )
    expect(posts(slack.calls).length).toBe(before)
  })
  it('a wrong signature is refused with 401', async () =>
    expect(
      (await deliver(JSON.stringify(envelope(mention('7.0'), 'Ev7')), 'application/json', 'wrong'))
        .status,
    ).toBe(401))
  it('a slash command is acknowledged at once, before its answer', async () => {
    const body = new URLSearchParams({
      command: '/model-size',
      text: 'task=chatbot volume=1000',
      user_id: 'U1',
      channel_id: 'C1',
      team_id: TEAM,
      api_app_id: 'A1',
      trigger_id: 't',
      response_url: `${slack.url}respond`,
    })
    const response = await deliver(body.toString(), 'application/x-www-form-urlencoded')
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(slack.calls.some((c) => c.method === 'respond')).toBe(true)
  })
  it('messages of bots and of the app itself are left alone', async () => {
    const before = posts(slack.calls).length
    await deliver(
      JSON.stringify(
        envelope(
          {
            type: 'message',
            subtype: 'bot_message',
            bot_id: 'B9',
            channel: 'D1',
            channel_type: 'im',
            ts: '8.0',
            text: 'do we need the big model?',
          },
          'Ev8',
        ),
      ),
      'application/json',
    )
    await deliver(
      JSON.stringify(
        envelope(
          {
            type: 'message',
            user: 'U0BOT',
            bot_id: 'B0BOT',
            channel: 'D1',
            channel_type: 'im',
            ts: '9.0',
            text: 'hi',
          },
          'Ev9',
        ),
      ),
      'application/json',
    )
    expect(posts(slack.calls).length).toBe(before)
  })
  it('a listener that fails says a plain sentence with the reference id of the log, and nothing of the cause', async () => {
    broken = true
    await deliver(JSON.stringify(envelope(mention('10.0'), 'Ev10')), 'application/json')
    broken = false
    const said = slack.calls.findLast((c) => c.method === 'chat.postEphemeral')?.body.text ?? ''
    const reference = made.logged.findLast((l) => l.level === 'error')?.fields.reference
    expect(said).toContain('Something went wrong on my side')
    expect(said).toContain(String(reference))
    expect(said).not.toContain('disk')
    expect(
      slack.calls.findLast((c) => c.method === 'assistant.threads.setStatus')?.body.status,
    ).toBe('')
  })
})
