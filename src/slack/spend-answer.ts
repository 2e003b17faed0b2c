import type { WebClient } from '@slack/web-api'
import { isOpen } from '../access/decide.ts'
import type { Settings } from '../access/settings.ts'
import type { Ask } from '../answering/conversation.ts'
import type { Turn } from '../answering/ports.ts'
import { detectLanguage } from '../language/detect.ts'
import { button, markedSections } from './blocks/kit.ts'
import { WORDS } from './blocks/words.ts'
import type { Slack } from './context.ts'
import { directMessage } from './deliver.ts'
import type { Message, Target } from './post.ts'
import { asked, isDirect, spendFor } from './spend-figures.ts'
import { ACTIONS } from './surface.ts'

type Means = Pick<Slack, 'access' | 'conversation' | 'post' | 'spend'>

/**
 * Answers a question about the company's own spend in its thread, to those who may see it there, and
 * tells anybody else in private who can allow it. Where only some were named in a channel, the answer
 * too is for the asker alone. What is kept holds no figures.
 * @param turn the turn whose question was edited
 * @returns false for any other question
 */
export async function answeredSpend(
  client: WebClient,
  slack: Means,
  ask: Ask,
  turn?: Turn,
): Promise<boolean> {
  const { conversation, post, access } = slack
  const { place, asker: person, text } = ask
  const { tenant, channel } = place
  const thread = (await conversation.turns(place)).filter(
    (t) => turn === undefined || t.createdAt < turn.createdAt,
  )
  const question = await slack.spend.read(tenant, text, { thread: thread.map(asked) })
  if (!question) return false
  const language = detectLanguage(text, thread.at(-1)?.language ?? ask.locale)
  const openly = !isDirect(channel) && !isForSome(await access.settings(tenant), channel)
  const request = { tenant, person, channel, kind: 'question', openly } as const
  const { marked, denied } = await spendFor(client, slack, request, question, language)
  const message = messageOf(marked)
  if (denied) {
    await tellAlone(client, slack, ask, message)
    return true
  }
  const kept = await conversation.note({ ...ask, locale: language }, turn)
  if (!openly && !isDirect(channel)) {
    await tellAlone(client, slack, ask, message)
    return true
  }
  if (turn?.answerTs) {
    await post(client, { to: 'update', channel, ts: turn.answerTs }, message)
    return true
  }
  const ts = await post(client, { to: 'thread', channel, thread: place.thread }, message)
  if (ts === undefined) return true
  const there = await conversation.posted(kept, { place, answerTs: ts, visibility: 'thread' })
  if (!there) await client.chat.delete({ channel, ts })
  return true
}

/**
 * The same for a command, whose reply only the asker sees; where everybody in the channel may see spend
 * it can be shared from there. Undefined for any other question.
 */
export async function spendReplyTo(
  client: WebClient,
  slack: Means,
  ask: Ask,
): Promise<Message | undefined> {
  const { asker: person, text, locale, place } = ask
  const { tenant, channel } = place
  const question = await slack.spend.read(tenant, text)
  if (!question) return undefined
  const language = detectLanguage(text, locale)
  const request = { tenant, person, channel, kind: 'question' } as const
  const { marked, denied } = await spendFor(client, slack, request, question, language)
  if (denied) return messageOf(marked)
  const { id } = await slack.conversation.note({ ...ask, locale: language })
  const { channels } = await slack.access.settings(tenant)
  const canShare = channels.some((c) => c.id === channel && isOpen(c))
  if (!canShare) return messageOf(marked)
  const share = button(ACTIONS.share, WORDS.share[language], `${id} ${channel}`, 'primary')
  return {
    text: marked,
    steps: [[...markedSections(marked), { type: 'actions', elements: [share] }], []],
  }
}

/** Whether only some of those in a channel may see spend there. */
function isForSome({ channels }: Settings, channel: string): boolean {
  return channels.some((c) => c.id === channel && !isOpen(c))
}

/** Paragraphs, whose mrkdwn is ours, as a message. */
export function messageOf(marked: string): Message {
  return { text: marked, steps: [markedSections(marked), []] }
}

/**
 * Where only the asker sees an answer: the direct message, or beside the question. In a thread Slack shows
 * what one person sees only if there are replies already, which a question that opens it has not.
 */
export function aloneAt({ place: { channel, thread }, asker: user, questionTs }: Ask): Target {
  if (isDirect(channel)) return { to: 'thread', channel, thread }
  return { to: 'person', channel, user, ...(thread === questionTs ? {} : { thread }) }
}

/** Tells the asker alone, in a direct message where nothing else works. */
export async function tellAlone(
  client: WebClient,
  { post }: Pick<Slack, 'post'>,
  ask: Ask,
  message: Message,
): Promise<void> {
  const inDirect = async () => {
    const channel = await directMessage(client, ask.asker)
    return post(client, { to: 'thread', channel }, message)
  }
  const told = post(client, aloneAt(ask), message)
  await (isDirect(ask.place.channel) ? told : told.catch(inDirect))
}
