import type { Period } from '../../engine/estimate.ts'
import type { Asked } from './asked.ts'
import { attachments, type Measured } from './attach.ts'
import { combined, type Dimensions, dimensionsOf, moneyIn } from './dimensions.ts'
import type { QuantityRead } from './quantities.ts'
import { type Role, roleOf } from './roles.ts'
import { HOURS } from './shown.ts'
import { isWhole } from './working-times.ts'

/** A figure of the product: above or below the line, or a share taken off or added. */
export type Factor = Readonly<{ read: QuantityRead; place: 'above' | 'below' | 'off' | 'on' }>

/** The one product of all figures whose units are those asked for. */
export type Solution = Readonly<{
  factors: readonly Factor[]
  /** In base units, rates by the hour. */
  value: number
  /** Base units of the amount and what it is per, without time and what goes without saying. */
  dimensions: Dimensions
  /** Hours above (+1), below (-1) or none. */
  time: number
  /** What the result is for, where it is a rate. */
  period?: Period
  /** Periods in the figures, by how often they are multiplied. */
  periods: Readonly<Partial<Record<Period, number>>>
}>

const TEXTS: readonly [base: string, what: string][] = [
  ['word', 'tokens/word'],
  ['page', 'tokens/page'],
  ['character', 'tokens/character'],
]
/** Combinations of signs grow with two to the power of the figures. */
const MOST = 9

/**
 * Multiplies and divides all of the figures, each once, so that their units make what is asked.
 * Undefined where a figure has no unit and no role, where no combination fits, or where two that
 * fit give different results: nothing is guessed.
 */
export function solve(
  question: Asked,
  own: readonly QuantityRead[],
  known: readonly QuantityRead[],
  text: string,
): Solution | undefined {
  const ones = own.filter((q) => q.value === 1 && COUNTED.test(q.what))
  const figures = own.filter((q) => !ones.includes(q))
  const asked = inMoney(question, figures)
  const spans = figures.filter((q) => q.what === 'time' && q.value === 1)
  const without = figures.filter((q) => !spans.includes(q))
  const period = asked.period ?? spans[0]?.period
  const marked = period === undefined ? asked : { ...asked, period }
  for (const people of ['person', 'item'] as const) {
    const found =
      product(asked, withText(figures, known), text, people) ??
      (spans.length > 0 ? product(marked, withText(without, known), text, people) : undefined) ??
      (ones.length > 0 ? product(asked, withText(own, known), text, people) : undefined)
    if (found) return found
  }
  return undefined
}

/** "Over 4 years, what is it a month?": where figures are money and nothing else is named, money is asked. */
function inMoney(asked: Asked, figures: readonly QuantityRead[]): Asked {
  const money = asked.period !== undefined && figures.some((q) => q.currency !== undefined)
  return asked.amount || !money ? asked : { ...asked, amount: { money: 1 } }
}

const COUNTED = /^(?:items|people|gpus)$/

/** Words, pages and characters count in tokens. */
function withText(
  figures: readonly QuantityRead[],
  known: readonly QuantityRead[],
): QuantityRead[] {
  const conversion = TEXTS.find(([base]) => figures.some((q) => q.what.startsWith(base)))
  // What is priced by the page is not counted in tokens.
  const stated = figures.some(
    (q) => q.what === conversion?.[1] || (conversion && q.what.endsWith(`/${conversion[0]}`)),
  )
  const each = stated ? undefined : known.find((q) => q.what === conversion?.[1])
  return each ? [...figures, each] : [...figures]
}

/** @param people whether seats and users are counted apart from other things, or as they are */
function product(
  question: Asked,
  figures: readonly QuantityRead[],
  text: string,
  people: 'person' | 'item',
): Solution | undefined {
  const asked = {
    ...question,
    per: counting(people, question.per),
    ...(question.amount ? { amount: counting(people, question.amount) } : {}),
  }
  const roles = new Map<QuantityRead, Role>()
  const measured: Measured[] = []
  for (const read of figures) {
    const has = dimensionsOf(read)
    const role = has && read.what !== 'times' ? undefined : roleOf(read, figures, text)
    if (role) roles.set(read, role)
    else if (has)
      measured.push({ read, has: { ...has, dimensions: counting(people, has.dimensions) } })
    else return undefined
  }
  if (measured.length === 0 || measured.length > MOST) return undefined
  for (const attached of attachments(asked, measured)) {
    const found = combinations(asked, attached, roles)
    const above = found.find(({ factors }) => factors.every(({ place }) => place !== 'below'))
    // Factors whose units cancel could stand on either side; plain multiplication is meant.
    if (above) return above
    if (found.length > 0) return found.length === 1 ? found[0] : undefined
  }
  return undefined
}

function counting(people: 'person' | 'item', { person = 0, ...units }: Dimensions): Dimensions {
  return combined([units, 1], [{ [people]: 1 }, person])
}

