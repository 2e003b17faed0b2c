import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { admitted, keptPace } from './admission.ts'
import type { Slack } from './context.ts'
import { warnedOfKey } from './key-warning.ts'
import { questionText, tenantOf } from './question-listener.ts'
import { answeredSpend } from './spend-answer.ts'

/** An edited question is answered again in place; a deleted one takes its answer with it. */
export function registerEdits(app: App, slack: Slack): void {
  const { conversation, deliver, post } = slack
  app.message(async ({ message, client, context }) => {
    const tenant = tenantOf(context)
    if (message.subtype === 'message_changed') {
      const edited = message.message
      // A deleted question that has replies stays as a tombstone: Slack calls that a change.
      if ((edited.subtype as string | undefined) === 'tombstone')
        return remove(client, tenant, message.channel, edited.ts)
      if (!('text' in edited) || 'bot_id' in edited || edited.subtype !== undefined) return
      const before = 'text' in message.previous_message ? message.previous_message.text : undefined
      if (edited.text === before) return
      const turn = await conversation.turnForQuestion(tenant, message.channel, edited.ts)
      if (!turn) return
      context.addressed = true
      const text = questionText(edited.text ?? '', context.botUserId)
      const { asker: user, language } = turn
      const written = { text, channel: message.channel, user }
      if (await warnedOfKey(client, post, written, language)) return
      const comer = { tenant, person: user, channel: message.channel, language }
      if (!(await keptPace(client, slack, comer))) return
      const { place, visibility } = turn
      const ask = { place, asker: user, text, questionTs: edited.ts, visibility, locale: language }
      if (await answeredSpend(client, slack, ask, turn)) return
      const scope = await admitted(client, slack, comer)
      if (scope === undefined) return
      await slack.meter.timed({ kind: 'journey', name: 'question' }, async () =>
        deliver.replacing(client, await conversation.askAgain(turn, text, scope)),
      )
    }
    if (message.subtype === 'message_deleted')
      await remove(client, tenant, message.channel, message.deleted_ts)
  })

  async function remove(
    client: WebClient,
    tenant: string,
    channel: string,
    questionTs: string,
  ): Promise<void> {
    const turn = await conversation.turnForQuestion(tenant, channel, questionTs)
    if (!turn) return
    await conversation.forget(turn)
    if (turn.answerTs)
      await client.chat.delete({ channel, ts: turn.answerTs }).catch(() => undefined)
  }
}
