import type { Bilingual, Language } from '../language/language.ts'

/** What `/model-size digest …` asks for. */
export type DigestCommand =
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

export function readDigestCommand(text: string, language: Language): DigestCommand {
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
