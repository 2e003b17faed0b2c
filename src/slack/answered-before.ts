import type { WebClient } from '@slack/web-api'
import type { Place } from '../answering/ports.ts'
import type { Slack } from './context.ts'

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
  const turn = await conversation.turnForQuestion(place.tenant, place.channel, ts)
  if (turn === undefined || turn.answer.spend) return false
  if (turn.answerTs !== undefined) return true
  const thread = await client.conversations.replies({
    channel: place.channel,
    ts: place.thread,
    oldest: ts,
    limit: LOOKED_THROUGH,
    include_all_metadata: true,
  })
  const answer = thread.messages?.find((message) => turnOf(message) === turn.id)
  if (answer?.ts === undefined) await deliver.inThread(client, turn, place, user)
  else await conversation.posted(turn, { place, answerTs: answer.ts, visibility: turn.visibility })
  return true
}

function turnOf(message: Readonly<{ metadata?: { event_payload?: object } }>): unknown {
  const payload = message.metadata?.event_payload
  return payload !== undefined && 'turn' in payload ? payload.turn : undefined
}
