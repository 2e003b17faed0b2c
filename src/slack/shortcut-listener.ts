import type { App } from '@slack/bolt'
import { detectLanguage } from '../language/detect.ts'
import type { Slack } from './context.ts'
import { warnedOfKey } from './key-warning.ts'
import { questionText, tenantOf } from './question-listener.ts'
import { SHORTCUTS } from './surface.ts'

/** "Ask Rightsize about this": the message is the question, its thread gets the answer. */
export function registerShortcut(app: App, { conversation, deliver, post, localeOf }: Slack): void {
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
      if (await warnedOfKey(client, post, written, detectLanguage(text, locale))) return
      const turn = await conversation.ask({
        place,
        asker: user.id,
        text,
        questionTs: message.ts,
        visibility: 'thread',
        ...(locale ? { locale } : {}),
      })
      await deliver.inThread(client, turn, place, user.id)
    },
  )
}
