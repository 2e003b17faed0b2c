import { App, type AppOptions } from '@slack/bolt'
import { languageOf } from '../answering/converse.ts'
import { boltLogger } from './bolt-logger.ts'
import type { Slack } from './context.ts'
import { decisionPublisher } from './decision-publisher.ts'
import { createDeliver } from './deliver.ts'
import { apologise, failureOf } from './failures.ts'
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
}> &
  PosterPorts &
  Pick<
    Slack,
    | 'access'
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
  /** Resolves when the listeners at work are done, or after `most` milliseconds. */
  drain: (most: number) => Promise<void>
}>

/** Longest that one call to Slack may take, in milliseconds, so that no listener hangs on it. */
const CALL_MS = 10_000

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
    const listen = async (): Promise<void> => {
      if (
        typeof event !== 'string' ||
        (await conversation.firstTime(tenantOf(context), `event:${event}`))
      )
        await next()
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
  return {
    app,
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
 * Whether the person spoke to the bot. Of messages in channels only those that a listener took up:
 * nobody hears of a failure over a message that was not for the bot.
 */
function isAddressed(body: object, context: Readonly<Record<string, unknown>>): boolean {
  const event = 'event' in body ? (body.event as Readonly<Record<string, unknown>>) : undefined
  return event?.type !== 'message' || event.channel_type === 'im' || context.addressed === true
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
