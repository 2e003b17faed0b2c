import { setTimeout as delay } from 'node:timers/promises'
import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api'
import type { Answer } from '../answering/answer.ts'
import type { Turn } from '../answering/ports.ts'
import { escapeMrkdwn } from '../block-kit/escape.ts'
import { blockProblems } from '../block-kit/validate.ts'
import { type Meter, UNMETERED } from '../operation/meter.ts'
import { answerBlocks, answerSummary, readingBlocks } from './blocks/answer.ts'
import type { Block } from './blocks/kit.ts'
import { failureOf, unquoted } from './failure-fields.ts'
import { meteredFetch } from './metered-fetch.ts'
import type { Log } from './ports.ts'
import { isReplyAddress } from './reply-address.ts'

/** A message to be drawn in three steps of care: everything, without native tables, text alone. */
export type Message = Readonly<{
  /** What notifications and screen readers say, as mrkdwn: foreign parts are escaped already. */
  text: string
  steps: readonly (readonly Block[])[]
  metadata?: { event_type: string; event_payload: Record<string, string> }
  /** Told which step Slack took, the first being 0. */
  taken?: (step: number) => void
}>

/**
 * Where a message goes: a new one, one to replace, the end of one that streams, one that only a person
 * sees, or a reply to a command.
 */
export type Target =
  | Readonly<{ to: 'thread'; channel: string; thread?: string }>
  | Readonly<{ to: 'update'; channel: string; ts: string }>
  | Readonly<{ to: 'stream'; channel: string; ts: string }>
  | Readonly<{ to: 'person'; channel: string; user: string; thread?: string }>
  | Readonly<{ to: 'response'; url: string; replace?: boolean }>

export type Poster = (
  client: WebClient,
  target: Target,
  message: Message,
) => Promise<string | undefined>

/** An answer as a message, below a note to somebody who sees it alone. */
export function answerMessage(turn: Turn, note?: string): Message {
  const blocks = (style: 'full' | 'plain') => answerBlocks(turn, style, 'whole', note)
  const summary = answerSummary(turn)
  return {
    text: escapeMrkdwn(note === undefined ? summary : `${note}\n${summary}`),
    steps: [blocks('full'), blocks('plain'), []],
    metadata: {
      event_type: 'rightsize_answer',
      event_payload: {
        turn: turn.id,
        ...(turn.questionTs === undefined ? {} : { question: turn.questionTs }),
      },
    },
  }
}

/** What is left of an answer after its opening, to end a message that streams. */
export function restMessage(turn: Turn): Message {
  const rest = (style: 'full' | 'plain') => answerBlocks(turn, style, 'rest')
  return { ...answerMessage(turn), steps: [rest('full'), rest('plain')] }
}

/** A reading of an answer as a message of its own. */
export function readingMessage(turn: Turn, reading: Answer): Message {
  return {
    text: escapeMrkdwn(answerSummary({ ...turn, answer: reading })),
    steps: [readingBlocks(turn, reading, 'full'), readingBlocks(turn, reading, 'plain'), []],
  }
}

const REFUSED = /invalid_blocks|msg_blocks_too_long|invalid_arguments/

/** How often, and at most how many seconds at a time, a message waits when Slack says "not so fast". */
const WAITS = { times: 2, seconds: 30 } as const

/** Longest that a reply address may take, in milliseconds. */
const REPLY_MS = 10_000

export type PosterPorts = Readonly<{
  /** For addresses that Slack gave for replies to commands and clicks. */
  fetch?: typeof fetch
  /** Resolves after so many milliseconds. */
  wait?: (milliseconds: number) => Promise<unknown>
  /** How often a message waits when Slack says "not so fast"; a sender with a lease does not. */
  waits?: number
  meter?: Meter
}>

/**
 * Posts with fewer and plainer blocks until Slack takes it, so that one bad block never loses an
 * answer. With `strict`, for tests, a block that breaks Slack's limits is an error at once. The
 * client must not retry by itself: a post that may have arrived is never sent again, only one that
 * Slack says it has refused for its rate.
 * @returns the message's timestamp, where Slack gives one
 */
