import { escapeMrkdwn } from '../block-kit/escape.ts'
import { detectLanguage } from '../language/detect.ts'
import type { Language } from '../language/language.ts'
import { admitted } from './admission.ts'
import { markedSection } from './blocks/kit.ts'
import type { Commanded, Reply } from './commanded.ts'
import type { Slack } from './context.ts'

/** `compare MODEL MODEL [workload]`: the two side by side, from the same sizing as every answer. */
export async function compareReply(
  { client, comer, text, rest }: Commanded,
  slack: Slack,
): Promise<Reply> {
  const { tenant, person, channel, responseUrl } = comer
  const language = languageOf(text, rest, comer.language)
  const scope = await admitted(client, slack, { ...comer, language })
  if (scope === undefined) return 'told'
  const turn = await slack.conversation.compare({
    place: { tenant, channel, thread: '' },
    ...{ asker: person, visibility: 'private', locale: language, scope, text: rest },
  })
  if (turn === undefined) return 'question'
  if (!('answer' in turn)) {
    const said = escapeMrkdwn(turn.join('\n'))
    return { text: said, steps: [[markedSection(said)], []] }
  }
  await slack.deliver.privately(client, turn, person, responseUrl)
  return 'told'
}

/** From so many words on, what follows two names is a sentence that shows its language. */
const SENTENCE = 5

/** Names and keys are the same in both languages; a workload in words is not. */
function languageOf(text: string, rest: string, otherwise: Language): Language {
  const words = rest.replace(/\S*[=\d]\S*/g, ' ').trim()
  return words.split(/\s+/).length >= SENTENCE ? detectLanguage(text, otherwise) : otherwise
}
