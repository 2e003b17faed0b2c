import { App, type AppOptions } from '@slack/bolt'
import { languageOf } from '../answering/converse.ts'
import type { Slack } from './context.ts'
import { createDeliver } from './deliver.ts'
import { apologise, failureOf } from './failures.ts'
import { createPoster } from './post.ts'
import { tenantOf } from './question-listener.ts'
import { registerListeners } from './register.ts'

/** How the app reaches Slack, and what it serves. */
export type SlackAppOptions = Readonly<{
  bolt: AppOptions
  /** Fails on blocks that Slack would refuse instead of drawing plainer; for tests and the workspace. */
  strict: boolean
  fetch?: typeof fetch
}> &
  Pick<Slack, 'conversation' | 'digests' | 'choices' | 'log' | 'newId'>

export type SlackApp = Readonly<{
  app: App
  /** Resolves when the listeners at work are done, or after `most` milliseconds. */
  drain: (most: number) => Promise<void>
}>

/** Builds the Bolt app: one middleware for repeats and for draining, one error handler, all listeners. */
export function createSlackApp(options: SlackAppOptions): SlackApp {
  const { conversation, log, newId } = options
  const app = new App({
    convoStore: false,
    ignoreSelf: true,
    ...options.bolt,
    clientOptions: { retryConfig: { retries: 0 }, ...options.bolt.clientOptions },
  })
  const atWork = new Set<Promise<unknown>>()
  app.use(async ({ body, context, next, client }) => {
    const event = 'event_id' in body ? body.event_id : undefined
    if (
      typeof event === 'string' &&
      !(await conversation.firstTime(tenantOf(context), `event:${event}`))
    )
      return
    const work = next().catch((error: unknown) => {
      const reference = newId()
      log.error({ reference, ...failureOf(error) }, 'a listener failed')
      return apologise(client, body, reference)
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
  const post = createPoster(log, options.strict, options.fetch)
  registerListeners(app, {
    conversation,
    digests: options.digests,
    choices: options.choices,
    log,
    newId,
    post,
    deliver: createDeliver(conversation, post),
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

/** Remembers each person's language; a person who cannot be looked up has none. */
function createLocales(): Slack['localeOf'] {
  const known = new Map<string, ReturnType<typeof languageOf>>()
  return async (client, user) => {
    if (known.has(user)) return known.get(user)
    const found = await client.users.info({ user, include_locale: true }).catch(() => undefined)
    const language = languageOf(found?.user?.locale)
    if (known.size > 10_000) known.clear()
    known.set(user, language)
    return language
  }
}
