import type { Language } from '../language/language.ts'
import { periodOfRun, type Timing } from './next-run.ts'
import { type Days, daysOfPeriod } from './period.ts'
import type { Schedule } from './ports.ts'

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', ko: 'ko-KR' }
/** A Monday. */
const MONDAY = Date.UTC(2026, 0, 5)
const DAY_MS = 86_400_000

/** When a digest comes, when it comes next and which UTC days that one is about. */
export function scheduleLine(schedule: Omit<Schedule, 'revision'>, language: Language): string {
  const { nextRun, currency } = schedule
  const date = new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'full',
    timeZone: schedule.zone,
  }).format(new Date(nextRun))
  const about = daysText(daysOfPeriod(periodOfRun(schedule, nextRun)), language)
  if (language === 'ko')
    return `${timingText(schedule, language)}에 요약을 올립니다${currency ? `(통화 ${currency})` : ''}. 다음은 ${date}이며, ${about}를 다룹니다.`
  return `A digest ${timingText(schedule, language)}${currency ? ` in ${currency}` : ''}; the next one on ${date}, about ${about}.`
}

/** Days are UTC days, and this says so. */
export function daysText({ from, to }: Days, language: Language): string {
  if (from === to) return language === 'ko' ? `${from} 하루(UTC)` : `${from} (a UTC day)`
  return language === 'ko' ? `${from}부터 ${to}까지(UTC)` : `${from} to ${to} (UTC days)`
}

function timingText({ cadence, day, hour, zone }: Timing, language: Language): string {
  const time = `${String(hour).padStart(2, '0')}:00`
  const ko = language === 'ko'
  switch (cadence) {
    case 'daily':
      return ko ? `매일 ${time}(${zone})` : `every day at ${time} (${zone})`
    case 'weekly': {
      const name = new Intl.DateTimeFormat(LOCALES[language], {
        weekday: 'long',
        timeZone: 'UTC',
      }).format(new Date(MONDAY + (day - 1) * DAY_MS))
      return ko ? `매주 ${name} ${time}(${zone})` : `every ${name} at ${time} (${zone})`
    }
    case 'monthly':
      return ko
        ? `매월 ${day}일 ${time}(${zone})`
        : `on day ${day} of every month at ${time} (${zone})`
    default:
      return cadence satisfies never
  }
}
