import type { Mentions } from '../access/mentions.ts'
import { escapeMrkdwn } from '../block-kit/escape.ts'
import type { Language } from '../language/language.ts'

/** People, channels and groups as Slack draws them in messages. */
export const MENTIONS: Mentions = {
  person: (id) => `<@${id}>`,
  channel: (id) => `<#${id}>`,
  group: (id) => `<!subteam^${id}>`,
  text: escapeMrkdwn,
}

const THIS: Readonly<Record<Language, Mentions>> = {
  en: {
    person: () => 'this person',
    channel: () => 'this channel',
    group: () => 'this group',
    text: (foreign) => foreign,
  },
  ko: {
    person: () => '선택한 사람',
    channel: () => '선택한',
    group: () => '선택한 그룹',
    text: (foreign) => foreign,
  },
}

/** At a field of a form, where Slack draws plain text, what was chosen in it. */
export function inForm(language: Language): Mentions {
  return THIS[language]
}
