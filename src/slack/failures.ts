import type { WebClient } from '@slack/web-api'
import { WORDS } from './blocks/words.ts'
import { directMessage } from './deliver.ts'
import type { Poster } from './post.ts'

/** Tells the person, in both languages, that this failed, or that the store does, with a reference. Never throws. */
export function apologise(
  client: WebClient,
  post: Poster,
  body: object,
  reference: string,
  error: unknown,
): Promise<void> {
  const isStore = error instanceof Error && error.name === 'DatabaseFaultError'
  const { en, ko } = isStore ? WORDS.storeAway : WORDS.failed
  return tellPerson(client, post, body, `${en} ${reference}\n${ko} ${reference}`)
}

/**
 * Tells whoever sent something a thing that is for them alone: where they acted if that can be reached,
 * else in the direct message. Never throws.
 */
export async function tellPerson(
  client: WebClient,
  post: Poster,
  body: object,
  text: string,
): Promise<void> {
  const { channel, user, thread, responseUrl } = whereabouts(body)
  const message = { text, steps: [[]] }
  const ways: (() => Promise<unknown>)[] = []
  if (responseUrl) ways.push(() => post(client, { to: 'response', url: responseUrl }, message))
  if (channel && user)
    ways.push(() =>
      post(client, { to: 'person', channel, user, ...(thread ? { thread } : {}) }, message),
    )
  if (user)
    ways.push(async () =>
      post(client, { to: 'thread', channel: await directMessage(client, user) }, message),
    )
  for (const way of ways)
    if (
      await way().then(
        () => true,
        () => false,
      )
    )
      return
}

type Whereabouts = Readonly<{
  channel?: string
  user?: string
  thread?: string
  responseUrl?: string
}>

/** Channel, person, thread and reply address of any payload Slack sends. */
function whereabouts(body: object): Whereabouts {
  const at = (...keys: string[]): string | undefined => {
    const found = keys.reduce<unknown>(
      (v, key) =>
        typeof v === 'object' && v !== null ? (v as Record<string, unknown>)[key] : undefined,
      body,
    )
    return typeof found === 'string' && found ? found : undefined
  }
  const channel = at('event', 'channel') ?? at('channel', 'id') ?? at('channel_id')
  const user =
    at('event', 'user') ?? at('event', 'message', 'user') ?? at('user', 'id') ?? at('user_id')
  // Not the event's own time: Slack shows nothing private in a thread that nobody has replied in.
  const thread =
    at('event', 'thread_ts') ?? at('event', 'message', 'thread_ts') ?? at('container', 'thread_ts')
  const responseUrl = at('response_url')
  return {
    ...(channel ? { channel } : {}),
    ...(user ? { user } : {}),
    ...(thread ? { thread } : {}),
    ...(responseUrl ? { responseUrl } : {}),
  }
}
