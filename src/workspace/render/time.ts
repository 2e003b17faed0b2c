import type { Language } from '../../language/language.ts'

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', ko: 'ko-KR' }

/** Time of day on the clocks of a zone, e.g. 09:00. */
export function clockTime(at: number, zone: string, language: Language): string {
  return format(at, zone, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** Weekday, day, month and year on the calendar of a zone. */
export function fullDay(at: number, zone: string, language: Language): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return format(at, zone, language, parts)
}

/** Short weekday, day and month, with the time of day. */
export function dayAndTime(at: number, zone: string, language: Language): string {
  const day = format(at, zone, language, { weekday: 'short', day: 'numeric', month: 'short' })
  return `${day} ${clockTime(at, zone, language)}`
}

/** ISO date on the calendar of a zone. */
export function isoDate(at: number, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at)
}

/** Epoch milliseconds of a message's timestamp. */
export function momentOf(ts: string): number {
  return Math.floor(Number(ts) * 1000)
}

function format(
  at: number,
  zone: string,
  language: Language,
  parts: Intl.DateTimeFormatOptions,
): string {
  return new Intl.DateTimeFormat(LOCALES[language], { ...parts, timeZone: zone }).format(at)
}
