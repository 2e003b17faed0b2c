import type { WebClient } from '@slack/web-api'
import type { Request } from '../access/access.ts'
import { denialText } from '../access/denial-text.ts'
import type { ThreadTurn } from '../answering/ports.ts'
import { escapeMrkdwn } from '../block-kit/escape.ts'
import type { Asked } from '../digest/questions/spend-answers.ts'
import type { SpendQuestion } from '../digest/questions/spend-question.ts'
import type { Language } from '../language/language.ts'
import type { Slack } from './context.ts'
import { slackDirectory } from './directory.ts'
import { MENTIONS } from './mentions.ts'

/** What somebody who asks about spend is told, as mrkdwn: the figures, or who can allow them. */
export type Told = Readonly<{ marked: string; denied: boolean }>

/** Answers a question about spend for somebody in a place; whether they may see it is checked and logged first. */
export async function spendFor(
  client: WebClient,
  { access, spend }: Pick<Slack, 'access' | 'spend'>,
  request: Request,
  question: SpendQuestion,
  language: Language,
): Promise<Told> {
  const denial = await access.seeing(request, slackDirectory(client))
  if (denial) return { marked: denialText(denial, MENTIONS, language), denied: true }
  const lines = await spend.answer(request.tenant, question, language)
  return { marked: escapeMrkdwn(lines.join('\n')), denied: false }
}

/** What is known of a turn to those who read the questions after it. */
export function asked({ question, createdAt: at, left, input }: ThreadTurn): Asked {
  return { question, at, spend: left.spend === true, sized: input !== undefined }
}

/** Whether a channel is a direct message. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D')
}
