import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, expect, it } from 'vitest'
import { botProcess } from '../support/bot-process.ts'
import { envelope, mention, TEAM } from '../support/recording-slack.ts'

const SECRET = 'a test secret'
const REPLIES: Readonly<Record<string, object>> = {
  'auth.test': { ok: true, team_id: TEAM, user_id: 'U0BOT', bot_id: 'B0BOT' },
  'users.info': { ok: true, user: { id: 'U1', team_id: TEAM, locale: 'en-US' } },
  'chat.postMessage': { ok: true, ts: '2.0', channel: 'C1' },
}

/** Slack, which holds its answer to the first note of work under way until it is let go. */
async function holdingSlack() {
  const posted: string[] = []
  let [reached, release] = [() => {}, () => {}]
  const atWork = new Promise<void>((resolve) => {
    reached = resolve
  })
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const method = (request.url ?? '').replace('/api/', '')
    if (method === 'assistant.threads.setStatus') {
      reached()
      await released
    }
    if (method === 'chat.postMessage')
      posted.push(new URLSearchParams(Buffer.concat(parts).toString()).get('text') ?? '')
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(REPLIES[method] ?? { ok: true }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { url: `http://127.0.0.1:${port}/api/`, posted, atWork, release: () => release(), server }
}

const slack = await holdingSlack()
afterAll(() => {
  slack.server.closeAllConnections()
  slack.server.close()
})

it('a bot that is asked to stop says that it is not ready, takes nothing new, posts the answer it was at, and ends well', async () => {
  const bot = botProcess({
    ...{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: SECRET, SLACK_API_URL: slack.url },
    METRICS_PORT: '0',
  })
  const events = await bot.says(/(http:\S+\/slack\/events)/)
  const operator = await bot.says(/"address":"(http:[^"]+)"/)
  const ready = async () => {
    const response = await fetch(`${operator}/readyz`)
    return `${response.status} ${await response.text()}`
  }
  const send = (id: string, ts: string) => {
    const body = JSON.stringify(envelope(mention(ts), id))
    const time = Math.floor(Date.now() / 1000)
    const signature = createHmac('sha256', SECRET).update(`v0:${time}:${body}`).digest('hex')
    return fetch(events, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': String(time),
        'x-slack-signature': `v0=${signature}`,
      },
    })
  }
  expect(await ready()).toBe('200 ready\n')
  expect((await send('Ev1', '1.0')).status).toBe(200)
  await slack.atWork
  bot.kill('SIGTERM')
  await expect.poll(ready).toBe('503 The process is stopping and takes nothing new.\n')
  await expect(send('Ev2', '2.0')).rejects.toThrow()
  expect(slack.posted).toEqual([])
  slack.release()
  expect(await bot.ended).toBe(0)
  expect(slack.posted).toEqual([expect.stringContaining('Chinchilla')])
}, 180_000)
