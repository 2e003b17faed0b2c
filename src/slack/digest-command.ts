import { escapeMrkdwn } from '../block-kit/escape.ts'
import type { Bilingual, Language } from '../language/language.ts'
import type { Digests } from './ports.ts'

/** Where the command was typed and by whom. */
export type Typed = Readonly<{
  tenant: string
  channel: string
  person: string
  language: Language
}>

/** What `/model-size digest …` asks for. */
type DigestCommand =
  | Readonly<{ do: 'preview' }>
  | Readonly<{ do: 'off' }>
  | Readonly<{ do: 'schedule'; settings: { weekday: number; hour: number; zone: string } }>
  | Readonly<{ do: 'explain'; lines: readonly string[] }>

const WEEKDAYS: readonly (readonly [number, RegExp])[] = [
  [1, /^(1|mon|monday|월|월요일)$/i],
  [2, /^(2|tue|tuesday|화|화요일)$/i],
  [3, /^(3|wed|wednesday|수|수요일)$/i],
  [4, /^(4|thu|thursday|목|목요일)$/i],
  [5, /^(5|fri|friday|금|금요일)$/i],
  [6, /^(6|sat|saturday|토|토요일)$/i],
  [7, /^(7|sun|sunday|일|일요일)$/i],
]

const HELP: Bilingual = {
  en: 'Type `/model-size digest preview`, `/model-size digest weekday=monday hour=9 zone=Asia/Seoul` (hour 5 to 23, an IANA zone), or `/model-size digest off`.',
  ko: '`/model-size digest preview`, `/model-size digest weekday=월요일 hour=9 zone=Asia/Seoul`(시각 5~23, IANA 시간대) 또는 `/model-size digest off`를 입력하십시오.',
}

/** Carries out `/model-size digest …`; the reply, as mrkdwn, is for the person alone. */
export async function digestCommand(text: string, typed: Typed, digests: Digests): Promise<string> {
  const { tenant, channel, language } = typed
  const asked = readDigestCommand(text, language)
  switch (asked.do) {
    case 'preview':
      return shown(await digests.preview(tenant, language))
    case 'off':
      return shown(await digests.remove(tenant, channel, language))
    case 'schedule':
      return shown(await digests.schedule(tenant, channel, asked.settings, language))
    case 'explain':
      return shown(asked.lines)
    default:
      return asked satisfies never
  }
}

function shown(lines: readonly string[]): string {
  return escapeMrkdwn(lines.join('\n'))
}

function readDigestCommand(text: string, language: Language): DigestCommand {
  const rest = text.replace(/^digest\s*/i, '').trim()
  if (/^preview$/i.test(rest)) return { do: 'preview' }
  if (/^off$/i.test(rest)) return { do: 'off' }
  const given = Object.fromEntries(
    [...rest.matchAll(/(\w+)=(\S+)/g)].map((m) => [m[1]?.toLowerCase(), m[2]]),
  )
  const weekday = WEEKDAYS.find(([, names]) => names.test(given.weekday ?? ''))?.[0]
  if (weekday === undefined || given.hour === undefined || given.zone === undefined)
    return { do: 'explain', lines: [HELP[language]] }
  return { do: 'schedule', settings: { weekday, hour: Number(given.hour), zone: given.zone } }
}