export function createPoster(log: Log, strict: boolean, ports: PosterPorts = {}): Poster {
  const { fetch: given = fetch, wait = delay, waits = WAITS.times, meter = UNMETERED } = ports
  const fetchUrl = meteredFetch(given, meter)
  const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
    for (let waited = 0; ; waited += 1) {
      try {
        return await work()
      } catch (error) {
        const seconds = error instanceof WebAPIRateLimitedError ? error.retryAfter : Infinity
        if (waited === waits || seconds > WAITS.seconds) throw error
        log.warn({ seconds }, 'Slack asked to wait before posting')
        meter.count({ kind: 'slack-wait' })
        await wait(seconds * 1000)
      }
    }
  }
  return async (client, target, message) => {
    for (const [step, blocks] of message.steps.entries()) {
      const problems = blockProblems(blocks)
      if (problems.length > 0 && strict)
        throw new Error(`Blocks that Slack would refuse: ${problems.join('; ')}`)
      if (problems.length > 0) log.warn({ step, problems }, 'blocks over a limit, drawing plainer')
      else {
        try {
          const ts = await patiently(() => send(client, target, message, blocks, fetchUrl))
          message.taken?.(step)
          return ts
        } catch (error) {
          if (!REFUSED.test(String(error)) || step === message.steps.length - 1) throw error
          log.warn({ step, messages: detailsOf(error) }, 'blocks refused, drawing plainer')
        }
      }
    }
    return undefined
  }
}

/** Posts, and tells which blocks Slack took. */
export async function postTelling(
  post: Poster,
  client: WebClient,
  target: Target,
  message: Message,
): Promise<Readonly<{ ts: string | undefined; blocks: readonly Block[] }>> {
  let step = 0
  const taken = (which: number) => {
    step = which
  }
  const ts = await post(client, target, { ...message, taken })
  return { ts, blocks: message.steps[step] ?? [] }
}

async function send(
  client: WebClient,
  target: Target,
  message: Message,
  blocks: readonly Block[],
  fetchUrl: (url: string, init: RequestInit) => Promise<Response>,
): Promise<string | undefined> {
  const { text, metadata } = message
  // An update without blocks keeps the old ones, so there an empty list says that there are none.
  const shown = blocks.length > 0 || target.to === 'update'
  const body = { text, ...(shown ? { blocks: [...blocks] as never } : {}) }
  const quiet = { unfurl_links: false, unfurl_media: false }
  switch (target.to) {
    case 'thread': {
      const posted = await client.chat.postMessage({
        channel: target.channel,
        ...(target.thread ? { thread_ts: target.thread } : {}),
        ...body,
        ...quiet,
        ...(metadata ? { metadata } : {}),
      } as never)
      return posted.ts
    }
    case 'update': {
      const updated = await client.chat.update({
        channel: target.channel,
        ts: target.ts,
        ...body,
        ...(metadata ? { metadata } : {}),
      } as never)
      return updated.ts
    }
    case 'stream': {
      const ended = await client.chat.stopStream({
        channel: target.channel,
        ts: target.ts,
        blocks: [...blocks],
        ...(metadata ? { metadata } : {}),
      } as never)
      return ended.ts ?? target.ts
    }
    case 'person': {
      const shown = await client.chat.postEphemeral({
        channel: target.channel,
        user: target.user,
        ...(target.thread ? { thread_ts: target.thread } : {}),
        ...body,
      } as never)
      return shown.message_ts
    }
    case 'response': {
      if (!isReplyAddress(target.url, client.slackApiUrl))
        throw new Error('The address for the reply is not one of Slack; nothing was sent there.')
      const response = await fetchUrl(target.url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(REPLY_MS),
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          response_type: 'ephemeral',
          replace_original: target.replace ?? false,
          ...body,
          ...quiet,
        }),
      })
      const reply = await response.text()
      if (!response.ok || /^\{.*"ok":false/.test(reply))
        throw new Error(`response_url refused: ${response.status} ${reply.slice(0, 100)}`)
      return undefined
    }
    default:
      return target satisfies never
  }
}

/** What Slack said was wrong with which block, without what it quotes of it. */
function detailsOf(error: unknown): unknown {
  const said = error instanceof Error && 'data' in error ? JSON.stringify(error.data) : '{}'
  const { response_metadata } = JSON.parse(said) as {
    response_metadata?: { messages?: unknown }
  }
  const messages = response_metadata?.messages
  return Array.isArray(messages) ? messages.map((m) => unquoted(String(m))) : failureOf(error)
}
