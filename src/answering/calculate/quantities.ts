import { type Currency, PERIODS, type Period } from '../../engine/estimate.ts'
import type { Range } from '../../engine/range.ts'
import { withImpliedUnits } from './implied.ts'
import {
  currencyBefore,
  type Measure,
  type MeasureFound,
  measureAfter,
  type Per,
} from './measures.ts'
import { findNumbers, type NumberFound, withDaysInFigures } from './numbers.ts'
import { type RateFound, rateBefore, rateBehind, subjectBefore } from './rates.ts'
import { sharesInWords, withShares } from './shares.ts'

/** What a quantity is: a measure, or a measure per something, such as `money/hour`. */
export type What = Measure | `${Measure}/${Per}`

/** A number of a question with its unit, in base units, and the words on both sides up to the next one. */
export type QuantityRead = Readonly<{
  what: What
  value: number
  currency?: Currency
  /** Of an exchange rate: the currency that it prices in `currency`. */
  base?: Currency
  /** All that a rate is per, a price of tokens per million. */
  per?: readonly Per[]
  /** Unit of a time that is a rate: hours of "12 hours a day". */
  unit?: Period
  /** Unit of a time, or the period that a rate is for. */
  period?: Period
  /** The asker's words, or what the catalogue calls it. */
  words: string
  before: string
  after: string
  start: number
  end: number
  /** Ends of a figure of the catalogue that is known as a range only. */
  spread?: Range
  /** Of two models that are named, which one's price it is. */
  rank?: number
  /** What a price becomes where a prompt is longer. */
  beyond?: Readonly<{ tokens: number; value: number }>
  /** Where a figure of the catalogue was read, or `assumed`; absent for the asker's own. */
  source?: string
}>

/** A quantity before what stands around it is known. */
export type QuantityFound = Omit<QuantityRead, 'before' | 'after'>

const isPeriodName = (word: string) => PERIODS.some((one) => one === word)

/** Every number of a text as a quantity, in reading order. */
export function readQuantities(asked: string): QuantityRead[] {
  const text = withDaysInFigures(asked)
  const found: QuantityFound[] = []
  for (const number of findNumbers(text)) {
    const taken = found.at(-1)?.end ?? 0
    if (number.start < taken) continue
    const one = readOne(text, number, taken)
    if (one) found.push(one)
  }
  const ordered = [...found, ...sharesInWords(text)].sort((a, b) => a.start - b.start)
  const placed = ordered.map((q, i) => ({
    ...q,
    before: text.slice(ordered[i - 1]?.end ?? 0, q.start),
    after: text.slice(q.end, ordered[i + 1]?.start ?? text.length),
  }))
  return withImpliedUnits(withShares(placed))
}

function readOne(text: string, number: NumberFound, taken: number): QuantityFound | undefined {
  const before = text.slice(taken, number.start)
  const sign = currencyBefore(before)
  const unit: MeasureFound | undefined = sign
    ? { measure: 'money', factor: 1, currency: sign.currency, length: 0 }
    : measureAfter(text.slice(number.end))
  if (!unit && number.word) return undefined
  if (isCalendarYear(text.slice(number.start, number.end + (unit?.length ?? 0)), before))
    return undefined
  const measure = measureOf(unit, number, before)
  const end = number.end + (unit?.length ?? 0)
  if (isDenominator(before, text.slice(end), number.value, measure)) return undefined
  const behind = rateBehind(text.slice(end))
  const rate = behind.per.length > 0 ? behind : rateBefore(before)
  const per = perOf(measure, rate)
  const negative = sign && /[-−]\s?\$\s?$/.test(before) ? -1 : 1
  const value = tidy(number.value * (unit?.factor ?? 1) * negative) * (per ? rate.factor : 1)
  const start = number.start - (sign?.length ?? 0) - (rate === behind ? 0 : rate.length)
  const last = end + behind.length
  const subject = subjectBefore(before)
  const pers = persOf(measure, rate)
  if (subject && !pers.includes(subject)) pers.push(subject)
  const isPeriod = per !== undefined && isPeriodName(per)
  const own = isPeriod ? (per as Period) : unit?.period
  return {
    what: per === undefined ? measure : `${measure}/${per}`,
    value: scaled(measure, per, value, rate.per.includes('token')),
    ...(unit?.currency ? { currency: unit.currency } : {}),
    ...(own ? { period: own } : {}),
    ...(pers.length > 0 ? { per: pers } : {}),
    ...(per && unit?.period ? { unit: unit.period } : {}),
    words: text.slice(start, last).trim(),
    start,
    end: last,
  }
}

