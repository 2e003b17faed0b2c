import {
  dayNumber,
  daysOfWeek,
  isoDay,
  isoWeek,
  lastWholeWeek,
  weekBefore,
  weekday,
} from '../../spend/calendar.ts'
import { isPeriod } from '../build-digest.ts'
import { cadenceOf, daysOfPeriod, periodBefore } from '../period.ts'

/**
 * The period a text names, as a key, or that it names one that cannot be answered; with the text left
 * over. `against` is a period it is to be held against which is not the one before.
 */
export type PeriodFound = Readonly<
  { rest: string } & (
    | { key: string; against?: string }
    | { cannot: 'span'; of: 'days' | 'months' | 'long' }
    | { cannot: 'ahead'; of?: never }
  )
>

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const MONTH = `(${MONTHS})(?:uary|ruary|ch|il|e|y|ust|t(?:ember)?|tember|ober|ember)?\\.?`
const WEEKDAYS_EN = 'mon|tues|wednes|thurs|fri|satur|sun'
const WEEKDAYS_KO = '월화수목금토일'

type Rule = Readonly<{
  words: RegExp
  key: (match: RegExpMatchArray, today: string) => string | undefined
}>

const back = (day: string, days: number) => isoDay(dayNumber(day) - days)
const pad = (n: number | string) => String(n).padStart(2, '0')

/** The latest month of that number which is not ahead. */
function monthKey(month: number, year: string | undefined, today: string): string | undefined {
  if (month < 1 || month > 12) return undefined
  if (year !== undefined) return `${year}-${pad(month)}`
  const this_ = Number(today.slice(0, 4))
  return `${month > Number(today.slice(5, 7)) ? this_ - 1 : this_}-${pad(month)}`
}

function dayKey(month: number, day: string, today: string): string | undefined {
  const key = `${monthKey(month, undefined, today) ?? ''}-${pad(day)}`
  if (!isPeriod(key)) return undefined
  return key > today ? `${Number(key.slice(0, 4)) - 1}${key.slice(4)}` : key
}

function weekKey(week: string, today: string): string | undefined {
  const now = isoWeek(today)
  const key = `${now.slice(0, 4)}-W${pad(week)}`
  return key > now ? `${Number(now.slice(0, 4)) - 1}-W${pad(week)}` : key
}

/** The last such weekday before today; 1 is Monday. */
function weekdayKey(wanted: number, today: string): string {
  return back(today, ((weekday(today) - wanted + 6) % 7) + 1)
}

const monthNumber = (name: string | undefined) =>
  MONTHS.split('|').indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1

