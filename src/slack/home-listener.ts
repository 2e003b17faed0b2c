import type { App } from '@slack/bolt'
import type { View } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { examples } from '../answering/compose/refusals.ts'
import { clip } from '../block-kit/escape.ts'
import { homePause, homeView } from './blocks/home-view.ts'
import type { Slack } from './context.ts'
import { homeContent } from './home-content.ts'
import { tenantOf } from './question-listener.ts'

/** How long a Home that was drawn may stand in for a new one, in milliseconds. */
const FRESH_MS = 60_000
/** Homes that are kept for it. */
const KEPT = 1_000

/** Opening the bot: suggested prompts in the messages tab, and Home. */
export function registerHome(app: App, slack: Slack): void {
  const drawn = new Map<string, Readonly<{ at: number; view: View }>>()
  app.event('app_home_opened', async ({ event, client, context }) => {
    const { user } = event
    if (event.tab === 'messages') return suggest(client, slack, event)
    const tenant = tenantOf(context)
    const key = `${tenant} ${user}`
    const turnstile = await slack.rates.enter(tenant, user)
    if (turnstile === 'in') {
      const view = await publishHome(client, slack, tenant, user)
      drawn.delete(key)
      drawn.set(key, { at: slack.now(), view })
      const [oldest] = drawn.keys()
      if (drawn.size > KEPT && oldest !== undefined) drawn.delete(oldest)
      return
    }
    const last = drawn.get(key)
    const isFresh = last !== undefined && slack.now() - last.at < FRESH_MS
    const language = (await slack.localeOf(client, user)) ?? 'en'
    const view = isFresh ? last.view : homePause(Math.ceil(turnstile.wait / 1000), language)
    await client.views.publish({ user_id: user, view })
  })
}

async function suggest(
  client: WebClient,
  slack: Slack,
  { user, channel }: Readonly<{ user: string; channel: string }>,
): Promise<void> {
  const language = (await slack.localeOf(client, user)) ?? 'en'
  const prompts = examples(language).map((message) => ({ title: clip(message, 70), message }))
  await client
    .apiCall('assistant.threads.setSuggestedPrompts', { channel_id: channel, prompts })
    .catch(() => undefined)
}

/** Draws a person's Home anew. */
export async function publishHome(
  client: WebClient,
  slack: Slack,
  tenant: string,
  user: string,
): Promise<View> {
  const language = (await slack.localeOf(client, user)) ?? 'en'
  const view = homeView(await homeContent(client, slack, { tenant, user, language }), language)
  await client.views.publish({ user_id: user, view })
  return view
}
