import type { App } from '@slack/bolt'
import { examples } from '../answering/compose/refusals.ts'
import { clip, escapeMrkdwn } from '../block-kit/escape.ts'
import { answerSummary } from './blocks/answer.ts'
import { type Block, button, markedSection, section } from './blocks/kit.ts'
import { WORDS } from './blocks/words.ts'
import type { Slack } from './context.ts'
import { tenantOf } from './question-listener.ts'
import { ACTIONS } from './surface.ts'

const KEPT = 8

/** Opening the bot: suggested prompts in the messages tab, help and one's private answers in Home. */
export function registerHome(app: App, { conversation, localeOf }: Slack): void {
  app.event('app_home_opened', async ({ event, client, context }) => {
    const language = (await localeOf(client, event.user)) ?? 'en'
    if (event.tab === 'messages') {
      const prompts = examples(language).map((message) => ({ title: clip(message, 70), message }))
      await client
        .apiCall('assistant.threads.setSuggestedPrompts', { channel_id: event.channel, prompts })
        .catch(() => undefined)
      return
    }
    const turns = await conversation.privateTurns(tenantOf(context), event.user, KEPT)
    const blocks: Block[] = [
      section(WORDS.home[language]),
      markedSection(
        examples(language)
          .map((e) => `• ${escapeMrkdwn(e)}`)
          .join('\n'),
      ),
      ...(turns.length > 0
        ? [
            {
              type: 'header' as const,
              text: { type: 'plain_text' as const, text: WORDS.private[language] },
            },
          ]
        : []),
      ...turns.map(
        (turn): Block => ({
          type: 'section',
          text: {
            type: 'mrkdwn',
            text: escapeMrkdwn(clip(turn.question || answerSummary(turn), 300)) || '–',
          },
          accessory: button(ACTIONS.reopen, WORDS.reopen[language], turn.id),
        }),
      ),
    ]
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: blocks as never },
    })
  })
}
