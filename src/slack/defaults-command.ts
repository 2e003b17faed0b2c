import { changeText } from '../access/change-text.ts'
import { denialText } from '../access/denial-text.ts'
import { problemText } from '../access/problem-text.ts'
import type { Settings } from '../access/settings.ts'
import { escapeMrkdwn, unescapeMrkdwn } from '../block-kit/escape.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { showDate } from '../language/numbers.ts'
import type { ManageDefaults } from '../settings/manage-defaults.ts'
import { markedSections } from './blocks/kit.ts'
import type { Commanded, Reply } from './commanded.ts'
import type { Slack } from './context.ts'
import { slackDirectory } from './directory.ts'
import { MENTIONS } from './mentions.ts'
import type { Message } from './post.ts'

const WORDS = {
  title: { en: 'Defaults of this workspace', ko: '이 워크스페이스의 기본값' },
  others: { en: 'Assumed besides', ko: '그 밖의 가정' },
  changed: { en: 'Settings last changed', ko: '마지막 설정 변경' },
  how: {
    en: 'A question’s own words come first. Admins set them: `/model-size defaults region=KOR discount=10%`; `defaults off region` takes one back.',
    ko: '질문에 적은 값이 먼저입니다. 관리자가 정합니다: `/model-size 기본값 지역=KOR 할인=10%`. 되돌리려면 `기본값 해제 지역`.',
  },
} as const satisfies Record<string, Bilingual>

/** `defaults [key=value …]`: shows them to full members, and lets admins set them. */
export async function defaultsReply(
  { client, comer, rest }: Commanded,
  { access, defaults }: Slack,
): Promise<Reply> {
  const { tenant, person, channel, language } = comer
  const directory = slackDirectory(client)
  const asked = { tenant, person, channel }
  const read = defaults.read(unescapeMrkdwn(rest), language)
  if (read.do === 'mend') return said(escapeMrkdwn(read.problems.join('\n')))
  if (read.do === 'show') {
    const denial = await access.belonging({ ...asked, kind: 'question' }, directory)
    if (denial) return said(denialText(denial, MENTIONS, language))
    return said(shownDefaults(await access.settings(tenant), defaults, language).join('\n'))
  }
  const outcome = await access.change({ ...asked, kind: 'setup' }, read, directory)
  if ('denial' in outcome) return said(denialText(outcome.denial, MENTIONS, language))
  if ('problem' in outcome) return said(problemText(outcome.problem, MENTIONS, language))
  const lines = shownDefaults(outcome.settings, defaults, language)
  return said([changeText(read, MENTIONS, language), ...lines].join('\n'))
}

function shownDefaults(
  { defaults: set, changedAt, changedBy }: Settings,
  defaults: ManageDefaults,
  language: Language,
): readonly string[] {
  const list = (lines: readonly string[]) => lines.map((line) => `• ${escapeMrkdwn(line)}`)
  const when =
    changedAt !== undefined && changedBy !== undefined
      ? [
          `${WORDS.changed[language]}: ${showDate(new Date(changedAt).toISOString(), language)}, ${MENTIONS.person(changedBy)}`,
        ]
      : []
  return [
    `*${WORDS.title[language]}*`,
    ...list(defaults.lines(set, language)),
    `*${WORDS.others[language]}*`,
    ...list(defaults.others(language)),
    WORDS.how[language],
    ...when,
  ]
}

function said(marked: string): Message {
  return { text: marked, steps: [markedSections(marked), []] }
}