/** In this order: the first that matches counts. */
const RULES: readonly Rule[] = [
  {
    words: /\b\d{4}-(?:W\d{2}|\d{2}-\d{2}|\d{2})(?![\d-])/i,
    key: ([all]) => all.toUpperCase(),
  },
  {
    words: /\bthe week before last\b|지지난\s?주|저저번\s?주/i,
    key: (_, today) => weekBefore(lastWholeWeek(today)),
  },
  {
    words: /\bweek (?:over|on) week\b|\bwow\b|전주\s?대비/i,
    key: (_, today) => lastWholeWeek(today),
  },
  {
    words: /\bthe day before yesterday\b|그저께|그제|엊그제/i,
    key: (_, today) => back(today, 2),
  },
  {
    words: new RegExp(`(?:지난|저번)\\s?주\\s?([${WEEKDAYS_KO}])요일`),
    key: ([, day = ''], today) => daysOfWeek(lastWholeWeek(today))[WEEKDAYS_KO.indexOf(day)],
  },
  {
    words:
      /\b(?:last|previous|past|prior) week(?:['’]s)?\b|(?:지난|저번)\s?주|전주(?=\s|의|에|엔|$)/i,
    key: (_, today) => lastWholeWeek(today),
  },
  {
    words: /\b(?:so far )?this week(?:['’]s)?(?: so far)?\b|\bweek to date\b|이번\s?주|금주/i,
    key: (_, today) => isoWeek(today),
  },
  {
    words: /\b(?:last|previous|past|prior) month(?:['’]s)?\b|(?:지난|저번)\s?달|전월|전달/i,
    key: (_, today) => periodBefore('monthly', today),
  },
  {
    words:
      /\b(?:so far )?(?:this|the current) month(?:['’]s)?(?: so far)?\b|\bmonth to date\b|이번\s?달|이달|금월|당월/i,
    key: (_, today) => today.slice(0, 7),
  },
  { words: /\byesterday(?:['’]s)?\b|어제|어저께|전일/i, key: (_, today) => back(today, 1) },
  { words: /\btoday(?:['’]s)?\b|오늘/i, key: (_, today) => today },
  {
    words: /\b(?:week|wk|w)\s?(\d{1,2})\b|(\d{1,2})\s?(?:주차|번째\s?주)/i,
    key: ([, en, ko], today) => weekKey(en ?? ko ?? '', today),
  },
  {
    words: /(\d{1,2})월\s?(\d{1,2})일/,
    key: ([, month, day = ''], today) => dayKey(Number(month), day, today),
  },
  {
    words: /(?:(\d{4})년\s?)?(?<!\d)(\d{1,2})월(?!\s?\d)/,
    key: ([, year, month], today) => monthKey(Number(month), year, today),
  },
  {
    words: new RegExp(`\\b(?:on )?${MONTH} (\\d{1,2})(?:st|nd|rd|th)?\\b(?! ?\\d)`, 'i'),
    key: ([, month, day = ''], today) => dayKey(monthNumber(month), day, today),
  },
  {
    words: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}(?![a-z])`, 'i'),
    key: ([, day = '', month], today) => dayKey(monthNumber(month), day, today),
  },
  {
    words: new RegExp(
      `\\b(?:(?:in|for|during|of|since|about) ${MONTH}|(?!mar\\b|may\\b|sep\\b)${MONTH})(?:['’]s)?(?:,? (\\d{4}))?(?![a-z\\d])`,
      'i',
    ),
    key: ([, one, two, year], today) => monthKey(monthNumber(one ?? two), year, today),
  },
  {
    words: new RegExp(`\\b(?:on |last )?(${WEEKDAYS_EN})day(?:['’]s)?\\b`, 'i'),
    key: ([, day = ''], today) =>
      weekdayKey(WEEKDAYS_EN.split('|').indexOf(day.toLowerCase()) + 1, today),
  },
  {
    words: new RegExp(`(?:지난\\s?|저번\\s?)?([${WEEKDAYS_KO}])요일`),
    key: ([, day = ''], today) => weekdayKey(WEEKDAYS_KO.indexOf(day) + 1, today),
  },
]

/** What a period is held against, where that is said: it is not the period itself. */
const AGAINST =
  /\b(?:than|vs\.?|versus|compared (?:to|with)|against|over|from|since) (?:the )?(?:last|previous|prior) (week|month)\b|(지난\s?주|저번\s?주|지난\s?달|저번\s?달|전월|전달)\s?(?:대비|보다|에 비해)/i
/** Nearer to a month than to a week. */
const WEEKS_LONG =
  /\b(?:last|past) (?:(?:1[5-9]|[2-9]\d|\d{3}) days|(?:three|four|six|[3-9]) weeks)\b|최근\s?(?:(?:1[5-9]|[2-9]\d|\d{3})\s?일|[3-9]\s?주)(?:간|\s?동안)?/i
const DAYS =
  /\b(?:last|past) (?:few|couple of|two|three|four|six|\d+) (?:days|weeks)\b|최근\s?\d+\s?(?:일|주)|요\s?며칠/i
const MONTHS_LONG =
  /\b(?:last|this|past|previous|prior|next) quarter\b|\bq[1-4]\b|\b(?:last|past) (?:few|couple of|two|three|four|six|\d+) months\b|분기|최근\s?\d+\s?(?:개월|달)/i
const LONG =
  /\b(?:last|this|past|previous|prior) year\b|\b(?:year to date|ytd|all[- ]time|since january)\b|\bin 20\d\d\b(?!-)|20\d\d년(?!\s?\d)|\b(?:last|past) (?:few|two|three|\d+) years\b|올해|작년|상반기|하반기/i
const AHEAD = /\bnext (?:week|month)\b|다음\s?(?:주|달)|내달/i
const EARLIER =
  /\bthe (?:week|month|day|one|period) before(?: that)?\b|\bthe previous (?:week|month|day|one|period)\b|그\s?(?:전|이전)\s?(?:주|달|월|날|기간)?|그전/i

/**
 * Reads the period of a question, seen from a UTC day. `before` is the period of the question before
 * in the thread, which "the week before that" counts from. Undefined when none is named.
 * Example: "last week" on 2026-11-24 is 2026-W47; "10월" is 2026-10; of "September and October" the later.
 */
export function readPeriod(text: string, today: string, before?: string): PeriodFound | undefined {
  const against = AGAINST.exec(text)
  const plain = against ? text.replace(against[0], ' ') : text
  if (AHEAD.test(plain)) return { cannot: 'ahead', rest: plain.replace(AHEAD, ' ') }
  for (const [of, span] of [
    ['months', WEEKS_LONG],
    ['days', DAYS],
    ['months', MONTHS_LONG],
    ['long', LONG],
  ] as const)
    if (span.test(plain)) return { cannot: 'span', of, rest: plain.replace(span, ' ') }
  if (before !== undefined && EARLIER.test(plain))
    return { key: earlierThan(before), rest: plain.replace(EARLIER, ' ') }
  const first = ruled(plain, today)
  if (first) return laterOf(first, ruled(first.rest, today))
  if (!against) return undefined
  const isWeek = /week|주/i.test(against[1] ?? against[2] ?? '')
  return { key: isWeek ? isoWeek(today) : today.slice(0, 7), rest: plain }
}

type Ruled = Readonly<{ key: string; rest: string }>

function ruled(text: string, today: string): Ruled | undefined {
  for (const { words, key } of RULES) {
    const match = words.exec(text)
    const found = match && key(match, today)
    if (match && found && isPeriod(found)) return { key: found, rest: text.replace(match[0], ' ') }
  }
  return undefined
}

/** Of two periods the later, which the digest holds against the one before. */
function laterOf(a: Ruled, b: Ruled | undefined): PeriodFound {
  if (!b || cadenceOf(a.key) !== cadenceOf(b.key) || a.key === b.key) return a
  const [earlier, later] = [a.key, b.key].sort()
  if (earlier === undefined || later === undefined) return a
  return {
    key: later,
    rest: b.rest,
    ...(earlierThan(later) === earlier ? {} : { against: earlier }),
  }
}

function earlierThan(period: string): string {
  return periodBefore(cadenceOf(period), daysOfPeriod(period).from)
}