/** Every way to place the figures above or below the line that makes what is asked, by result. */
function combinations(
  asked: Asked,
  measured: readonly Measured[],
  roles: ReadonlyMap<QuantityRead, Role>,
): Solution[] {
  const open = asked.amount === undefined && Object.keys(asked.per).length === 0
  const found: Solution[] = []
  for (let signs = 0; signs < (open ? 1 : 2 ** measured.length); signs++) {
    const signed = measured.map((m, i) => ({ ...m, sign: (signs >> i) & 1 ? -1 : 1 }))
    // What has no unit left, as hours a day, multiplies.
    if (signed.some((m) => m.sign < 0 && Object.keys(m.has.dimensions).length === 0)) continue
    const one = matched(asked, signed, roles)
    if (one && !found.some((f) => Math.abs(f.value / one.value - 1) < 1e-9)) found.push(one)
  }
  return found
}

type Signed = Measured & Readonly<{ sign: number }>

function matched(
  asked: Asked,
  signed: readonly Signed[],
  roles: ReadonlyMap<QuantityRead, Role>,
): Solution | undefined {
  const { time = 0, ...units } = combined(...signed.map((m) => [m.has.dimensions, m.sign] as const))
  const dimensions = fitting(asked, { ...units, time })
  const span = dimensions && spanOf(asked, time, signed, moneyIn(dimensions) !== undefined)
  if (!dimensions || !span) return undefined
  if (signed.length + roles.size < 2 && !isConverted(asked, signed[0]?.read)) return undefined
  const factors: Factor[] = signed.map(({ read, sign }) => ({
    read,
    place: sign > 0 ? 'above' : 'below',
  }))
  let value = signed.reduce((v, { read, has, sign }) => v * (read.value * has.scale) ** sign, 1)
  for (const [read, { kind, of }] of roles) {
    const share = read.what === 'percent' ? read.value / 100 : read.value
    const below = kind === 'over' || signed.some((m) => m.read === of && m.sign < 0)
    const place = kind === 'off' || kind === 'on' ? kind : below ? 'below' : 'above'
    factors.push({ read, place })
    value *= { above: share, below: 1 / share, off: 1 - share, on: 1 + share }[place]
  }
  const periods: Partial<Record<Period, number>> = {}
  for (const { has, sign } of signed)
    for (const [period, by] of Object.entries(has.periods) as [Period, number][])
      periods[period] = (periods[period] ?? 0) + sign * by
  return { factors, value, dimensions, time, periods, ...span }
}

/** One figure alone is a calculation only where it is asked for in another period, as is power in energy. */
function isConverted({ period, amount }: Asked, read: QuantityRead | undefined): boolean {
  if (period === undefined || read === undefined) return false
  if (read.what === 'power') return amount?.kWh === 1 && amount.time === undefined
  return read.period !== undefined && read.period !== period
}

/** The units of the result, if they are those asked for. */
function fitting({ amount, per, period }: Asked, units: Dimensions): Dimensions | undefined {
  const currency = moneyIn(units)
  const { time: _, money, ...rest } = combined([amount ?? {}, 1], [per, 1])
  if (money !== undefined && currency === undefined) return undefined
  const wanted: Dimensions = { ...rest, ...(money && currency ? { [currency]: money } : {}) }
  const { time: _span, ...left } = combined([units, 1], [wanted, -1])
  // An hour of a rent is an accelerator's.
  const hourly =
    units.gpu === -1 &&
    left.gpu === -1 &&
    units.time === -1 &&
    (per.time === -1 || period === 'hour')
  const [only, ...more] = Object.entries(left).filter(([base]) => !(hourly && base === 'gpu'))
  if (amount) return only === undefined ? wanted : undefined
  return only && only[1] === 1 && more.length === 0 ? { ...wanted, [only[0]]: 1 } : undefined
}

/** How time stands in the result: as asked, or a rate for the period asked or said. */
function spanOf(
  { amount, per, period }: Asked,
  time: number,
  signed: readonly Signed[],
  money: boolean,
): Pick<Solution, 'period'> | undefined {
  const wanted = (amount?.time ?? 0) + (per.time ?? 0)
  if (wanted !== 0) return time === wanted ? (wanted < 0 ? { period: 'hour' } : {}) : undefined
  if (time === -1) {
    const said = period ?? longest(signed)
    // A rent by the hour is a bill only for a time.
    return said === 'hour' && money && period === undefined ? undefined : { period: said }
  }
  if (time !== 0) return undefined
  const spans = signed.filter(({ read }) => read.what === 'time')
  const same = ({ read }: Signed) => period !== undefined && isWhole(read, period)
  return period === undefined || spans.some(same) ? {} : undefined
}

function longest(signed: readonly Signed[]): Period {
  const periods = signed.flatMap(({ has }) => Object.keys(has.periods) as Period[])
  return periods.reduce((a, b) => (HOURS[b] > HOURS[a] ? b : a), 'second')
}
