import type { ConversationsRepliesResponse, WebClient } from '@slack/web-api'
import type { Place } from '../answering/ports.ts'
import type { Slack } from './context.ts'
import { isOpeningOf } from './opening.ts'

/** A question that a process was interrupted over. */
type Interrupted = Readonly<{ place: Place; ts: string; user: string }>

/** How many messages after a question are looked through for its answer. */
const LOOKED_THROUGH = 100

/**
 * Whether a question has its answer after all, or gets the one that was made for it: an answer carries
 * the id of its turn, so that one which was posted just before the process died is found and not
 * posted again. Throws where the thread cannot be read, for then nobody knows.
 */
export async function answeredBefore(
  client: WebClient,
  { conversation, deliver }: Slack,
  { place, ts, user }: Interrupted,
): Promise<boolean> {
  const { tenant, channel } = place
  const made = await conversation.turnForQuestion(tenant, channel, ts)
  const turn = made?.answer.spend ? undefined : made
  if (turn?.answerTs !== undefined) return true
  const reading = messagesAfter(client, place, ts)
  if (turn === undefined) {
    await withdrawOpenings(client, channel, ts, await reading.catch(() => []))
    return false
  }
  const messages = await reading
  const answer = messages.find((message) => turnOf(message) === turn.id)
  await withdrawOpenings(client, channel, ts, messages)
  if (answer?.ts === undefined) await deliver.inThread(client, turn, place, user)
  else await conversation.posted(turn, { place, answerTs: answer.ts, visibility: turn.visibility })
  return true
}

type Message = NonNullable<ConversationsRepliesResponse['messages']>[number]

async function messagesAfter(
  client: WebClient,
  { channel, thread }: Place,
  ts: string,
): Promise<readonly Message[]> {
  const { messages = [] } = await client.conversations.replies({
    ...{ channel, ts: thread, oldest: ts },
    ...{ limit: LOOKED_THROUGH, include_all_metadata: true },
  })
  return messages
}

/** Takes away what was shown of an answer whose process died before the rest came. */
async function withdrawOpenings(
  client: WebClient,
  channel: string,
  question: string,
  messages: readonly Message[],
): Promise<void> {
  for (const message of messages) {
    if (message.ts === undefined || turnOf(message) !== undefined) continue
    if (!isOpeningOf(question, message)) continue
    await client.chat.stopStream({ channel, ts: message.ts }).catch(() => undefined)
    await client.chat.delete({ channel, ts: message.ts }).catch(() => undefined)
  }
}

function turnOf(message: Readonly<{ metadata?: { event_payload?: object } }>): unknown {
  const payload = message.metadata?.event_payload
  return payload !== undefined && 'turn' in payload ? payload.turn : undefined
}