/** "2023년", "since 2023": when, not for how long. */
function isCalendarYear(words: string, before: string): boolean {
  const dated = /\b(?:in|since|until|by|between|during)\s*$/i.test(before)
  return /^(?:19|20)\d\d ?년$/.test(words) || (dated && /^20[1-4]\d$/.test(words))
}

/** Korean counts behind the noun: "레이어 80개", "토큰 2조 개". */
const NOUN_BEFORE: readonly (readonly [RegExp, Measure])[] = [
  [/GPU\s*$/i, 'gpus'],
  [/(?:레이어|층)\s*$/, 'layers'],
  [/(?:KV|키-?값) ?헤드\s*$/i, 'heads'],
  [
    /(?:head[- ]?(?:size|dim(?:ension)?)(?: of| is)?|헤드 ?(?:크기|차원))(?:[는가이])?\s*$/i,
    'width',
  ],
  [/(?:파라미터|매개변수)(?:[는가이]|[ ]?수)?\s*$/, 'parameters'],
  [/토큰(?:[은이을])?\s*$/, 'tokens'],
  [/단어\s*$/, 'words'],
  [/\b(?:users|seats|people|employees|requests|calls|tickets)(?: ?[:=])?\s*$/i, 'items'],
]

/** "서버 4대": what holds accelerators is none itself. */
const MACHINES_BEFORE = /(?:노드|서버|랙|머신|장비)\s*$/

/** The unit behind the number, the noun before it, or billions of parameters for "70B". */
function measureOf(unit: MeasureFound | undefined, number: NumberFound, before: string): Measure {
  if (unit?.measure === 'gpus' && MACHINES_BEFORE.test(before)) return 'items'
  const noun =
    !unit || unit.measure === 'items'
      ? NOUN_BEFORE.find(([words]) => words.test(before))?.[1]
      : undefined
  return noun ?? unit?.measure ?? (number.billions ? 'parameters' : 'bare')
}

/** Of what a rate is said to be per, what it really is per: accelerators go without saying, save for their price. */
function perOf(measure: Measure, { per }: RateFound): Per | undefined {
  if (measure === 'percent') return undefined
  const others = per.filter((p) => p !== 'GPU' && (measure !== 'flop/s' || p !== 'item'))
  const [first, second] = others
  if (measure === 'money' && first === 'token') return '1M tokens'
  if ((first === 'item' || first === 'person') && second !== undefined && isPeriodName(second))
    return second
  if (first !== undefined) return first
  return per.length > 0 && (measure === 'money' || measure === 'memory') ? 'GPU' : undefined
}

/** All denominators; a price by the token is held by the million, and what machines do each is per machine. */
function persOf(measure: Measure, { per }: RateFound): Per[] {
  const machine = ['flop/s', 'power', 'memory'].includes(measure)
  return per.map((p) =>
    p === 'token' && measure === 'money' ? '1M tokens' : p === 'item' && machine ? 'GPU' : p,
  )
}

/** Prices of tokens are held per million, intensities in grams. */
function scaled(measure: Measure, per: Per | undefined, value: number, token: boolean): number {
  if (token && measure === 'money') return tidy(value * 1e6)
  return measure === 'mass' && per === 'kWh' ? tidy(value * 1000) : value
}

/** "100만 토큰당 4달러", "한 달에 500달러", "per 1M tokens": the number inside what another is per is none of its own. */
function isDenominator(before: string, rest: string, value: number, measure: Measure): boolean {
  return (
    (measure === 'items' && value > 1 && value !== 1e6
      ? false
      : /^(?:인|명|건|개|장|대|회|번)?\s?(?:당|마다)/.test(rest)) ||
    ((value === 1 || value === 1e6) && /^에\s*(?:약\s*)?[$€£₩¥]?\s?\d/.test(rest)) ||
    (value === 1e6 && /^\s?(?:단가|가격|요금|[$€£₩¥]?\d)/.test(rest)) ||
    (measure !== 'items' && /\b(?:per|every)\s*$/i.test(before)) ||
    ([1, 1e3, 1e6].includes(value) && measure !== 'money' && /\/\s*$/.test(before))
  )
}

/** Takes binary noise off a product of a decimal and a power of ten. */
function tidy(value: number): number {
  return Number(value.toPrecision(15))
}
