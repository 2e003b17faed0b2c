import { createHmac } from 'node:crypto'
import { createSlackApp, type SlackAppOptions } from '../../src/slack/create-app.ts'
import { listenOverHttp } from '../../src/slack/listen.ts'
import { product } from './product.ts'
import { envelope, recordingSlack } from './recording-slack.ts'

/** What must never be seen again: the token and the secret of the app under test. */
export const SECRETS = ['xoxb-very-secret-token', 'a-very-secret-signing-secret'] as const
const [TOKEN, SIGNING] = SECRETS

export type Signed = Readonly<{ type?: string; secret?: string; secondsAgo?: number }>

/** The product receiving Slack's requests over HTTP, as `npm start` does, with a recording Slack behind it. */
export async function slackOverHttp(change: Partial<SlackAppOptions> = {}) {
  const slack = await recordingSlack()
  const made = await product(() => Date.parse('2026-11-24T12:00:00Z'))
  const { app, drain } = createSlackApp({
    ...made.options,
    ...change,
    bolt: { token: TOKEN, signingSecret: SIGNING, clientOptions: { slackApiUrl: slack.url } },
  })
  const server = await listenOverHttp(app, { port: 0, host: '127.0.0.1' })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const request = async (
    body: string,
    { type = 'application/json', secret = SIGNING, secondsAgo = 0 }: Signed = {},
  ): Promise<Response> => {
    const time = Math.floor(Date.now() / 1000) - secondsAgo
    const hash = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex')
    const headers = {
      'content-type': type,
      connection: 'close',
      'x-slack-request-timestamp': String(time),
      'x-slack-signature': `v0=${hash}`,
    }
    const url = `http://127.0.0.1:${port}/slack/events`
    const response = await fetch(url, { method: 'POST', body, headers })
    await drain(10_000)
    return response
  }
  return {
    ...made,
    port,
    calls: slack.calls,
    url: slack.url,
    request,
    event: (event: object, id: string) => request(JSON.stringify(envelope(event, id))),
    form: (fields: Readonly<Record<string, string>>) =>
      request(new URLSearchParams(fields).toString(), {
        type: 'application/x-www-form-urlencoded',
      }),
    said: () => slack.calls.filter((c) => /^chat\.|^respond/.test(c.method)),
    stop: async () => {
      server.closeAllConnections()
      await app.stop()
      await drain(5000)
      slack.server.closeAllConnections()
      slack.server.close()
      await made.db.destroy()
    },
  }
}
