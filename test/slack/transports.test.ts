import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import { blockProblems } from '../../src/block-kit/validate.ts'
import { createSlackApp } from '../../src/slack/create-app.ts'
import { product } from '../support/product.ts'

const SECRET = 'a test secret'
const TEAM = 'T000000001'
type Call = { method: string; body: Record<string, string> }

/** Slack's Web API as far as these tests need it, recording what it is asked. */
function recordingSlack(): Promise<{
  url: string
  calls: Call[]
  server: Server
  socketUrl: (url: string) => void
}> {
  const calls: Call[] = []
  let wss = ''
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const method = (request.url ?? '').replace('/api/', '')
    calls.push({
      method,
      body: Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString())),
    })
    const replies: Record<string, object> = {
      'auth.test': { ok: true, team_id: TEAM, user_id: 'U0BOT', bot_id: 'B0BOT' },
      'apps.connections.open': { ok: true, url: wss },
      'chat.postMessage': { ok: true, ts: '2.0', channel: 'C1' },
      'chat.postEphemeral': { ok: true, message_ts: '3.0' },
      'users.info': { ok: true, user: { id: 'U1', team_id: TEAM, locale: 'en-US' } },
    }
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify(replies[method] ?? { ok: true }))
  })
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve({
        url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/`,
        calls,
        server,
        socketUrl: (url) => {
          wss = url
        },
      })
    }),
  )
}

const mention = (ts: string) => ({
  type: 'app_mention',
  user: 'U1',
  channel: 'C1',
  ts,
  event_ts: ts,
  text: '<@U0BOT> Why did Chinchilla change Kaplan’s advice?',
})
const envelope = (event: object, id: string) => ({
  type: 'event_callback',
  team_id: TEAM,
  api_app_id: 'A1',
  event,
  event_id: id,
  event_time: 1,
  authorizations: [{ team_id: TEAM, user_id: 'U0BOT', is_bot: true, is_enterprise_install: false }],
})
const posts = (calls: Call[]) => calls.filter((c) => c.method === 'chat.postMessage')

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
  it('a listener that fails says a plain sentence with a reference id, and the log holds no secret', async () => {
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

describe('over Socket Mode', () => {
  it('the same mention reaches the same answer', async () => {
    const slack = await recordingSlack()
    const made = await product(() => Date.parse('2026-11-24T12:00:00Z'))
    const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    await once(sockets, 'listening')
    const address = sockets.address()
    slack.socketUrl(`ws://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
    const acknowledged = new Promise<string>((resolve) => {
      sockets.on('connection', (socket) => {
        socket.send(JSON.stringify({ type: 'hello' }))
        socket.send(
          JSON.stringify({
            type: 'events_api',
            envelope_id: 'e1',
            accepts_response_payload: false,
            payload: envelope(mention('1.0'), 'Ev1'),
          }),
        )
        socket.on('message', (m) => String(m).includes('e1') && resolve(String(m)))
      })
    })
    const app = createSlackApp({
      ...made.options,
      bolt: {
        token: 'xoxb-1',
        appToken: 'xapp-1',
        socketMode: true,
        clientOptions: { slackApiUrl: slack.url },
      },
    })
    await app.app.start()
    expect(JSON.parse(await acknowledged)).toMatchObject({ envelope_id: 'e1' })
    await expect.poll(() => posts(slack.calls).length, { timeout: 10_000 }).toBe(1)
    expect(posts(slack.calls)[0]?.body.blocks).toContain('Hoffmann et al. 2022')
    await app.app.stop()
    await app.drain(5000)
    sockets.close()
    slack.server.closeAllConnections()
    slack.server.close()
    await made.db.destroy()
  })
})
