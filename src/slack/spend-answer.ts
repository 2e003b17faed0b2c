import type { WebClient } from '@slack/web-api'
import { isOpen } from '../access/decide.ts'
import { denialText } from '../access/denial-text.ts'
import type { Ask } from '../answering/conversation.ts'
import type { Turn } from '../answering/ports.ts'
import { escapeMrkdwn } from '../block-kit/escape.ts'
import { detectLanguage } from '../language/detect.ts'
import { markedSection } from './blocks/kit.ts'
import type { Slack } from './context.ts'
import { directMessage } from './deliver.ts'
import { slackDirectory } from './directory.ts'
import { MENTIONS } from './mentions.ts'
import type { Message } from './post.ts'

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
  const { conversation, post } = slack
  const { place } = ask
  const thread = (await conversation.turns(place)).filter(
    (t) => turn === undefined || t.createdAt < turn.createdAt,
  )
  const question = await slack.spend.read(place.tenant, ask.text, thread.map(asked))
  if (!question) return false
  const { tenant, channel } = place
  const { channels } = await slack.access.settings(tenant)
  const allowed = channels.find((c) => c.id === channel)
  const openly = !channel.startsWith('D') && (allowed === undefined || isOpen(allowed))
  const request = { tenant, person: ask.asker, channel, kind: 'question', openly } as const
  const denial = await slack.access.seeing(request, slackDirectory(client))
  const language = detectLanguage(ask.text, thread.at(-1)?.language ?? ask.locale)
  const alone = (message: Message) => tellAlone(client, slack, ask, message)
  if (denial) {
    await alone(messageOf(denialText(denial, MENTIONS, language)))
    return true
  }
  const lines = await slack.spend.answer(tenant, question, language)
  const message = messageOf(escapeMrkdwn(lines.join('\n')))
  const kept = await conversation.note({ ...ask, locale: language }, turn)
  if (!openly && !channel.startsWith('D')) {
    await alone(message)
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

/** The same for a command, whose reply only the asker sees; undefined for any other question. */
export async function spendReplyTo(
  client: WebClient,
  { access, spend }: Pick<Slack, 'access' | 'spend'>,
  { place: { tenant, channel }, asker: person, text, locale }: Ask,
): Promise<string | undefined> {
  const question = await spend.read(tenant, text)
  if (!question) return undefined
  const language = detectLanguage(text, locale)
  const request = { tenant, person, channel, kind: 'question' } as const
  const denial = await access.seeing(request, slackDirectory(client))
  if (denial) return denialText(denial, MENTIONS, language)
  return escapeMrkdwn((await spend.answer(tenant, question, language)).join('\n'))
}

function asked({ question, createdAt: at, answer, input }: Turn) {
  return { question, at, spend: answer.spend === true, sized: input !== undefined }
}

function messageOf(marked: string): Message {
  return { text: marked, steps: [[markedSection(marked)], []] }
}

/** In the direct message as a message, else so that only the asker sees it. */
async function tellAlone(
  client: WebClient,
  { post }: Means,
  { place: { channel, thread }, asker: user }: Ask,
  message: Message,
): Promise<void> {
  if (channel.startsWith('D')) {
    await post(client, { to: 'thread', channel, thread }, message)
    return
  }
  await post(client, { to: 'person', channel, user, thread }, message).catch(async () =>
    post(client, { to: 'thread', channel: await directMessage(client, user) }, message),
  )
}
