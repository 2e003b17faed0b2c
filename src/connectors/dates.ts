import { dayNumber } from '../spend/calendar.ts'

/** Which number of `4/1/25` is the month. */
export type DateOrder = 'month-first' | 'day-first'

const TIME = String.raw`(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?(?:Z|UTC|[+-]00(?::?00)?))?)?`
const ISO = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})${TIME}$`)
const SLASHED = new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})${TIME}$`)

/**
 * UTC day of a date, alone or with a time of day in UTC; without a zone it is UTC. Another zone would
 * move the charge to another day, so it is no date. Slashed dates need the file's order unless they
 * tell by themselves; years of two digits are of this century. Undefined for what is no date.
 */
export function utcDay(text: string, order?: DateOrder): string | undefined {
  const iso = ISO.exec(text)?.[1]
  if (iso !== undefined) return isDay(iso) ? iso : undefined
  const [, first = '', second = '', year = ''] = SLASHED.exec(text) ?? []
  const own = orderOf(Number(first), Number(second))
  const known = own === 'either' ? order : own
  if (first === '' || known === undefined) return undefined
  const [month, day] = known === 'month-first' ? [first, second] : [second, first]
  const made = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(made) ? made : undefined
}

/** Whether a text is a date that could be two days. */
export function isAmbiguous(text: string): boolean {
  const [, first, second] = SLASHED.exec(text) ?? []
  return first !== undefined && orderOf(Number(first), Number(second)) === 'either'
}

/**
 * The order that all slashed dates of a file agree on; undefined when none of them tells or they
 * contradict each other. Example: `['4/1/25', '4/30/25']` is month-first.
 */
export function agreedOrder(texts: Iterable<string>): DateOrder | undefined {
  const told = new Set<DateOrder>()
  for (const text of texts) {
    const [, first, second] = SLASHED.exec(text) ?? []
    const order = first === undefined ? 'either' : orderOf(Number(first), Number(second))
    if (order !== 'either' && order !== undefined && first !== second) told.add(order)
  }
  const [only] = told
  return told.size === 1 ? only : undefined
}

/**
 * The order in which dates that must be the first of a month are one: billing periods. Undefined when
 * both orders would do or none.
 */
export function firstOfMonthOrder(texts: Iterable<string>): DateOrder | undefined {
  const parts = [...texts].map((text) => SLASHED.exec(text) ?? [])
  if (parts.length === 0) return undefined
  const [firsts, seconds] = [parts.every(([, a]) => a === '1'), parts.every(([, , b]) => b === '1')]
  return firsts === seconds ? undefined : seconds ? 'month-first' : 'day-first'
}

function orderOf(first: number, second: number): DateOrder | 'either' | undefined {
  if (first > 12) return second > 12 ? undefined : 'day-first'
  if (second > 12 || first === second) return 'month-first'
  return 'either'
}

function isDay(text: string): boolean {
  try {
    dayNumber(text)
    return true
  } catch {
    return false
  }
}
