import { Cron } from 'croner'
import { findZone } from '../digest/zones.ts'
import type { Bilingual } from '../language/language.ts'

const MINUTE = 60_000
const UNITS: Readonly<Record<string, number>> = {
  ...{ minute: MINUTE, min: MINUTE, 분: MINUTE },
  ...{ hour: 60 * MINUTE, h: 60 * MINUTE, 시간: 60 * MINUTE },
  ...{ day: 1440 * MINUTE, d: 1440 * MINUTE, 일: 1440 * MINUTE },
  ...{ week: 10_080 * MINUTE, w: 10_080 * MINUTE, 주: 10_080 * MINUTE },
}
/** Sunday first, as cron counts. */
const DAYS = [
  ['sun', '일'],
  ['mon', '월'],
  ['tue', '화'],
  ['wed', '수'],
  ['thu', '목'],
  ['fri', '금'],
  ['sat', '토'],
] as const
/** Beyond a year nothing here would still be true: prices, models, schedules. */
const FARTHEST = 366 * 1440 * MINUTE

/**
 * The moment that a person asks for, in epoch milliseconds after `now`: "+2 hours", "Monday 09:00",
 * "tomorrow 08:30", "2026-12-07 09:00", or the same in Korean; times of day on the clocks of the IANA
 * zone. What cannot be understood comes back as a sentence.
 */
export function destination(text: string, zone: string, now: number): number | Bilingual {
  const said = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const found = findZone(zone.trim())
  if (!('zone' in found)) {
    const example = found.nearest ?? 'Asia/Seoul'
    return {
      en: `There is no time zone “${zone}”; write for example ${example}.`,
      ko: `“${zone}” 시간대는 없습니다. ${example}처럼 적어 주십시오.`,
    }
  }
  const at = ahead(said, now) ?? onClock(said, found.zone, now)
  if (at === undefined || at <= now)
    return {
      en: `“${text.trim()}” is no time to come; write for example +1 hour, Monday 09:00 or 2027-01-04 09:00.`,
      ko: `“${text.trim()}”은(는) 앞으로 올 시각이 아닙니다. +1시간, 월요일 09:00, 2027-01-04 09:00처럼 적어 주십시오.`,
    }
  if (at - now > FARTHEST)
    return {
      en: `“${text.trim()}” is more than a year away; the clock goes no farther at once.`,
      ko: `“${text.trim()}”은(는) 1년보다 먼 시각입니다. 한 번에 1년까지만 옮길 수 있습니다.`,
    }
  return at
}

/** So much later. */
function ahead(said: string, now: number): number | undefined {
  const [, count, unit] = /^\+ ?(\d{1,5}) ?([a-z]+?|[가-힣]+?)s?(?: 뒤| 후)?$/.exec(said) ?? []
  const size = UNITS[unit ?? '']
  return size === undefined ? undefined : now + Number(count) * size
}

/** The next such time on the clocks of a zone. */
function onClock(said: string, zone: string, now: number): number | undefined {
  const [, before, hour, minute] = /^(?:(.+?) )?(\d{1,2}):(\d{2})$/.exec(said) ?? []
  if (Number(hour) > 23 || Number(minute) > 59 || hour === undefined) return undefined
  const time = `${Number(minute)} ${Number(hour)}`
  const next = (days: string, after = now) =>
    new Cron(`0 ${time} ${days}`, { timezone: zone, paused: true }).nextRun(new Date(after))
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(before ?? '') ?? []
  try {
    if (day)
      return next(`${Number(day)} ${Number(month)} *`, Date.UTC(Number(year), 0, 1) - 1)?.getTime()
    if (before === undefined) return next('* * *')?.getTime()
    if (/^(tomorrow|내일)$/.test(before)) return next(`${dayAfter(zone, now)} *`)?.getTime()
    const named = before.replace(/^(next|다음) /, '')
    const at = DAYS.findIndex(
      ([en, ko]) => (/^[a-z]{3,9}$/.test(named) && named.startsWith(en)) || named === `${ko}요일`,
    )
    return at < 0 ? undefined : next(`* * ${at}`)?.getTime()
  } catch {
    return undefined
  }
}

/** Day and month of tomorrow on the clocks of a zone, as cron writes them. */
function dayAfter(zone: string, now: number): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    day: 'numeric',
    month: 'numeric',
  }).formatToParts(now + 1440 * MINUTE)
  const of = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  return `${of('day')} ${of('month')}`
}
