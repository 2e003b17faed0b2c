import { escapeMrkdwn, unescapeMrkdwn } from '../block-kit/escape.ts'
import type { Digest } from '../digest/digest.ts'
import type { Bilingual, Language } from '../language/language.ts'
import { DIGEST_WORDS } from './blocks/digest-words.ts'
import type { Digests } from './ports.ts'

/** Where the command was typed and by whom. */
export type Typed = Readonly<{
  tenant: string
  channel: string
  person: string
  language: Language
}>

const HELP: Bilingual = {
  en: 'Type `/model-size digest Monday 09:00 Asia/Seoul`, `… daily 08:00 Europe/Paris` or `… monthly 1 09:00 UTC` (05:00 to 23:00; a language and a currency may follow, and a #channel may come first), `/model-size digest preview` (a period such as 2026-W47 may follow), `… list`, `… snooze KEY` or `… off`.',
  ko: '`/model-size digest 월요일 9시 Asia/Seoul`, `… 매일 8시 Asia/Seoul` 또는 `… 매월 1일 9시 Asia/Seoul`(5시~23시, 뒤에 언어와 통화, 앞에 #채널을 붙일 수 있음), `/model-size digest preview`(뒤에 2026-W47 같은 기간을 붙일 수 있음), `… list`, `… snooze KEY`, `… off`를 입력하십시오.',
}
const NO_CHANNEL: Bilingual = {
  en: 'That channel could not be told. Pick it from the list that Slack offers after #, or type the command in the channel.',
  ko: '어느 채널인지 알 수 없습니다. # 뒤에 Slack이 보여 주는 목록에서 고르거나, 그 채널에서 명령을 입력하십시오.',
}

/** A digest to be shown as its channel would get it. */
export type Preview = Readonly<{ digest: Digest; channel: string; language: Language }>

/** What was said about the schedule of a channel that has one. */
export type Scheduled = Readonly<{ text: string; channel: string }>

/**
 * Carries out `/model-size digest …`, given as Slack sent it, in which a channel is an id; the reply, as
 * mrkdwn, alone or about a schedule, or a preview, is for the person alone.
 */
export async function digestCommand(
  text: string,
  typed: Typed,
  digests: Digests,
): Promise<string | Preview | Scheduled> {
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
    /^(preview|off|list|snooze|help|미리보기|끄기|목록|보류|도움말)\s*(.*)$/is.exec(rest) ?? []
  switch (verb?.toLowerCase()) {
    case 'preview':
    case '미리보기':
      return preview(place, key.trim(), language, digests)
    case 'off':
    case '끄기':
      return shown(await digests.remove(place, language))
    case 'snooze':
    case '보류':
      return shown(await digests.snooze(place, key.trim(), language))
    case 'list':
    case '목록': {
      const all = await digests.list(tenant, language)
      if (all.length === 0) return DIGEST_WORDS.none[language]
      return all.map(({ channel, line }) => `<#${channel}>: ${escapeMrkdwn(line)}`).join('\n')
    }
    case 'help':
    case '도움말':
      return HELP[language]
    default: {
      if (rest === '') return HELP[language]
      const text = shown(await digests.schedule(place, rest, language))
      return (await digests.current(place)) ? { text, channel: place.channel } : text
    }
  }
}

/** The digest of a period, or of the last that has ended, in the language of the channel's own. */
async function preview(
  place: Omit<Typed, 'language'>,
  period: string,
  spoken: Language,
  digests: Digests,
): Promise<string | Preview> {
  const { language = spoken } = (await digests.current(place)) ?? {}
  try {
    const digest = await digests.digest(place, period === '' ? undefined : period.toUpperCase())
    return { digest, channel: place.channel, language }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return `${DIGEST_WORDS.badPeriod[spoken]} "${escapeMrkdwn(period.slice(0, 40))}".`
  }
}
