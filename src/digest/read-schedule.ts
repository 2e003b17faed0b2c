import type { Bilingual, Language } from '../language/language.ts'
import { HOURS, MONTH_DAYS, type Timing } from './next-run.ts'
import type { Cadence } from './period.ts'
import { findZone } from './zones.ts'

/** What a person may choose about a channel's digest. */
export type Settings = Timing & Readonly<{ language?: Language; currency?: string }>

/** The settings, or a sentence about each thing that was wrong or missing. */
export type ReadSchedule =
  | Readonly<{ settings: Settings }>
  | Readonly<{ problems: readonly Bilingual[] }>

/** Words that name a value, in both languages. */
const CADENCES: Readonly<Record<Cadence, RegExp>> = {
  daily: /^(daily|매일)$/i,
  weekly: /^(weekly|매주)$/i,
  monthly: /^(monthly|매월|매달)$/i,
}
const WEEKDAYS: readonly RegExp[] = [
  /^(mondays?|mon|월|월요일)$/i,
  /^(tuesdays?|tues?|화|화요일)$/i,
  /^(wednesdays?|wed|수|수요일)$/i,
  /^(thursdays?|thu|thurs?|목|목요일)$/i,
  /^(fridays?|fri|금|금요일)$/i,
  /^(saturdays?|sat|토|토요일)$/i,
  /^(sundays?|sun|일|일요일)$/i,
]
const LANGUAGES: Readonly<Record<Language, RegExp>> = {
  en: /^(en|english|영어)$/i,
  ko: /^(ko|kr|korean|한국어)$/i,
}
const FILLERS = /^(every|each|at|on|in|the|day|week|month|of|에)$/i
const HALVES = /^(오전|오후|am|pm|a\.m\.|p\.m\.)$/i

/** What the words say so far, as text; each is judged when all are read. */
type Said = {
  cadence?: Cadence
  weekday?: string
  monthDay?: string
  time?: string
  half?: string
  zone?: string
  language?: Language
  currency?: string
  unknown: string[]
}

/**
 * Reads `Monday 09:00 Asia/Seoul`, `매일 오전 9시 Asia/Seoul`, `monthly 1 09:00 UTC en USD`, or
 * `weekday=monday hour=9 zone=Asia/Seoul`, in any order.
 */
export function readSchedule(text: string): ReadSchedule {
  const said: Said = { unknown: [] }
  for (const word of text.trim().split(/\s+/)) {
    const [, key, value] = /^(\w+)=(.+)$/.exec(word) ?? []
    if (key !== undefined && value !== undefined) takeNamed(key.toLowerCase(), value, said)
    else take(word, said)
  }
  const problems: Bilingual[] = []
  const timing = {
    ...readDay(said, problems),
    hour: readHour(said, problems),
    zone: readZone(said, problems),
  }
  for (const word of said.unknown) problems.push(notUnderstood(word))
  const { language, currency } = said
  return problems.length > 0
    ? { problems }
    : {
        settings: {
          ...timing,
          ...(language ? { language } : {}),
          ...(currency ? { currency } : {}),
        },
      }
}

function take(written: string, said: Said): void {
  const word = /[가-힣]{2,}|\d[시일]/.test(written) ? written.replace(/(에|마다)$/, '') : written
  const cadence = (['daily', 'weekly', 'monthly'] as const).find((c) => CADENCES[c].test(word))
  const language = (['en', 'ko'] as const).find((l) => LANGUAGES[l].test(word))
  const day = /^(\d{1,2})(st|nd|rd|th|일)$/i.exec(word)?.[1]
  const clock = /^(오전|오후)?(\d{1,2}(:\d{2})?)(시|am|pm)?$/i.exec(word)
  if (FILLERS.test(word)) return
  if (cadence && said.cadence === undefined) said.cadence = cadence
  else if (WEEKDAYS.some((names) => names.test(word)) && said.weekday === undefined)
    said.weekday = word
  else if (day !== undefined && said.monthDay === undefined) said.monthDay = day
  else if (isBareDay(word, said)) said.monthDay = word
  else if (HALVES.test(word) && said.half === undefined) said.half = word
  else if (clock && said.time === undefined) takeClock(clock, said)
  else if (language && said.language === undefined) said.language = language
  else if (isCurrency(word) && said.currency === undefined) said.currency = word.toUpperCase()
  else if (said.zone === undefined) said.zone = word
  else said.unknown.push(word)
}

function takeNamed(key: string, value: string, said: Said): void {
  if (key === 'weekday') said.weekday = value
  else if (key === 'day') said.monthDay = value
  else if (key === 'hour') said.time = value
  else if (key === 'zone') said.zone = value
  else if (key === 'cadence' || key === 'language') take(value, said)
  else if (key === 'currency' && isCurrency(value)) said.currency = value.toUpperCase()
  else said.unknown.push(`${key}=${value}`)
}

function takeClock(clock: RegExpExecArray, said: Said): void {
  said.time = clock[2] ?? ''
  const half = clock[1] ?? (clock[4] === '시' ? undefined : clock[4])
  if (half !== undefined) said.half = half
}

