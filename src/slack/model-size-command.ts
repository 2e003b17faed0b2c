import type { App } from '@slack/bolt'
import { denialText } from '../access/denial-text.ts'
import { looksLikeKey } from '../access/keys.ts'
import { escapeMrkdwn } from '../block-kit/escape.ts'
import { detectLanguage } from '../language/detect.ts'
import type { Language } from '../language/language.ts'
import { isTooLong, LONGEST_QUESTION, TOO_LONG } from '../language/longest-question.ts'
import { formValues, parseArguments } from '../sizing/parse-arguments.ts'
import { admitted, keptPace, tellComer } from './admission.ts'
import { decisionList } from './blocks/decision-list.ts'
import { scheduledPost } from './blocks/digest-post.ts'
import { type Block, button, section } from './blocks/kit.ts'
import { prefill, sizeView } from './blocks/size-view.ts'
import { WORDS } from './blocks/words.ts'
import type { Slack } from './context.ts'
import { slackDirectory } from './directory.ts'
import { keyWarning } from './key-warning.ts'
import { MENTIONS } from './mentions.ts'
import { questionText, tenantOf } from './question-listener.ts'
import { showDigest } from './show-digest.ts'
import { spendReplyTo } from './spend-answer.ts'
import { isSpendCommand, spendReply } from './spend-command.ts'
import { ACTIONS, COMMANDS } from './surface.ts'

/** Keys of arguments are Latin letters in every language, so only words beside them tell which it is. */
function commandLanguage(text: string, locale: Language | undefined): Language {
  return detectLanguage(text.replace(/[A-Za-z][\w-]*\s*=\s*[\x20-\x7e]*/g, ''), locale ?? 'en')
}

/** `/model-size`: arguments, free words, the form, `help`, `decisions`, `status`, `digest …` and `admin …`; the answer is private. */
export function registerCommand(app: App, slack: Slack): void {
  app.command(COMMANDS[0], async ({ command, ack, client, context }) => {
    await ack()
    const { conversation, decisions, deliver, post, choices, localeOf } = slack
    const tenant = tenantOf(context)
    const locale = await localeOf(client, command.user_id)
    const here = { to: 'response', url: command.response_url } as const
    if (isTooLong(command.text)) {
      const begin = command.text.slice(0, LONGEST_QUESTION)
      await post(client, here, { text: TOO_LONG[commandLanguage(begin, locale)], steps: [[]] })
      return
    }
    const text = questionText(command.text, context.botUserId)
    const language = commandLanguage(text, locale)
    const target = {
      channel: command.channel_id,
      thread: '',
      responseUrl: command.response_url,
      language,
    }
    if (looksLikeKey(text)) {
      await post(client, here, keyWarning(language))
      return
    }
    const comer = {
      ...{ tenant, person: command.user_id, channel: command.channel_id },
      ...{ language, responseUrl: command.response_url },
    }
    if (!(await keptPace(client, slack, comer))) return
    if (text === '') {
      const scope = await admitted(client, slack, comer)
      if (scope === undefined) return
      await client.views.open({
        trigger_id: command.trigger_id,
        view: sizeView({}, choices(scope), target),
      })
      return
    }
    if (/^(decisions|결정)$/i.test(text)) {
      const channel = command.channel_id
      const blocks = decisionList(
        await decisions.list({ tenant, person: command.user_id, channel }),
        language,
      )
      const message = { text: WORDS.decisions[language], steps: [blocks] }
      await post(client, here, message)
      return
    }
    if (/^(status|상태)$/i.test(text)) {
      const request = { ...comer, kind: 'question' } as const
      const denial = await slack.access.belonging(request, slackDirectory(client))
      if (denial) return tellComer(client, post, comer, denialText(denial, MENTIONS, language))
      const lines = await slack.modelStatus(tenant, language)
      const message = { text: lines.join('\n'), steps: [[section(lines.join('\n'))], []] }
      await post(client, here, message)
      return
    }
    if (isSpendCommand(text)) {
      const spoken = /\p{Script=Hangul}/u.test(text) ? 'ko' : (locale ?? 'en')
      const { channel_id: channel, user_id: person } = command
      const typed = { tenant, channel, person, language: spoken } as const
      const reply = await spendReply(command.text, typed, slack, slackDirectory(client))
      if (typeof reply === 'string') await post(client, here, { text: reply, steps: [[]] })
      else if ('digest' in reply) await showDigest(client, slack, here, reply)
      else await post(client, here, scheduledPost(reply.text, reply.channel, spoken))
      return
    }
    const asker = {
      place: { tenant, channel: command.channel_id, thread: '' },
      asker: command.user_id,
      visibility: 'private' as const,
      locale: language,
    }
    const parsed = parseArguments(text, language)
    if ('problems' in parsed) {
      const sentences = parsed.problems.map((p) => p.sentence).join('\n')
      const values = prefill(formValues(parsed.understood), language)
      const open: Block = {
        type: 'actions',
        elements: [button(ACTIONS.openForm, WORDS.openForm[language], values)],
      }
      await post(client, here, {
        text: escapeMrkdwn(sentences),
        steps: [[section(sentences), open], []],
      })
      return
    }
    const spend = parsed.ok
      ? undefined
      : await spendReplyTo(client, slack, { ...asker, text: parsed.free })
    if (spend !== undefined) {
      await post(client, here, spend)
      return
    }
    const scope = await admitted(client, slack, comer)
    if (scope === undefined) return
    const turn = parsed.ok
      ? await conversation.size({ ...asker, scope, input: parsed.input })
      : await conversation.ask({ ...asker, scope, text: parsed.free })
    await deliver.privately(client, turn, command.user_id, command.response_url)
  })
}
