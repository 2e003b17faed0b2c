import { createServer } from 'node:http'

export type Post = Readonly<{
  channel: string
  thread: string
  ts: string
  /** The message that it answers. */
  question: string
  metadata: unknown
}>
/** What only one person was shown. */
export type Whisper = Readonly<{ user: string; channel: string; text: string }>

type Fields = Readonly<Record<string, string>>

/** A Web API that keeps what is posted, as far as answers need it. */
export async function slackServer(team: string) {
  const posts: Post[] = []
  const whispers: Whisper[] = []
  let last = 0
  const methods: Readonly<Record<string, (b: Fields) => object>> = {
    'auth.test': () => ({ team_id: team, user_id: 'U0BOT', bot_id: 'B0BOT' }),
    'users.info': (b) => ({ user: { id: b.user, team_id: team, locale: 'en-US' } }),
    'conversations.info': (b) => ({ channel: { id: b.channel } }),
    'chat.postMessage': ({ channel = '', thread_ts: thread = '', metadata = '{}' }) => {
      const kept = JSON.parse(metadata) as { event_payload?: { question?: string } }
      last = Math.max(last + 1, Date.now() * 1_000)
      const ts = `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`
      posts.push({
        channel,
        thread,
        ts,
        question: kept.event_payload?.question ?? '',
        metadata: kept,
      })
      return { channel, ts }
    },
    'chat.postEphemeral': ({ channel = '', user = '', text = '' }) => {
      whispers.push({ channel, user, text })
      return { message_ts: '1.0' }
    },
    'conversations.replies': (b) => ({
      messages: posts
        .filter((p) => p.channel === b.channel && p.thread === b.ts)
        .map(({ ts, metadata }) => ({ ts, metadata })),
    }),
  }
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const fields = Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString()))
    const method = methods[(request.url ?? '').replace('/api/', '')]
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ ok: true, ...method?.(fields) }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/api/`,
    posts,
    whispers,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
