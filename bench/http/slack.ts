import { createServer } from 'node:http'

/** Slack's Web API as far as posting a reply needs it, which tells when a thread got one. */
export async function slackServer() {
  const waiting = new Map<string, (at: number) => void>()
  let posts = 0
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const fields = new URLSearchParams(Buffer.concat(parts).toString())
    const method = (request.url ?? '').replace('/api/', '')
    const replies: Readonly<Record<string, object>> = {
      'auth.test': { team_id: TEAM, user_id: 'U0BOT', bot_id: 'B0BOT' },
      'users.info': { user: { id: 'U1', team_id: TEAM, locale: 'en-US' } },
      'chat.postMessage': { ts: `${2e9 + ++posts}.0`, channel: 'C1' },
    }
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ ok: true, ...replies[method] }))
    if (method !== 'chat.postMessage') return
    const thread = fields.get('thread_ts') ?? ''
    const heard = waiting.get(thread)
    waiting.delete(thread)
    heard?.(performance.now())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/`,
    /** Resolves with the time of the next reply in a thread. */
    reply: (thread: string) =>
      new Promise<number>((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`The thread ${thread} got no reply in a minute.`)),
          60_000,
        )
        waiting.set(thread, (at) => {
          clearTimeout(timer)
          resolve(at)
        })
      }),
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** The workspace that all events are of. */
export const TEAM = 'T000000001'