/** After "monthly" the first bare number is the day, not the hour. */
function isBareDay(word: string, said: Said): boolean {
  return said.cadence === 'monthly' && said.monthDay === undefined && /^\d{1,2}$/.test(word)
}

function isCurrency(word: string): boolean {
  return /^[a-z]{3}$/i.test(word) && Intl.supportedValuesOf('currency').includes(word.toUpperCase())
}

function readDay(said: Said, problems: Bilingual[]): Pick<Timing, 'cadence' | 'day'> {
  const { weekday, monthDay } = said
  const cadence =
    said.cadence ?? (monthDay !== undefined && weekday === undefined ? 'monthly' : 'weekly')
  if (cadence === 'daily') return { cadence, day: 0 }
  if (cadence === 'monthly') {
    const day = /^\d{1,2}$/.test(monthDay ?? '1') ? Number(monthDay ?? '1') : Number.NaN
    if (!(day >= MONTH_DAYS.first && day <= MONTH_DAYS.last))
      problems.push({
        en: `The day of the month must be from ${MONTH_DAYS.first} to ${MONTH_DAYS.last}, which every month has; received "${clip(monthDay)}".`,
        ko: `날짜는 모든 달에 있는 ${MONTH_DAYS.first}일부터 ${MONTH_DAYS.last}일까지여야 합니다. 받은 값: "${clip(monthDay)}"`,
      })
    return { cadence, day }
  }
  const number = /^[1-7]$/.test(weekday ?? '') ? Number(weekday) : 0
  const day = number || WEEKDAYS.findIndex((names) => names.test(weekday ?? '')) + 1
  if (weekday === undefined)
    problems.push({
      en: 'The day is missing; add a weekday such as Monday, or daily, or monthly with a day such as 1.',
      ko: '요일이 없습니다. 월요일 같은 요일이나 매일, 또는 매월과 1일 같은 날짜를 넣으십시오.',
    })
  else if (day === 0)
    problems.push({
      en: `The weekday must be a day such as Monday; received "${clip(weekday)}".`,
      ko: `요일은 월요일 같은 요일이어야 합니다. 받은 값: "${clip(weekday)}"`,
    })
  return { cadence, day }
}

function readHour({ time, half }: Said, problems: Bilingual[]): number {
  const [, written, minutes = '00'] = /^(\d{1,2})(?::(\d{2}))?$/.exec(time ?? '') ?? []
  if (time === undefined) {
    problems.push({
      en: 'The hour is missing; add a time such as 09:00.',
      ko: '시각이 없습니다. 09:00이나 9시 같은 시각을 넣으십시오.',
    })
    return Number.NaN
  }
  const hour = halved(written === undefined ? Number.NaN : Number(written), half)
  const received = [half, time].filter((part) => part !== undefined).join(' ')
  if (!(hour >= HOURS.first && hour <= HOURS.last))
    problems.push({
      en: `The hour must be a whole number from ${HOURS.first} to ${HOURS.last}, because clocks change at night; received "${clip(received)}".`,
      ko: `시각은 ${HOURS.first}부터 ${HOURS.last}까지의 정수여야 합니다(밤에는 시계가 바뀝니다). 받은 값: "${clip(received)}"`,
    })
  else if (minutes !== '00')
    problems.push({
      en: `Digests come on the hour; received "${clip(received)}".`,
      ko: `요약은 정각에만 보냅니다. 받은 값: "${clip(received)}"`,
    })
  return hour
}

/** Hour of the day of an hour before or after noon; one that is no hour of twelve stays as it is. */
function halved(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour
  return /^(오후|p)/i.test(half) ? (hour % 12) + 12 : hour % 12
}

function readZone({ zone }: Said, problems: Bilingual[]): string {
  if (zone === undefined) {
    problems.push({
      en: 'The time zone is missing; add an IANA zone such as Asia/Seoul or Europe/Paris.',
      ko: '시간대가 없습니다. Asia/Seoul 같은 IANA 시간대를 넣으십시오.',
    })
    return ''
  }
  const found = findZone(zone)
  if ('zone' in found) return found.zone
  const nearest = found.nearest ?? 'Asia/Seoul'
  problems.push({
    en: `The time zone must be an IANA zone; received "${clip(zone)}". ${found.nearest ? 'Did you mean' : 'An example is'} ${nearest}${found.nearest ? '?' : '.'}`,
    ko: `시간대는 IANA 시간대여야 합니다. 받은 값: "${clip(zone)}". ${found.nearest ? `혹시 ${nearest}입니까?` : `예: ${nearest}`}`,
  })
  return ''
}

function notUnderstood(word: string): Bilingual {
  return {
    en: `"${clip(word)}" was not understood; leave it out.`,
    ko: `"${clip(word)}"의 뜻을 알 수 없습니다. 빼 주십시오.`,
  }
}

function clip(text: string | undefined): string {
  return (text ?? '').slice(0, 40)
}
