import { denialText } from '../access/denial-text.ts'
import type { Directory } from '../access/ports.ts'
import type { Bilingual } from '../language/language.ts'
import { ADMIN } from './admin-command.ts'
import { adminReply } from './admin-reply.ts'
import { commandHelp } from './command-help.ts'
import type { Commanded, Reply } from './commanded.ts'
import type { Slack } from './context.ts'
import { digestDenial } from './digest-access.ts'
import { digestCommand, type Preview, type Scheduled, type Typed } from './digest-command.ts'
import { MENTIONS } from './mentions.ts'
import { spendReplyTo } from './spend-answer.ts'

/** Carries out `/model-size admin …` and `digest …`, given as Slack sent them, as far as the person may. */
export async function spendReply(
  text: string,
  typed: Typed,
  { access, digests }: Pick<Slack, 'access' | 'digests'>,
  directory: Directory,
): Promise<string | Preview | Scheduled> {
  const { language, ...asked } = typed
  const words = text.trim()
  if (ADMIN.test(words))
    return adminReply(words, access, { ...asked, kind: 'setup' }, directory, language)
  const denial = await digestDenial(words, access, asked, directory)
  return denial ? denialText(denial, MENTIONS, language) : digestCommand(words, typed, digests)
}

/** `spend [question]`: this month's spend, or what is asked about it, for those who may see it there. */
export async function ownSpendReply(
  { client, comer, text, rest }: Commanded,
  slack: Slack,
): Promise<Reply> {
  const { tenant, person, channel, language } = comer
  const place = { tenant, channel, thread: '' }
  const ask = { place, asker: person, visibility: 'private' as const, locale: language }
  for (const question of rest === '' ? [THIS_MONTH[language]] : [rest, text]) {
    const reply = await spendReplyTo(client, slack, { ...ask, text: question })
    if (reply) return reply
  }
  return commandHelp('spend', language)
}

/** What is asked where no question is. */
export const THIS_MONTH: Bilingual = {
  en: 'How much did we spend this month?',
  ko: '이번 달에 우리 얼마 썼어?',
}
