import type { WebClient } from '@slack/web-api'
import type { Turn } from '../answering/ports.ts'
import { escapeMrkdwn } from '../block-kit/escape.ts'
import { markedContext, markedSections } from './blocks/kit.ts'
import type { Slack } from './context.ts'
import { directMessage } from './deliver.ts'
import { messageOf } from './spend-answer.ts'
import { asked, spendFor, type Told } from './spend-figures.ts'

type Means = Pick<Slack, 'access' | 'conversation' | 'post' | 'spend'>

/** A click on an answer about spend: what is kept of it holds no figures, so that it is answered anew. */
type Again = Readonly<{ turn: Turn; person: string; channel: string; openly: boolean }>

/**
 * Posts an answer that one person saw in a channel, from the figures of now, if that person may see
 * spend there now and so may everybody else in the channel.
 * @returns why not, for the person alone; undefined when it is there
 */
export async function sharedSpend(
  client: WebClient,
  slack: Means,
  again: Omit<Again, 'openly'>,
): Promise<string | undefined> {
  const { turn, person, channel } = again
  const { marked, denied } = await answeredAgain(client, slack, { ...again, openly: true })
  if (denied || turn.visibility === 'thread') return denied ? marked : undefined
  const who = `<@${person}>: ${escapeMrkdwn(turn.question)}`
  const message = { text: marked, steps: [[markedContext([who]), ...markedSections(marked)], []] }
  const ts = await slack.post(client, { to: 'thread', channel }, message)
  if (ts === undefined) return undefined
  const place = { ...turn.place, channel, thread: ts }
  await slack.conversation.posted(turn, { place, answerTs: ts, visibility: 'thread' })
  return undefined
}

/** Answers it in the direct message, from where one that only one person saw can be continued. */
export async function reopenedSpend(
  client: WebClient,
  slack: Means,
  { turn, person }: Pick<Again, 'turn' | 'person'>,
): Promise<void> {
  const channel = await directMessage(client, person)
  const { marked } = await answeredAgain(client, slack, { turn, person, channel, openly: false })
  const ts = await slack.post(client, { to: 'thread', channel }, messageOf(marked))
  if (ts === undefined || turn.visibility === 'thread') return
  const place = { ...turn.place, channel, thread: ts }
  await slack.conversation.posted(turn, { place, answerTs: ts, visibility: 'private' })
}

/** Periods are those of the day on which it was asked. */
async function answeredAgain(
  client: WebClient,
  slack: Means,
  { turn, person, channel, openly }: Again,
): Promise<Told> {
  const { place, question: text, language, createdAt: at } = turn
  const { tenant } = place
  const before = (await slack.conversation.turns(place)).filter((t) => t.createdAt < at)
  const question = await slack.spend.read(tenant, text, { thread: before.map(asked), at })
  const request = { tenant, person, channel, kind: 'question', openly } as const
  if (question) return spendFor(client, slack, request, question, language)
  return { marked: SAY_ALL[language], denied: true }
}

/** A follow-up whose thread is gone names too little. */
const SAY_ALL = {
  en: 'I no longer know what this question followed. Ask it again in full, please.',
  ko: '이 질문이 무엇에 이어진 것인지 더는 알 수 없습니다. 전체 문장으로 다시 물어 주십시오.',
} as const
