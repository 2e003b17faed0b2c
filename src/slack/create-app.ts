import { App, type AppOptions, ErrorCode } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { languageOf } from '../answering/converse.ts'
import type { Arrivals } from '../inbox/arrivals.ts'
import type { Inbox, Work } from '../inbox/inbox.ts'
import { UNMETERED } from '../operation/meter.ts'
import type { WorkspaceDefaults } from '../settings/workspace-defaults.ts'
import { WORDS } from './blocks/words.ts'
import { causeOf, NotInstalled } from './bolt-installations.ts'
import { boltLogger } from './bolt-logger.ts'
import { CALLS, keepTeam } from './clients.ts'
import type { Slack } from './context.ts'
import { decisionPublisher } from './decision-publisher.ts'
import { createDeliver } from './deliver.ts'
import { failureOf } from './failure-fields.ts'
import { apologise, tellPerson } from './failures.ts'
import { isForeign } from './foreign-workspace.ts'
import { journeyOf } from './journey.ts'
import { type FromInbox, keepEvents } from './keep-events.ts'
import { meteredFetch } from './metered-fetch.ts'
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
  arrivals?: Arrivals
  /** Whether a delivery lasts until the event is worked on, for a page that waits for it. */
  untilDone?: boolean
  /** The workspace of the bot token; what comes from another one is passed over. */
  workspace?: string
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
    | 'defaults'
    | 'sources'
    | 'choices'
    | 'log'
    | 'newId'
    | 'now'
    | 'uninstalls'
  >

export type SlackApp = Readonly<{
  app: App
  inbox?: Inbox
  /** Resolves when the listeners at work are done, or after `most` milliseconds. */
  drain: (most: number) => Promise<void>
}>

/** How often an event is taken up whose process died over it, before its asker gets an apology. */
const MOST_ATTEMPTS = 3

/**
 * Builds the Bolt app: one middleware for repeats and for draining, one error handler, all listeners.
 */
export function createSlackApp(options: SlackAppOptions): SlackApp {
  const { conversation, decisions, log, newId, meter = UNMETERED } = options
  const app = new App({
    convoStore: false,
    ignoreSelf: true,
    logger: boltLogger(log),
    ...options.bolt,
    clientOptions: {
      ...CALLS,
      ...options.bolt.clientOptions,
      fetch: meteredFetch(options.bolt.clientOptions?.fetch ?? fetch, meter),
    },
  })
  const post = createPoster(log, options.strict, options)
  const tenants = new WeakMap<WebClient, string>()
  const atWork = new Set<Promise<unknown>>()
  app.use(async (args) => {
    const { body, next } = args
    const { workspace } = options
    if (workspace === undefined || !isForeign(body, workspace)) return next()
    log.warn({ event: 'event_id' in body ? body.event_id : '' }, 'passed over another workspace')
    if ('ack' in args && typeof args.ack === 'function') await (args.ack as () => Promise<void>)()
  })
  app.use(async ({ body, context, next, client }) => {
    if (options.tenant !== undefined) context.tenant = options.tenant
    else if (context.isEnterpriseInstall && context.teamId) keepTeam(client, context.teamId)
    tenants.set(client, tenantOf(context))
    const event = 'event_id' in body ? body.event_id : undefined
    const { fromInbox } = context as Readonly<{ fromInbox?: FromInbox }>
    const listen = async (): Promise<void> => {
      if (fromInbox === 'turned-away') {
        meter.count({ kind: 'turned-away' })
        return tellPerson(client, post, body, `${WORDS.busy.en}\n${WORDS.busy.ko}`)
      }
      if (fromInbox !== undefined && fromInbox.attempt > MOST_ATTEMPTS)
        throw new Error(`An event was interrupted ${MOST_ATTEMPTS} times.`)
      const isNew =
        fromInbox !== undefined ||
        typeof event !== 'string' ||
        (await conversation.firstTime(tenantOf(context), `event:${event}`))
      if (isNew) await next()
    }
    const journey = journeyOf(body)
    const measured =
      journey === undefined ? listen() : meter.timed({ kind: 'journey', name: journey }, listen)
    const work = measured.catch(async (error: unknown) => {
      const reference = newId()
      log.error({ reference, ...failureOf(error) }, 'a listener failed')
      if (isAddressed(body, context)) await apologise(client, post, body, reference, error)
    })
    atWork.add(work)
    try {
      await work
    } finally {
      atWork.delete(work)
    }
  })
  app.error(async (error) => {
    const cause = causeOf(error)
    if (cause instanceof NotInstalled) {
      const { workspace } = cause
      return log.warn({ workspace }, 'an event of a workspace without the app was left alone')
    }
    const { code } = error
    log.error({ reference: newId(), code, ...failureOf(cause) }, 'bolt reported an error')
    // A token that could not be read may be readable later; one that was sealed otherwise never is.
    const passes = options.uninstalls && error.code === ErrorCode.AuthorizationError
    const sealed = cause instanceof Error && cause.name === 'SealError'
    if (passes && !sealed) throw error
  })
  registerListeners(app, {
    access: options.access,
    rates: options.rates,
    conversation,
    digests: options.digests,
    modelStatus: options.modelStatus,
    defaults: options.defaults,
    sources: options.sources,
    imports: options.imports,
    spend: options.spend,
    ...(options.fetch ? { fetch: options.fetch } : {}),
    decisions,
    pictures: options.pictures,
    choices: options.choices,
    log,
    meter,
    newId,
    now: options.now,
    ...(options.uninstalls ? { uninstalls: options.uninstalls } : {}),
    post,
    deliver: createDeliver(conversation, post, (client, turn) =>
      decisions
        .answered(turn, decisionPublisher(client, post))
        .catch((error: unknown) => log.error(failureOf(error), 'a decision was not looked at')),
    ),
    localeOf: createLocales(async (client) => {
      const tenant = tenants.get(client)
      return tenant === undefined ? undefined : (await options.access.settings(tenant)).defaults
    }),
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

/**
 * Remembers each person's language in each workspace; a person who cannot be looked up has none this time.
 * Where Slack tells neither English nor Korean, the workspace's own is taken.
 */
function createLocales(
  defaultsOf: (client: WebClient) => Promise<WorkspaceDefaults | undefined>,
): Slack['localeOf'] {
  const byClient = new WeakMap<WebClient, Map<string, string | undefined>>()
  const localeOf = async (client: WebClient, user: string): Promise<string | undefined> => {
    const known = byClient.get(client) ?? new Map<string, string | undefined>()
    byClient.set(client, known)
    if (known.has(user)) return known.get(user)
    const found = await client.users.info({ user, include_locale: true }).catch(() => undefined)
    if (!found) return undefined
    if (known.size > 10_000) known.clear()
    known.set(user, found.user?.locale)
    return found.user?.locale
  }
  return async (client, user) => {
    const locale = await localeOf(client, user)
    if (locale !== undefined && /^(?:en|ko)/i.test(locale)) return languageOf(locale)
    return (await defaultsOf(client))?.language ?? languageOf(locale)
  }
}
