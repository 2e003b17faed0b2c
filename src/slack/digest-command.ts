import { escapeMrkdwn, unescapeMrkdwn } from '../block-kit/escape.ts'
import type { Bilingual, Language } from '../language/language.ts'
import type { Digests } from './ports.ts'

/** Where the command was typed and by whom. */
export type Typed = Readonly<{
  tenant: string
  channel: string
  person: string
  language: Language
}>

const HELP: Bilingual = {
  en: 'Type `/model-size digest Monday 09:00 Asia/Seoul`, `… daily 08:00 Europe/Paris` or `… monthly 1 09:00 UTC` (05:00 to 23:00; a language and a currency may follow, and a #channel may come first), `/model-size digest preview`, `… list`, `… snooze KEY` or `… off`.',
  ko: '`/model-size digest 월요일 9시 Asia/Seoul`, `… 매일 8시 Asia/Seoul` 또는 `… 매월 1일 9시 Asia/Seoul`(5시~23시, 뒤에 언어와 통화, 앞에 #채널을 붙일 수 있음), `/model-size digest preview`, `… list`, `… snooze KEY`, `… off`를 입력하십시오.',
}
const NO_CHANNEL: Bilingual = {
  en: 'That channel could not be told. Pick it from the list that Slack offers after #, or type the command in the channel.',
  ko: '어느 채널인지 알 수 없습니다. # 뒤에 Slack이 보여 주는 목록에서 고르거나, 그 채널에서 명령을 입력하십시오.',
}
const NO_LIST: Bilingual = {
  en: 'No channel gets a digest yet.',
  ko: '요약을 받는 채널이 아직 없습니다.',
}

/**
 * Carries out `/model-size digest …`, given as Slack sent it, in which a channel is an id; the reply, as
 * mrkdwn, is for the person alone.
 */
export async function digestCommand(text: string, typed: Typed, digests: Digests): Promise<string> {
  const { tenant, language } = typed
  const words = text.replace(/^digest\s*/i, '').trim()
  const [, named, written = ''] = /^<#(\w+)(?:\|[^>]*)?>\s*(.*)$/s.exec(words) ?? [
    '',
    undefined,
    words,
  ]
  const rest = unescapeMrkdwn(written)
  if (rest.startsWith('#')) return NO_CHANNEL[language]
  const place = { tenant, channel: named ?? typed.channel, person: typed.person }
  const shown = (lines: readonly string[]) =>
    `${named === undefined ? '' : `<#${named}>: `}${escapeMrkdwn(lines.join('\n'))}`
  const [, verb, key = ''] =
    /^(preview|off|list|snooze|미리보기|끄기|목록)\s*(.*)$/is.exec(rest) ?? []
  switch (verb?.toLowerCase()) {
    case 'preview':
    case '미리보기':
      return shown(await digests.preview(place, language))
    case 'off':
    case '끄기':
      return shown(await digests.remove(place, language))
    case 'snooze':
      return shown(await digests.snooze(place, key.trim(), language))
    case 'list':
    case '목록': {
      const all = await digests.list(tenant, language)
      if (all.length === 0) return NO_LIST[language]
      return all.map(({ channel, line }) => `<#${channel}>: ${escapeMrkdwn(line)}`).join('\n')
    }
    default:
      return rest === '' ? HELP[language] : shown(await digests.schedule(place, rest, language))
  }
}
