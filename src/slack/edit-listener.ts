import type { App } from '@slack/bolt'
import type { Slack } from './context.ts'
import { questionText, tenantOf } from './question-listener.ts'

/** An edited question is answered again in place; a deleted one takes its answer with it. */
export function registerEdits(app: App, { conversation, deliver }: Slack): void {
  app.message(async ({ message, client, context }) => {
    const tenant = tenantOf(context)
    if (message.subtype === 'message_changed') {
      const edited = message.message
      if (!('text' in edited) || 'bot_id' in edited || edited.subtype !== undefined) return
      const before = 'text' in message.previous_message ? message.previous_message.text : undefined
      if (edited.text === before) return
      const turn = await conversation.turnForQuestion(tenant, message.channel, edited.ts)
      if (turn)
        await deliver.replacing(
          client,
          await conversation.askAgain(turn, questionText(edited.text ?? '', context.botUserId)),
        )
    }
    if (message.subtype === 'message_deleted') {
      const turn = await conversation.turnForQuestion(tenant, message.channel, message.deleted_ts)
      if (!turn) return
      await conversation.forget(turn)
      if (turn.answerTs)
        await client.chat
          .delete({ channel: message.channel, ts: turn.answerTs })
          .catch(() => undefined)
    }
  })
}
