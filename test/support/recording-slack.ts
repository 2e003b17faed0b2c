import { createServer, type Server } from 'node:http'

export const TEAM = 'T000000001'
export type Call = { method: string; body: Record<string, string> }

/** Slack's Web API as far as these tests need it, recording what it is asked. */
export function recordingSlack(): Promise<{
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

export const mention = (ts: string) => ({
  type: 'app_mention',
  user: 'U1',
  channel: 'C1',
  ts,
  event_ts: ts,
  text: '<@U0BOT> Why did Chinchilla change Kaplan’s advice?',
})
export const envelope = (event: object, id: string) => ({
  type: 'event_callback',
  token: 'a-verification-token',
  team_id: TEAM,
  api_app_id: 'A1',
  event,
  event_id: id,
  event_time: 1,
  authorizations: [{ team_id: TEAM, user_id: 'U0BOT', is_bot: true, is_enterprise_install: false }],
})
export const posts = (calls: Call[]) => calls.filter((c) => c.method === 'chat.postMessage')
