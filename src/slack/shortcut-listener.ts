import type { App } from '@slack/bolt'
import { detectLanguage } from '../language/detect.ts'
import { admitted, keptPace } from './admission.ts'
import type { Slack } from './context.ts'
import { warnedOfKey } from './key-warning.ts'
import { questionText, tenantOf } from './question-listener.ts'
import { answeredSpend } from './spend-answer.ts'
import { SHORTCUTS } from './surface.ts'

/** "Ask Rightsize about this": the message is the question, its thread gets the answer. */
export function registerShortcut(app: App, slack: Slack): void {
  const { conversation, deliver, post, localeOf } = slack
  app.shortcut(
    { type: 'message_action', callback_id: SHORTCUTS[0] },
    async ({ shortcut, ack, client, context }) => {
      await ack()
      const tenant = tenantOf(context)
      const { channel, message, user } = shortcut
      if (!(await conversation.firstTime(tenant, `shortcut:${shortcut.trigger_id}`))) return
      const place = { tenant, channel: channel.id, thread: message.thread_ts ?? message.ts }
      const locale = await localeOf(client, user.id)
      const text = questionText(message.text ?? '', context.botUserId)
      const written = { text, channel: channel.id, user: user.id }
      const language = detectLanguage(text, locale)
      if (await warnedOfKey(client, post, written, language)) return
      const comer = { tenant, person: user.id, channel: channel.id, language }
      if (!(await keptPace(client, slack, comer))) return
      const ask = {
        place,
        asker: user.id,
        text,
        questionTs: message.ts,
        visibility: 'thread' as const,
        ...(locale ? { locale } : {}),
      }
      if (await answeredSpend(client, slack, ask)) return
      const scope = await admitted(client, slack, comer)
      if (scope === undefined) return
      const turn = await conversation.ask({ ...ask, scope })
      await deliver.inThread(client, turn, place, user.id)
    },
  )
}
