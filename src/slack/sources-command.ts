import { denialText } from '../access/denial-text.ts'
import { escapeMrkdwn } from '../block-kit/escape.ts'
import type { Bilingual } from '../language/language.ts'
import { admitted } from './admission.ts'
import { markedSections } from './blocks/kit.ts'
import type { Commanded, Reply } from './commanded.ts'
import type { Slack } from './context.ts'
import { slackDirectory } from './directory.ts'
import { MENTIONS } from './mentions.ts'

const WORDS = {
  spend: { en: 'Spend', ko: '지출' },
  knowledge: { en: 'Knowledge', ko: '지식' },
} as const satisfies Record<string, Bilingual>

/** `sources`: what answers are drawn from, and for those who may see spend the bills too, each with its date. */
export async function sourcesReply({ client, comer }: Commanded, slack: Slack): Promise<Reply> {
  const { tenant, person, channel, language } = comer
  const scope = await admitted(client, slack, comer)
  if (scope === undefined) return 'told'
  const request = { tenant, person, channel, kind: 'question', detail: 'sources' } as const
  const denial = await slack.access.seeing(request, slackDirectory(client))
  const list = (lines: readonly string[]) => lines.map((line) => `• ${escapeMrkdwn(line)}`)
  const text = [
    `*${WORDS.knowledge[language]}*`,
    ...list(slack.sources.knowledge(tenant, scope, language)),
    `*${WORDS.spend[language]}*`,
    ...(denial
      ? [denialText(denial, MENTIONS, language)]
      : list(await slack.sources.spend(tenant, language))),
  ].join('\n')
  return { text, steps: [markedSections(text), []] }
}
