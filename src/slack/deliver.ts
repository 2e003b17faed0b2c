import type { WebClient } from '@slack/web-api'
import type { Answer } from '../answering/answer.ts'
import type { Conversation } from '../answering/conversation.ts'
import type { Place, Turn } from '../answering/ports.ts'
import { WORDS } from './blocks/words.ts'
import type { Opening } from './opening.ts'
import { answerMessage, type Message, type Poster, readingMessage } from './post.ts'

/** Ways an answer reaches people; each remembers where it went. */
export type Deliver = Readonly<{
  /** Where the answer's opening stands already, that message is completed. */
  inThread: (
    client: WebClient,
    turn: Turn,
    place: Place,
    user: string,
    opening?: Opening,
  ) => Promise<void>
  replacing: (client: WebClient, turn: Turn) => Promise<void>
  privately: (client: WebClient, turn: Turn, user: string, responseUrl?: string) => Promise<void>
  /** Shows somebody a reading of an answer where they clicked, and nobody else. */
  reading: (
    client: WebClient,
    turn: Turn,
    reading: Answer,
    user: string,
    responseUrl?: string,
  ) => Promise<void>
  /** Shows an earlier answer in the direct message, where it can be continued. */
  again: (client: WebClient, turn: Turn, user: string) => Promise<void>
}>

const NOT_THERE = /not_in_channel|channel_not_found|is_archived|restricted_action/

/** The channel of the bot's direct message with a person. */
export async function directMessage(client: WebClient, user: string): Promise<string> {
  const opened = await client.conversations.open({ users: user })
  const channel = opened.channel?.id
  if (channel === undefined) throw new Error('The direct message could not be opened.')
  return channel
}

/** `answered` is told of every answer that stands in a thread. */
export function createDeliver(
  conversation: Conversation,
  post: Poster,
  answered: (client: WebClient, turn: Turn) => Promise<void>,
): Deliver {
  const byDm = async (
    client: WebClient,
    turn: Turn,
    user: string,
    message: Message,
  ): Promise<void> => {
    const channel = await directMessage(client, user)
    const ts = await post(client, { to: 'thread', channel }, message)
    if (ts !== undefined)
      await conversation.posted(turn, {
        place: { ...turn.place, channel, thread: ts },
        answerTs: ts,
        visibility: 'private',
      })
  }
  const replacing: Deliver['replacing'] = async (client, turn) => {
    const { answerTs: ts, place } = turn
    if (ts) await post(client, { to: 'update', channel: place.channel, ts }, answerMessage(turn))
    await answered(client, turn)
  }
  return {
    inThread: async (client, turn, place, user, opening) => {
      try {
        const ts =
          (await opening?.complete(turn)) ??
          (await post(
            client,
            { to: 'thread', channel: place.channel, thread: place.thread },
            answerMessage(turn),
          ))
        if (ts === undefined) return
        const at = { place, answerTs: ts, visibility: turn.visibility }
        const kept = await conversation.posted(turn, at)
        if (!kept) await client.chat.delete({ channel: place.channel, ts })
        else if (kept.question !== turn.question) await replacing(client, kept)
        else await answered(client, { ...turn, place })
      } catch (error) {
        if (!NOT_THERE.test(String(error))) throw error
        const own = { ...turn, visibility: 'private' as const }
        const invited = answerMessage(own, WORDS.invite[turn.language])
        await conversation.posted(turn, { place, answerTs: '', visibility: 'private' })
        await post(client, { to: 'person', channel: place.channel, user }, invited).catch(() =>
          byDm(client, own, user, invited),
        )
      }
    },
    reading: async (client, turn, reading, user, responseUrl) => {
      const message = readingMessage(turn, reading)
      const { channel, thread } = turn.place
      const shown =
        turn.visibility === 'private' && responseUrl !== undefined
          ? post(client, { to: 'response', url: responseUrl }, message)
          : post(client, { to: 'person', channel, user, thread }, message)
      await shown.catch(async () =>
        post(client, { to: 'thread', channel: await directMessage(client, user) }, message),
      )
    },
    again: (client, turn, user) => byDm(client, turn, user, answerMessage(turn)),
    replacing,
    privately: async (client, turn, user, responseUrl) => {
      const message = answerMessage(turn)
      if (responseUrl === undefined) return byDm(client, turn, user, message)
      try {
        await post(client, { to: 'response', url: responseUrl }, message)
      } catch {
        await byDm(client, turn, user, message)
      }
    },
  }
}
