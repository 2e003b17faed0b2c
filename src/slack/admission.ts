import type { WebClient } from '@slack/web-api'
import { denialText } from '../access/denial-text.ts'
import { HOME } from '../access/ports.ts'
import type { Allowance } from '../access/rate.ts'
import type { Scope } from '../answering/scope.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { markedContext } from './blocks/kit.ts'
import type { Slack } from './context.ts'
import { directMessage } from './deliver.ts'
import { slackDirectory } from './directory.ts'
import { MENTIONS } from './mentions.ts'
import type { Message } from './post.ts'

/** Somebody who asks, commands or clicks. */
export type Comer = Readonly<{
  tenant: string
  person: string
  /** Where; `HOME` for what happens in no channel. */
  channel: string
  language: Language
  /** Where a command or click is replied to. */
  responseUrl?: string
  thread?: string
}>

/**
 * Whether a question, command or click comes while there is some of the allowance left; where there is
 * none its person is told so once a minute, and nobody else.
 */
export async function keptPace(
  client: WebClient,
  { rates, post }: Pick<Slack, 'rates' | 'post'>,
  comer: Comer,
): Promise<boolean> {
  const { tenant, person, language } = comer
  const turnstile = await rates.enter(tenant, person)
  if (turnstile === 'in') return true
  const { limit, wait, tell } = turnstile
  if (tell) await tellComer(client, post, comer, slower(limit, wait)[language])
  return false
}

/**
 * What somebody who asks about models, prices and sizes is to be answered from; undefined where the
 * workspace does not let them ask, which they are told and nobody else.
 */
export async function admitted(
  client: WebClient,
  { access, post }: Pick<Slack, 'access' | 'post'>,
  comer: Comer,
): Promise<Scope | undefined> {
  const { tenant, person, channel, language } = comer
  const request = { tenant, person, channel, kind: 'ask' } as const
  const admission = await access.asking(request, slackDirectory(client))
  if ('scope' in admission) return admission.scope
  await tellComer(client, post, comer, denialText(admission.denial, MENTIONS, language))
  return undefined
}

/** Says something to somebody alone: in reply, beside what they wrote, or in the direct message. */
export async function tellComer(
  client: WebClient,
  post: Slack['post'],
  { person: user, channel, responseUrl: url, thread }: Comer,
  text: string,
): Promise<void> {
  const message: Message = { text, steps: [[markedContext([text])], []] }
  const at = thread ? { channel, thread } : { channel }
  const inDirect = async () =>
    post(client, { to: 'thread', channel: await directMessage(client, user) }, message)
  if (url) await post(client, { to: 'response', url }, message).catch(inDirect)
  else if (channel.startsWith('D')) await post(client, { to: 'thread', ...at }, message)
  else if (channel === HOME) await inDirect()
  else await post(client, { to: 'person', user, ...at }, message).catch(inDirect)
}

function slower(limit: keyof Allowance, wait: number): Bilingual {
  const seconds = Math.ceil(wait / 1000)
  return limit === 'person'
    ? {
        en: `That was quicker than I can keep up with. Please try again in ${seconds} seconds; what you sent meanwhile is not answered.`,
        ko: `요청이 너무 잦아 따라가지 못했습니다. ${seconds}초 뒤에 다시 시도해 주십시오. 그사이 보내신 것에는 답하지 않습니다.`,
      }
    : {
        en: `Many people of this workspace are asking at once. Please try again in ${seconds} seconds; this is not answered by itself.`,
        ko: `이 워크스페이스에서 한꺼번에 많은 분이 묻고 있습니다. ${seconds}초 뒤에 다시 시도해 주십시오. 이번 요청에는 따로 답하지 않습니다.`,
      }
}
