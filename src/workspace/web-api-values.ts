import { BOT, type Message } from './store.ts'

/** The fields of a Web API call. */
export type Body = Readonly<Record<string, unknown>>
export type Reply = Readonly<{ ok: boolean; [key: string]: unknown }>

/** A message as the API shows it. */
export function shown(m: Message): Record<string, unknown> {
  return {
    type: 'message',
    ts: m.ts,
    user: m.user,
    text: m.text,
    ...(m.blocks.length > 0 ? { blocks: m.blocks } : {}),
    ...(m.thread ? { thread_ts: m.thread } : {}),
    ...(m.user === BOT ? { bot_id: 'B000BOT' } : {}),
    ...(m.metadata ? { metadata: m.metadata } : {}),
  }
}

export function blocksOf(b: Body): Record<string, unknown>[] {
  const value = typeof b.blocks === 'string' ? JSON.parse(b.blocks) : b.blocks
  return Array.isArray(value) ? value : []
}

export function parsed(value: unknown): Record<string, unknown> {
  return (typeof value === 'string' ? JSON.parse(value) : value) as Record<string, unknown>
}

export function text(b: Body, key: string): string {
  const value = b[key]
  return typeof value === 'string'
    ? value
    : value === undefined || value === null
      ? ''
      : String(value)
}

export function fail(error: string): Reply {
  return { ok: false, error }
}

export function reply(value: Reply): Response {
  return new Response(JSON.stringify(value), {
    status: 200,
    headers: { 'content-type': 'application/json' },
  })
}

/** The client sends forms; respond() sends JSON; values that look like JSON are parsed where they are used. */
export async function readBody(body: unknown): Promise<Body> {
  if (body === undefined || body === null) return {}
  if (body instanceof FormData) return Object.fromEntries(body.entries())
  const raw =
    typeof body === 'string'
      ? body
      : await new Response(body as NonNullable<RequestInit['body']>).text()
  if (raw.startsWith('{')) return JSON.parse(raw) as Body
  return Object.fromEntries(
    [...new URLSearchParams(raw)].map(([key, value]) => [
      key,
      key === 'metadata' ? JSON.parse(value) : value,
    ]),
  )
}
