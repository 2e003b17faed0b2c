import { denialText } from '../access/denial-text.ts'
import type { Directory } from '../access/ports.ts'
import { ADMIN } from './admin-command.ts'
import { adminReply } from './admin-reply.ts'
import type { Slack } from './context.ts'
import { digestDenial } from './digest-access.ts'
import { digestCommand, type Typed } from './digest-command.ts'
import { MENTIONS } from './mentions.ts'

/** Whether a command is about spend: who may see it, or the digest. */
export function isSpendCommand(text: string): boolean {
  return ADMIN.test(text.trim()) || /^digest\b/i.test(text.trim())
}

/** Carries out `/model-size admin …` and `digest …`, given as Slack sent them, as far as the person may. */
export async function spendReply(
  text: string,
  typed: Typed,
  { access, digests }: Pick<Slack, 'access' | 'digests'>,
  directory: Directory,
): Promise<string> {
  const { language, ...asked } = typed
  const words = text.trim()
  if (ADMIN.test(words))
    return adminReply(words, access, { ...asked, kind: 'setup' }, directory, language)
  const denial = await digestDenial(words, access, asked, directory)
  return denial ? denialText(denial, MENTIONS, language) : digestCommand(words, typed, digests)
}
