import type { WebClient } from '@slack/web-api'
import { WORDS } from './blocks/words.ts'

/** What a log may say of an error: its name, message and stack; Slack's own payloads stay out. */
export function failureOf(error: unknown): Readonly<Record<string, unknown>> {
  return error instanceof Error
    ? { error: error.name, reason: error.message, stack: error.stack }
    : { error: String(error) }
}

/** Tells the person, in plain words and both languages, that something failed, with a reference. */
export async function apologise(client: WebClient, body: object, reference: string): Promise<void> {
  const { channel, user, thread } = whereabouts(body)
  const text = `${WORDS.failed.en} ${reference}\n${WORDS.failed.ko} ${reference}`
  if (channel && user)
    await client.chat
      .postEphemeral({ channel, user, text, ...(thread ? { thread_ts: thread } : {}) })
      .catch(() => undefined)
}

/** Channel, person and thread of any payload Slack sends. */
function whereabouts(body: object): { channel?: string; user?: string; thread?: string } {
  const at = (value: unknown, ...keys: string[]): string | undefined => {
    const found = keys.reduce<unknown>(
      (v, key) =>
        typeof v === 'object' && v !== null ? (v as Record<string, unknown>)[key] : undefined,
      value,
    )
    return typeof found === 'string' && found ? found : undefined
  }
  const channel =
    at(body, 'event', 'channel') ?? at(body, 'channel', 'id') ?? at(body, 'channel_id')
  const user = at(body, 'event', 'user') ?? at(body, 'user', 'id') ?? at(body, 'user_id')
  const thread = at(body, 'event', 'thread_ts') ?? at(body, 'event', 'ts')
  return {
    ...(channel ? { channel } : {}),
    ...(user ? { user } : {}),
    ...(thread ? { thread } : {}),
  }
}
