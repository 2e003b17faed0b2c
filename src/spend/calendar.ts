/** ISO dates and weeks by arithmetic on day numbers; no clock, no time zone: days are UTC days. */

/** Days since 1970-01-01 of an ISO date. Throws a RangeError for text that is no date. */
export function dayNumber(iso: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])]
  if (!match || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    throw new RangeError(`A date such as 2026-11-24 is needed; received "${iso}".`)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** ISO date of a day number. */
export function isoDay(number: number): string {
  const z = number + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${year}-${pad(month)}-${pad(dayOfYear - Math.floor((153 * m + 2) / 5) + 1)}`
}

/** 1 (Monday) to 7 (Sunday), as ISO 8601 counts. */
export function weekday(iso: string): number {
  return ((((dayNumber(iso) + 3) % 7) + 7) % 7) + 1
}

/** ISO week of a day, e.g. 2026-W48. Example: isoWeek('2026-11-24') = '2026-W48'. */
export function isoWeek(iso: string): string {
  const thursday = dayNumber(iso) - weekday(iso) + 4
  const year = Number(isoDay(thursday).slice(0, 4))
  const week = Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1
  return `${year}-W${pad(week)}`
}

/** The seven days of an ISO week, Monday first. Throws a RangeError for text that is no week. */
export function daysOfWeek(week: string): readonly string[] {
  const match = /^(\d{4})-W(\d{2})$/.exec(week)
  if (!match) throw new RangeError(`A week such as 2026-W47 is needed; received "${week}".`)
  const fourth = dayNumber(`${match[1]}-01-04`)
  const monday = fourth - weekday(isoDay(fourth)) + 1 + (Number(match[2]) - 1) * 7
  return Array.from({ length: 7 }, (_, i) => isoDay(monday + i))
}

/** The ISO week before. Example: weekBefore('2027-W01') = '2026-W53'. */
export function weekBefore(week: string): string {
  return isoWeek(isoDay(dayNumber(daysOfWeek(week)[0] ?? '') - 7))
}

/** The last ISO week that was over before a day began. Example: lastWholeWeek('2026-11-23') = '2026-W47'. */
export function lastWholeWeek(day: string): string {
  return weekBefore(isoWeek(day))
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

function pad(n: number): string {
  return String(n).padStart(2, '0')
}
