import { App, type AppOptions } from '@slack/bolt'
import { languageOf } from '../answering/converse.ts'
import type { Inbox, Work } from '../inbox/inbox.ts'
import { WORDS } from './blocks/words.ts'
import { boltLogger } from './bolt-logger.ts'
import type { Slack } from './context.ts'
import { decisionPublisher } from './decision-publisher.ts'
import { createDeliver } from './deliver.ts'
import { failureOf } from './failure-fields.ts'
import { apologise, tellPerson } from './failures.ts'
import { type FromInbox, keepEvents } from './keep-events.ts'
import { createPoster, type PosterPorts } from './post.ts'
import { tenantOf } from './question-listener.ts'
import { registerListeners } from './register.ts'

/** How the app reaches Slack, and what it serves. */
export type SlackAppOptions = Readonly<{
  bolt: AppOptions
  /** Fails on blocks that Slack would refuse instead of drawing plainer; for tests. */
  strict: boolean
  /** Whose everything is that arrives here; without it the workspace of each event. */
  tenant?: string
  /** Opens the inbox in which events are kept before they are acknowledged; without it they are heard at once. */
  inbox?: (work: Work) => Inbox
  /** Whether a delivery lasts until the event is worked on, for a page that waits for it. */
  untilDone?: boolean
}> &
  PosterPorts &
  Pick<
    Slack,
    | 'access'
    | 'rates'
    | 'conversation'
    | 'digests'
    | 'modelStatus'
    | 'imports'
    | 'decisions'
    | 'pictures'
    | 'spend'
    | 'decisions'
    | 'choices'
    | 'log'
    | 'newId'
  >

export type SlackApp = Readonly<{
  app: App
  inbox?: Inbox
  /** Resolves when the listeners at work are done, or after `most` milliseconds. */
  drain: (most: number) => Promise<void>
}>

/** Longest that one call to Slack may take, in milliseconds, so that no listener hangs on it. */
const CALL_MS = 10_000

/** How often an event is taken up whose process died over it, before its asker gets an apology. */
const MOST_ATTEMPTS = 3

/**
 * Builds the Bolt app: one middleware for repeats and for draining, one error handler, all listeners.
 * Calls are not retried and a refusal for rate comes back at once: what waits, and how long, is for
 * the function that posts.
 */
export function createSlackApp(options: SlackAppOptions): SlackApp {
  const { conversation, decisions, log, newId } = options
  const app = new App({
    convoStore: false,
    ignoreSelf: true,
    logger: boltLogger(log),
    ...options.bolt,
    clientOptions: {
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: CALL_MS,
      ...options.bolt.clientOptions,
    },
  })
  const post = createPoster(log, options.strict, options)
  const atWork = new Set<Promise<unknown>>()
  app.use(async ({ body, context, next, client }) => {
    if (options.tenant !== undefined) context.tenant = options.tenant
    const event = 'event_id' in body ? body.event_id : undefined
    const { fromInbox } = context as Readonly<{ fromInbox?: FromInbox }>
    const listen = async (): Promise<void> => {
      if (fromInbox === 'turned-away')
        return tellPerson(client, post, body, `${WORDS.busy.en}\n${WORDS.busy.ko}`)
      if (fromInbox !== undefined && fromInbox.attempt > MOST_ATTEMPTS)
        throw new Error(`An event was interrupted ${MOST_ATTEMPTS} times.`)
      const isNew =
        fromInbox !== undefined ||
        typeof event !== 'string' ||
        (await conversation.firstTime(tenantOf(context), `event:${event}`))
      if (isNew) await next()
    }
    const work = listen().catch(async (error: unknown) => {
      const reference = newId()
      log.error({ reference, ...failureOf(error) }, 'a listener failed')
      if (isAddressed(body, context)) await apologise(client, post, body, reference)
    })
    atWork.add(work)
    try {
      await work
    } finally {
      atWork.delete(work)
    }
  })
  app.error(async (error) =>
    log.error({ reference: newId(), ...failureOf(error) }, 'bolt reported an error'),
  )
  registerListeners(app, {
    access: options.access,
    rates: options.rates,
    conversation,
    digests: options.digests,
    modelStatus: options.modelStatus,
    imports: options.imports,
    spend: options.spend,
    ...(options.fetch ? { fetch: options.fetch } : {}),
    decisions,
    pictures: options.pictures,
    choices: options.choices,
    log,
    newId,
    post,
    deliver: createDeliver(conversation, post, (client, turn) =>
      decisions
        .answered(turn, decisionPublisher(client, post))
        .catch((error: unknown) => log.error(failureOf(error), 'a decision was not looked at')),
    ),
    localeOf: createLocales(),
  })
  const inbox = options.inbox && keepEvents(app, options.inbox, options)
  return {
    app,
    ...(inbox ? { inbox } : {}),
    drain: async (most) => {
      let timer: NodeJS.Timeout | undefined
      const limit = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, most)
      })
      await Promise.race([Promise.allSettled([...atWork]), limit])
      clearTimeout(timer)
    },
  }
}

/**
 * Whether the person spoke to the bot. Of messages in channels only those that a listener took up, or
 * that were kept because they concern it: nobody hears of a failure over a message that was not for the bot.
 */
function isAddressed(body: object, context: Readonly<Record<string, unknown>>): boolean {
  const event = 'event' in body ? (body.event as Readonly<Record<string, unknown>>) : undefined
  if (event?.type !== 'message' || event.channel_type === 'im') return true
  const isReply = context.fromInbox !== undefined && event.subtype === undefined
  const isMention = String(event.text).includes(`<@${context.botUserId}>`)
  return context.addressed === true || (isReply && !isMention)
}

/** Remembers each person's language; a person who cannot be looked up has none this time. */
function createLocales(): Slack['localeOf'] {
  const known = new Map<string, ReturnType<typeof languageOf>>()
  return async (client, user) => {
    if (known.has(user)) return known.get(user)
    const found = await client.users.info({ user, include_locale: true }).catch(() => undefined)
    if (!found) return undefined
    const language = languageOf(found.user?.locale)
    if (known.size > 10_000) known.clear()
    known.set(user, language)
    return language
  }
}
