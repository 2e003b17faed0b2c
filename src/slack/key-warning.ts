import type { WebClient } from '@slack/web-api'
import { looksLikeKey } from '../access/keys.ts'
import type { Language } from '../language/language.ts'
import { ACCESS_WORDS } from './blocks/access-words.ts'
import { context } from './blocks/kit.ts'
import { directMessage } from './deliver.ts'
import type { Message, Poster } from './post.ts'

/** Where somebody wrote what seems to be a key. */
type Written = Readonly<{ text: string; channel: string; user: string; thread?: string }>

/** The warning about a key that was written to the bot. */
export function keyWarning(language: Language): Message {
  const text = ACCESS_WORDS.key[language]
  return { text, steps: [[context(text)], []] }
}

/**
 * Warns somebody, and nobody else, who wrote what seems to be a key; the text must go no further.
 * @returns whether it seemed to be one
 */
export async function warnedOfKey(
  client: WebClient,
  post: Poster,
  { text, channel, user, thread }: Written,
  language: Language,
): Promise<boolean> {
  if (!looksLikeKey(text)) return false
  const message = keyWarning(language)
  const alone = { to: 'person', channel, user, ...(thread ? { thread } : {}) } as const
  const inDm = async () =>
    post(client, { to: 'thread', channel: await directMessage(client, user) }, message)
  await (channel.startsWith('D') ? inDm() : post(client, alone, message).catch(inDm))
  return true
}
