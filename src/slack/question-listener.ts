import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { Ask } from '../answering/conversation.ts'
import type { Place } from '../answering/ports.ts'
import { unescapeMrkdwn } from '../block-kit/escape.ts'
import { detectLanguage } from '../language/detect.ts'
import type { Language } from '../language/language.ts'
import { admitted, keptPace } from './admission.ts'
import { answeredBefore } from './answered-before.ts'
import { answeredPreview } from './asked-preview.ts'
import { type Progress, STAGES, WORKING } from './blocks/words.ts'
import type { Slack } from './context.ts'
import type { FromInbox } from './keep-events.ts'
import { warnedOfKey } from './key-warning.ts'
import { createOpening } from './opening.ts'
import { answeredSpend } from './spend-answer.ts'
import { billsAmong, takeBills } from './upload.ts'

/** A message that asks something, whatever event brought it. */
type Asked = Readonly<{
  text: string
  channel: string
  ts: string
  thread: string
  user: string
  /** The workspace of the event. */
  team: string | undefined
  tenant: string
}>

/** Mentions, direct messages and follow-ups in threads the bot is in. */
export function registerQuestions(app: App, slack: Slack): void {
  app.event('app_mention', async ({ event, client, context }) => {
    if (event.user === undefined || event.bot_id !== undefined) return
    const asked = {
      text: event.text,
      channel: event.channel,
      ts: event.ts,
      thread: event.thread_ts ?? event.ts,
      user: event.user,
      team: context.teamId,
      tenant: tenantOf(context),
    }
    await answer(asked, client, slack, context)
  })
  app.message(async ({ message, client, context }) => {
    if (message.subtype !== undefined && message.subtype !== 'file_share') return
    if (!('user' in message) || message.user === undefined || 'bot_id' in message) return
    const text = 'text' in message ? (message.text ?? '') : ''
    const thread = 'thread_ts' in message ? message.thread_ts : undefined
    const tenant = tenantOf(context)
    const asked = {
      text,
      channel: message.channel,
      ts: message.ts,
      thread: thread ?? message.ts,
      user: message.user,
      team: context.teamId,
      tenant,
    }
    const bills = 'files' in message ? billsAmong(message.files) : []
    if (message.channel_type === 'im' && bills.length > 0)
      return takeBills(bills, asked, context.botToken, client, slack)
    if (message.channel_type === 'im') return answer(asked, client, slack, context)
    const mentioned = context.botUserId !== undefined && text.includes(`<@${context.botUserId}>`)
    if (mentioned || thread === undefined) return
    // What comes out of the inbox was found to continue a thread when it came.
    const continues =
      context.fromInbox !== undefined || (await slack.conversation.takesPart(placeOf(asked)))
    if (!continues) return
    context.addressed = true
    await answer(asked, client, slack, context)
  })
}

async function answer(
  asked: Asked,
  client: WebClient,
  slack: Slack,
  { botUserId, fromInbox }: Readonly<{ botUserId?: string; fromInbox?: FromInbox }>,
): Promise<void> {
  const { conversation, deliver } = slack
  const inbox = fromInbox === 'turned-away' ? undefined : fromInbox
  const place = placeOf(asked)
  const isAgain = inbox !== undefined && inbox.attempt > 1
  const isDone = isAgain
    ? await answeredBefore(client, slack, { ...asked, place })
    : !(await conversation.firstTime(asked.tenant, `work:${asked.channel}:${asked.ts}`))
  if (isDone) return
  const locale = await slack.localeOf(client, asked.user)
  const text = questionText(asked.text, botUserId)
  const language = detectLanguage(text, locale)
  const { thread, ...root } = { ...asked, text }
  const written = thread === asked.ts ? root : { ...root, thread }
  if (await warnedOfKey(client, slack.post, written, language)) return
  const comer = {
    ...{ tenant: asked.tenant, person: asked.user, channel: asked.channel, language },
    ...('thread' in written ? { thread } : {}),
  }
  // What was counted before its process died is not counted again.
  if (!isAgain && !(await keptPace(client, slack, comer))) return
  const work = async (set: (progress: Progress) => Promise<unknown>): Promise<void> => {
    const ask: Ask = {
      place,
      asker: asked.user,
      text,
      questionTs: asked.ts,
      visibility: 'thread' as const,
      ...(locale ? { locale } : {}),
    }
    if (await answeredPreview(client, slack, ask)) return
    if (await answeredSpend(client, slack, ask)) return
    const scope = await admitted(client, slack, comer)
    if (scope === undefined) return
    const opening = createOpening(client, slack.post, { place, ...asked }, slack.log)
    try {
      const turn = await conversation.ask({
        ...ask,
        scope,
        progress: (stage) => void set(STAGES[stage]),
        computed: opening.show,
        spend: (question) => answeredSpend(client, slack, { ...ask, text: question }),
      })
      // Whoever has taken the question over since answers it.
      if (inbox && !(await inbox.holds())) return await opening.withdraw()
      await deliver.inThread(client, turn, place, asked.user, opening)
    } catch (error) {
      await opening.withdraw()
      throw error
    }
  }
  await slack.meter.timed({ kind: 'journey', name: 'question' }, () =>
    withStatus(client, place, language, work),
  )
}

/** The question itself: the bot's own mention off, other mentions and links as words, entities decoded. */
export function questionText(text: string, botUserId: string | undefined): string {
  const own = botUserId === undefined ? text : text.replaceAll(`<@${botUserId}>`, ' ')
  const words = own
    .replace(/<(?:[@#!][^|<>]*)\|([^<>]*)>/g, '$1')
    .replace(/<[@#!][^<>]*>/g, ' ')
    .replace(
      /<((?:https?|mailto):[^|<>]+)(?:\|([^<>]*))?>/g,
      (_, url: string, label?: string) => label ?? url,
    )
  return unescapeMrkdwn(words)
    .replace(/[ \t]+/g, ' ')
    .trim()
}

/** Shows what is under way, and takes the note away again whatever happens. */
async function withStatus(
  client: WebClient,
  { channel, thread }: Place,
  language: Language,
  work: (set: (progress: Progress) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const say = (said: Readonly<{ status: string; loading_messages?: readonly string[] }>) =>
    client
      .apiCall('assistant.threads.setStatus', { channel_id: channel, thread_ts: thread, ...said })
      .catch(() => undefined)
  const set = ({ status, loading }: Progress) =>
    say({ status: status[language], loading_messages: loading.map((one) => one[language]) })
  await set(WORKING)
  try {
    await work(set)
  } finally {
    await say({ status: '' })
  }
}

function placeOf({ tenant, channel, thread }: Asked): Place {
  return { tenant, channel, thread }
}

/** Whose data an event is about: the installation's where it has one, else the workspace's, else the enterprise's. */
export function tenantOf(
  context: Readonly<{ tenant?: string; teamId?: string; enterpriseId?: string }>,
): string {
  return context.tenant ?? context.teamId ?? context.enterpriseId ?? 'unknown'
}
