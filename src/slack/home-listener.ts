import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { examples } from '../answering/compose/refusals.ts'
import { clip } from '../block-kit/escape.ts'
import { homeView } from './blocks/home-view.ts'
import type { Slack } from './context.ts'
import { slackDirectory } from './directory.ts'
import { tenantOf } from './question-listener.ts'

/** Private answers that Home shows. */
const KEPT = 8

/** Opening the bot: suggested prompts in the messages tab, and Home. */
export function registerHome(app: App, slack: Slack): void {
  app.event('app_home_opened', async ({ event, client, context }) => {
    if (event.tab !== 'messages') return publishHome(client, slack, tenantOf(context), event.user)
    const language = (await slack.localeOf(client, event.user)) ?? 'en'
    const prompts = examples(language).map((message) => ({ title: clip(message, 70), message }))
    await client
      .apiCall('assistant.threads.setSuggestedPrompts', { channel_id: event.channel, prompts })
      .catch(() => undefined)
  })
}

/** Draws a person's Home anew. */
export async function publishHome(
  client: WebClient,
  { access, conversation, decisions, localeOf }: Slack,
  tenant: string,
  user: string,
): Promise<void> {
  const language = (await localeOf(client, user)) ?? 'en'
  const [own, privateAnswers, spend] = await Promise.all([
    decisions.list({ tenant, person: user }),
    conversation.privateTurns(tenant, user, KEPT),
    access.home(tenant, user, slackDirectory(client)),
  ])
  const open = own.filter((d) => d.state === 'open')
  await client.views.publish({
    user_id: user,
    view: homeView({ decisions: open, privateAnswers, spend }, language),
  })
}
