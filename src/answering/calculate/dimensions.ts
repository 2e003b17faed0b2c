import { CURRENCIES, type Period } from '../../engine/estimate.ts'
import type { Measure, Per } from './measures.ts'
import type { QuantityRead } from './quantities.ts'
import { HOURS } from './shown.ts'

/** Exponents of base units; absent is zero. Money is counted by currency, time in hours. */
export type Dimensions = Readonly<Record<string, number>>

/** A quantity in base units, and the periods of time in it, for showing what is converted. */
export type Dimensioned = Readonly<{
  dimensions: Dimensions
  /** Turns the value as read into base units. */
  scale: number
  periods: Readonly<Partial<Record<Period, number>>>
}>

type Base = readonly [Dimensions, number, Period?]

const MEASURES: Readonly<Partial<Record<Measure, Base>>> = {
  tokens: [{ token: 1 }, 1],
  flop: [{ flop: 1 }, 1],
  'flop/s': [{ flop: 1, time: -1 }, 1e12 * 3600, 'second'],
  'gpu-hours': [{ gpu: 1, time: 1 }, 1, 'hour'],
  gpus: [{ gpu: 1 }, 1],
  energy: [{ kWh: 1 }, 1],
  power: [{ kWh: 1, time: -1 }, 1e-3, 'hour'],
  mass: [{ kg: 1 }, 1],
  memory: [{ GB: 1 }, 1],
  litres: [{ L: 1 }, 1],
  pages: [{ page: 1 }, 1],
  words: [{ word: 1 }, 1],
  characters: [{ character: 1 }, 1],
  parameters: [{ parameter: 1 }, 1],
  people: [{ person: 1 }, 1],
  items: [{ item: 1 }, 1],
  times: [{}, 1],
}

const PERS: Readonly<Partial<Record<Per, readonly [string, number]>>> = {
  item: ['item', 1],
  person: ['person', 1],
  '1M tokens': ['token', 1e-6],
  token: ['token', 1],
  page: ['page', 1],
  word: ['word', 1],
  character: ['character', 1],
  kWh: ['kWh', 1],
  t: ['kg', 1e-3],
  GPU: ['gpu', 1],
  parameter: ['parameter', 1],
  GB: ['GB', 1],
}

/** Sums of exponents; what cancels is left out. */
export function combined(
  ...parts: readonly (readonly [Dimensions, number])[]
): Readonly<Record<string, number>> {
  const sum: Record<string, number> = {}
  for (const [dimensions, sign] of parts)
    for (const [base, exponent] of Object.entries(dimensions))
      sum[base] = (sum[base] ?? 0) + sign * exponent
  return Object.fromEntries(Object.entries(sum).filter(([, exponent]) => exponent !== 0))
}

/** The units of a quantity by what it measures and what it is per; undefined for bare numbers and shares. */
export function dimensionsOf(q: QuantityRead): Dimensioned | undefined {
  const measure = q.what.split('/')[0] as Measure
  const base = baseOf(q, q.what.startsWith('flop/s') ? 'flop/s' : measure)
  if (!base) return undefined
  let [dimensions, scale] = base
  const periods: Partial<Record<Period, number>> = {}
  const count = (period: Period, by: number) => {
    periods[period] = (periods[period] ?? 0) + by
  }
  if (base[2]) count(base[2], measure === 'time' || measure === 'gpu-hours' ? 1 : -1)
  for (const per of persOf(q)) {
    const known = PERS[per]
    if (known) {
      dimensions = combined([dimensions, 1], [{ [known[0]]: 1 }, -1])
      scale *= known[1]
    } else if (per in HOURS) {
      dimensions = combined([dimensions, 1], [{ time: 1 }, -1])
      scale /= HOURS[per as Period]
      count(per as Period, -1)
    }
  }
  // Prices of tokens are held per million, intensities of energy in grams.
  if (q.what === 'mass/kWh') scale *= 1e-3
  return { dimensions, scale, periods }
}

/** All that it is per; a unit that went without saying stands in its kind only. */
function persOf({ what, per = [] }: QuantityRead): readonly Per[] {
  const said = what.replace('flop/s', '').split('/')[1] as Per | undefined
  return said === undefined || per.includes(said) ? per : [said, ...per]
}

function baseOf(q: QuantityRead, measure: Measure): Base | undefined {
  if (measure === 'money') return q.currency && [{ [q.currency]: 1 }, 1]
  if (measure === 'rate')
    return q.currency && q.base && [combined([{ [q.currency]: 1 }, 1], [{ [q.base]: 1 }, -1]), 1]
  if (measure !== 'time') return MEASURES[measure]
  const unit = q.unit ?? q.period ?? 'second'
  return [{ time: 1 }, HOURS[unit], unit]
}

/** The currency among dimensions, if there is one. */
export function moneyIn(dimensions: Dimensions): string | undefined {
  return CURRENCIES.find((currency) => dimensions[currency] !== undefined)
}
