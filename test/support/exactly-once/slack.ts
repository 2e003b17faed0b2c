import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Random } from '../../../src/engine/random.ts'

/** What a channel holds. */
export type Stored = Readonly<{ channel: string; ts: string; thread?: string; key: string }>

/** A small page, so that looking for a message has to turn pages. */
const PAGE = 7

/** Shares of posts whose answer is lost, that are lost themselves, and that are refused for their rate. */
const TROUBLE = { answerLost: 0.1, lost: 0.05, refused: 0.05 } as const

export type SlackPorts = Readonly<{
  now: () => number
  random: Random
  /** Whether the line may drop and Slack may refuse. */
  troubled: () => boolean
}>

/** Slack's side of posting: it keeps a message before it answers, and the answer may get lost. */
export function slackStandIn({ now, random, troubled }: SlackPorts) {
  const stored: Stored[] = []
  const post = (body: URLSearchParams): Stored => {
    const thread = body.get('thread_ts')
    const message = {
      channel: body.get('channel') ?? '',
      ts: `${Math.floor(now() / 1000)}.${String(stored.length).padStart(6, '0')}`,
      ...(thread === null ? {} : { thread }),
      key: String(JSON.parse(body.get('metadata') ?? '{}').event_payload?.key),
    }
    stored.push(message)
    return message
  }
  const read = (body: URLSearchParams, thread: string | undefined) => {
    const all = stored.filter(
      (m) =>
        m.channel === body.get('channel') &&
        (m.thread ?? (m.ts === thread ? thread : undefined)) === thread &&
        Number(m.ts) >= Number(body.get('oldest') ?? 0),
    )
    const from = Number(body.get('cursor') ?? 0)
    const more = from + PAGE < all.length
    return {
      ok: true,
      messages: all.slice(from, from + PAGE).map(({ ts, key }) => ({
        ts,
        metadata: { event_type: 'rightsize_digest', event_payload: { key } },
      })),
      response_metadata: { next_cursor: more ? String(from + PAGE) : '' },
    }
  }
  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    seen: (what: string) => void,
  ): Promise<void> => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = new URLSearchParams(Buffer.concat(parts).toString())
    const method = (request.url ?? '').replace('/api/', '')
    seen(`${method} arrived`)
    const reply = (value: object) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(value))
    if (method === 'chat.postMessage') {
      const luck = troubled() ? random() : 1
      const { answerLost, lost, refused } = TROUBLE
      if (luck < lost) return void request.socket.destroy()
      if (luck < lost + refused)
        return void response.writeHead(429, { 'retry-after': '1' }).end('{"ok":false}')
      const { ts } = post(body)
      seen('stored')
      if (luck < lost + refused + answerLost) return void request.socket.destroy()
      reply({ ok: true, ts })
      seen('answered')
    } else if (method === 'conversations.history') reply(read(body, undefined))
    else if (method === 'conversations.replies') reply(read(body, body.get('ts') ?? ''))
    else reply({ ok: false, error: 'unknown_method' })
  }
  return { stored, answer }
}

/** A server of its own for one process, so that what it had asked before it died can be waited for. */
export function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Readonly<{ url: string; server: Server }>> {
  const server = createServer(handle)
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      resolve({ url: `http://127.0.0.1:${port}/`, server })
    }),
  )
}
