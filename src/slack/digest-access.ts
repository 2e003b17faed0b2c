import type { Access, Denial, Request } from '../access/access.ts'
import type { Directory } from '../access/ports.ts'

/** Words that show figures, and words that change what is set up but post nothing. */
const SHOWS = /^(?:preview|list|미리보기|목록)(?=\s|$)/i
const STOPS = /^(?:off|snooze|끄기|보류)(?=\s|$)/i

/** Why `/model-size digest …`, given as Slack sent it, is refused; undefined when it may be carried out. */
export async function digestDenial(
  text: string,
  access: Access,
  asked: Omit<Request, 'kind'>,
  directory: Directory,
): Promise<Denial | undefined> {
  const words = text.replace(/^\s*digest\s*/i, '').trim()
  const [, named, rest = ''] = /^<#(\w+)(?:\|[^>]*)?>\s*(.*)$/s.exec(words) ?? [
    '',
    undefined,
    words,
  ]
  if (/^(?:help|도움말)?$/i.test(rest)) return undefined
  if (SHOWS.test(rest)) return access.seeing({ ...asked, kind: 'preview' }, directory)
  const detail = `digest ${/^(?:off|끄기)/i.test(rest) ? 'off' : STOPS.test(rest) ? 'snooze' : 'schedule'}`
  const setup = { ...asked, kind: 'setup', detail } as const
  return access.settingUp(setup, directory, STOPS.test(rest) ? undefined : (named ?? asked.channel))
}
