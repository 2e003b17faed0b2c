import type { App } from '@slack/bolt'
import { looksLikeKey } from '../access/keys.ts'
import { escapeMrkdwn } from '../block-kit/escape.ts'
import { detectLanguage } from '../language/detect.ts'
import type { Language } from '../language/language.ts'
import { isTooLong, LONGEST_QUESTION, TOO_LONG } from '../language/longest-question.ts'
import { formValues, parseArguments } from '../sizing/parse-arguments.ts'
import { admitted, keptPace } from './admission.ts'
import { type Block, button, section } from './blocks/kit.ts'
import { prefill, sizeView } from './blocks/size-view.ts'
import { WORDS } from './blocks/words.ts'
import type { Slack } from './context.ts'
import { keyWarning } from './key-warning.ts'
import { questionText, tenantOf } from './question-listener.ts'
import { readSubCommand } from './read-sub-command.ts'
import { spendReplyTo } from './spend-answer.ts'
import { carriedOut, commandLanguage } from './sub-command.ts'
import { ACTIONS, COMMANDS } from './surface.ts'

/** Keys of arguments are Latin letters in every language, so only words beside them tell which it is. */
function languageOf(text: string, locale: Language | undefined): Language {
  return detectLanguage(text.replace(/[A-Za-z][\w-]*\s*=\s*[\x20-\x7e]*/g, ''), locale ?? 'en')
}

/** `/model-size`: a sub-command, arguments, free words or the form; the answer is private. */
export function registerCommand(app: App, slack: Slack): void {
  app.command(COMMANDS[0], async ({ command, ack, client, context }) => {
    await ack()
    const { conversation, deliver, post, choices, localeOf } = slack
    const tenant = tenantOf(context)
    const locale = await localeOf(client, command.user_id)
    const here = { to: 'response', url: command.response_url } as const
    if (isTooLong(command.text)) {
      const begin = command.text.slice(0, LONGEST_QUESTION)
      await post(client, here, { text: TOO_LONG[languageOf(begin, locale)], steps: [[]] })
      return
    }
    const text = questionText(command.text, context.botUserId)
    const language = languageOf(text, locale)
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
    const read = readSubCommand(text)
    if (read !== undefined) {
      const spoken = commandLanguage(text, locale)
      const asked = { client, comer: { ...comer, language: spoken }, text, raw: command.text }
      if (await carriedOut(read, asked, slack)) return
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
