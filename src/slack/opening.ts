import type { WebClient } from '@slack/web-api'
import type { Answer } from '../answering/answer.ts'
import { sentenceText } from '../answering/plain-text.ts'
import type { Place, Turn } from '../answering/ports.ts'
import { parted } from '../answering/wording/opening.ts'
import { escapeMrkdwn } from '../block-kit/escape.ts'
import { openingBlocks } from './blocks/answer.ts'
import { WORDS } from './blocks/words.ts'
import { failureOf } from './failure-fields.ts'
import type { Log } from './ports.ts'
import { answerMessage, type Poster, restMessage } from './post.ts'

/** The beginning of an answer, shown while a language model still words the rest. */
export type Opening = Readonly<{
  /** Shows what is certain of an answer, if anything is, without keeping anybody waiting. */
  show: (answer: Answer) => void
  /** Completes what was shown; undefined where nothing stands, so that the answer is still to be posted. */
  complete: (turn: Turn) => Promise<string | undefined>
  /** Takes away what was shown of an answer that did not come. */
  withdraw: () => Promise<void>
}>

/** Who asked what, and where; Slack wants to know who a stream in a channel is for. */
type Asker = Readonly<{ place: Place; ts: string; user: string; team: string | undefined }>
type Shown = Readonly<{ ts: string; streams: boolean }>

/**
 * Streams where Slack does: the opening starts a stream and the rest ends it. Elsewhere the opening is
 * posted and then edited. A stream that Slack has closed meanwhile (it does after about five minutes,
 * and no answer takes a quarter of that) or does not end with these blocks is edited too.
 */
export function createOpening(
  client: WebClient,
  post: Poster,
  { place: { channel, thread }, ts: question, user, team }: Asker,
  log: Log,
): Opening {
  let shown: Promise<Shown | undefined> = Promise.resolve(undefined)
  const begin = async (answer: Answer): Promise<Shown | undefined> => {
    const [first, ...others] = openingBlocks(answer)
    if (first === undefined) return undefined
    const blocks = [{ ...first, block_id: markOf(question) }, ...others]
    try {
      const stream = await client.chat.startStream({
        channel,
        thread_ts: thread,
        recipient_user_id: user,
        ...(team === undefined ? {} : { recipient_team_id: team }),
        chunks: [{ type: 'blocks', blocks }],
      } as never)
      if (stream.ts !== undefined) return { ts: stream.ts, streams: true }
    } catch (error) {
      // After any other failure a stream may stand there, so nothing is posted beside it.
      if (!REFUSED.test(codeOf(error))) throw error
    }
    const ts = await post(
      client,
      { to: 'thread', channel, thread },
      {
        text: textOf(answer),
        steps: [blocks, []],
      },
    )
    return ts === undefined ? undefined : { ts, streams: false }
  }
  return {
    show: (answer) => {
      shown = begin(answer).catch((error: unknown) => {
        log.warn(failureOf(error), 'the opening of an answer was not shown')
        return undefined
      })
    },
    complete: async (turn) => {
      const was = await shown
      if (was === undefined) return undefined
      const { ts, streams } = was
      if (streams)
        try {
          return await post(client, { to: 'stream', channel, ts }, restMessage(turn))
        } catch (error) {
          log.warn(failureOf(error), 'a stream could not be ended with the answer, editing it')
          await client.chat.stopStream({ channel, ts }).catch(() => undefined)
        }
      await post(client, { to: 'update', channel, ts }, answerMessage(turn))
      return ts
    },
    withdraw: async () => {
      const was = await shown
      if (was === undefined) return
      if (was.streams) await client.chat.stopStream({ channel, ts: was.ts }).catch(() => undefined)
      await client.chat.delete({ channel, ts: was.ts }).catch(() => undefined)
    },
  }
}

/** A message as a thread gives it back, as far as its blocks go. */
type Read = Readonly<{ blocks?: readonly Readonly<{ block_id?: string }>[] }>

/** Whether a message begins as the opening of the answer to a question does, completed or not. */
export function isOpeningOf(question: string, { blocks = [] }: Read): boolean {
  return blocks[0]?.block_id === markOf(question)
}

/** Slack keeps a block's id, and takes no metadata where a stream starts. */
function markOf(question: string): string {
  return `opening:${question}`
}

/** Errors after which Slack has certainly started nothing. */
const REFUSED = /platform_error|rate_limited/

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

function textOf(answer: Answer): string {
  const said = parted(answer)
    .opening.flatMap((s) => s.sentences.map(sentenceText))
    .join(' ')
  return escapeMrkdwn(said || WORDS.status[answer.language])
}
