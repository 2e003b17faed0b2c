import { CURRENCIES, type Period, type Quantity, type Unit } from '../../engine/estimate.ts'
import { range } from '../../engine/range.ts'
import type { Bilingual } from '../../language/language.ts'
import type { Asked } from './asked.ts'
import type { Shown, Slot, Values } from './calculator.ts'
import type { Filled } from './choose.ts'
import { HOURS, shownAs } from './shown.ts'
import type { Factor, Solution } from './solve.ts'

type Result = Readonly<{
  unit: Unit
  quantity: Quantity
  /** Base units in one of the unit. */
  scale: number
  /** What it is for goes without a unit of its own. */
  each?: boolean
}>

/** How an amount is called and written, by its base unit. */
const AMOUNTS: Readonly<Record<string, readonly [Unit, Quantity]>> = {
  token: ['tokens', 'tokens'],
  flop: ['FLOP', 'compute'],
  kWh: ['kWh', 'energy'],
  kg: ['kgCO2e', 'carbon'],
  L: ['L', 'water'],
  GB: ['GB', 'memory'],
  gpu: ['GPUs', 'gpus'],
  item: ['count', 'count'],
  person: ['count', 'count'],
  parameter: ['parameters', 'parameters'],
  page: ['pages', 'length'],
  word: ['words', 'length'],
  character: ['characters', 'length'],
}
const PERS: Readonly<Record<string, readonly [string, number]>> = {
  token: ['1M tokens', 1e-6],
  item: ['item', 1],
  person: ['item', 1],
  gpu: ['GPU', 1],
  kWh: ['kWh', 1],
  kg: ['t', 1e-3],
  parameter: ['parameter', 1],
  page: ['page', 1],
}
const SAYS: Readonly<Record<'exact' | 'up' | 'down' | 'each', Bilingual>> = {
  exact: { en: 'That comes to {result}.', ko: '{result}입니다.' },
  each: { en: 'For each one that comes to {result}.', ko: '하나에 {result}입니다.' },
  up: {
    en: 'That takes {result}, rounded up to whole ones.',
    ko: '{result} 필요합니다(올림한 수).',
  },
  down: {
    en: 'That is enough for {result}, rounded down to whole ones.',
    ko: '{result}까지 됩니다(내림한 수).',
  },
}
const LIMITED =
  /\bfit\b|\bafford|\bbuy\b|\bbudget|\bserve\b|\bat once\b|\bcan (?:we|i|you)\b|예산|살 수|수용|동시|가능|감당/i

/** A solution as a calculator with its slots filled, so that it is run, shown and replayed as every other. */
export function asFilled(solution: Solution, asked: Asked, text: string): Filled | undefined {
  const shown = resultOf(solution, asked)
  if (!shown) return undefined
  const { factors } = solution
  const keys = new Map(factors.map((f, i) => [f, `f${i}`]))
  const conversions = conversionsOf(solution, timeOf(shown.unit, solution.period))
  const rounding = roundingOf(shown.unit, text)
  const at = (place: Factor['place']) =>
    factors.filter((f) => f.place === place).map((f) => keys.get(f) ?? '')
  const above = [...at('above'), ...conversions.filter((c) => !c.below).map((c) => c.key)]
  const below = [...at('below'), ...conversions.filter((c) => c.below).map((c) => c.key)]
  const read = (f: Factor) => f.read.value * (shownAs(f.read, ROLELESS[f.read.what]).times ?? 1)
  const central = {
    ...Object.fromEntries(factors.map((f) => [keys.get(f), read(f)])),
    ...Object.fromEntries(conversions.map((c) => [c.key, c.factor])),
  } as Values
  const numbers = (v: Values) => ({
    multiplied: [
      ...above.map((key) => v[key] ?? 1),
      ...at('off').map((key) => tidy(1 - (v[key] ?? 0))),
      ...at('on').map((key) => tidy(1 + (v[key] ?? 0))),
    ],
    divided: below.map((key) => v[key] ?? 1),
  })
  const product = ({ multiplied, divided }: ReturnType<typeof numbers>) =>
    multiplied.reduce((a, b) => a * b, 1) / divided.reduce((a, b) => a * b, 1)
  const unitFactor = tidy(inUnit(solution, shown) / product(numbers(central)))
  return {
    calculator: {
      id: 'product-of-figures',
      slots: Object.fromEntries([
        ...factors.map((f): [string, Slot] => [
          keys.get(f) ?? '',
          { of: [f.read.what], ...(ROLELESS[f.read.what] ? { as: ROLELESS[f.read.what] } : {}) },
        ]),
        ...conversions.map(({ key, factor, unit }): [string, Slot] => [
          key,
          { of: [], assumed: range(factor, factor, factor), as: { quantity: 'time', unit } },
        ]),
      ]),
      steps: [
        {
          key: 'result',
          formula: 'product-of-figures',
          arguments: (v) => {
            const { multiplied, divided } = numbers(v)
            return {
              multiplied: multiplied.join(' '),
              divided: divided.join(' '),
              unit_factor: unitFactor,
              rounding,
            }
          },
          result: 'amount',
          quantity: shown.quantity,
          unit: shown.unit,
          working: workingOf(above, below, at('off'), at('on')),
        },
      ],
      says: [SAYS[shown.each ? 'each' : rounding]],
    },
    slots: Object.fromEntries(factors.map((f) => [keys.get(f) ?? '', f.read])),
    missing: [],
    used: factors.length,
    unused: 0,
  }
}

/** How figures without a unit of their own are written. */
const ROLELESS: Readonly<Record<string, Shown>> = {
  bare: { quantity: 'overhead', unit: 'ratio' },
  times: { quantity: 'overhead', unit: 'ratio' },
}

function workingOf(
  above: readonly string[],
  below: readonly string[],
  off: readonly string[],
  on: readonly string[],
): string {
  const braced = (keys: readonly string[]) => keys.map((key) => `{${key}}`).join(' × ')
  const divided = below.length === 0 ? '' : ` ÷ (${braced(below)})`
  const changed = [...off.map((key) => ` − {${key}}`), ...on.map((key) => ` + {${key}}`)]
  return `${braced(above)}${divided}${changed.join('')}`
}

/** The unit of the result: as asked, else the usual one of its base. */
function resultOf({ dimensions, time, period, value }: Solution, asked: Asked): Result | undefined {
  const [amounts, pers] = [1, -1].map((sign) =>
    Object.entries(dimensions).filter(([, exponent]) => exponent === sign),
  )
  const [base, ...others] = (amounts ?? []).map(([name]) => name)
  const [per, ...more] = (pers ?? []).map(([name]) => name)
  if (others.length > 0 || more.length > 0) return undefined
  if (base === undefined)
    return per === undefined && time === 1 ? duration(value, asked) : undefined
  if (base === 'gpu' && time === 1) return { unit: 'GPU-hours', quantity: 'gpu-hours', scale: 1 }
  if (base === 'kWh' && asked.amount?.time === -1)
    return { unit: asked.unit ?? 'kW', quantity: 'power', scale: asked.scale }
  const money = CURRENCIES.find((c) => c === base)
  const [unit, quantity]: readonly [Unit, Quantity] = money
    ? [money, 'cost']
    : (AMOUNTS[base] ?? ['count', 'count'])
  const own = asked.unit !== undefined && asked.amount?.[base] === 1
  const amount = own ? (asked.unit ?? unit) : unit
  const scale = own ? asked.scale : 1
  const by = per === undefined ? undefined : PERS[per]
  if (per !== undefined && !by) return undefined
  if (by && period && asked.per.time === undefined)
    return { unit: `${amount}/${period}` as Unit, quantity, scale: scale * by[1], each: true }
  const behind = by?.[0] ?? period
  if (base === 'kg' && per === 'item') return { unit: 'gCO2e/request', quantity, scale: 1e-3 }
  if (base === 'kWh' && per === 'item') return { unit: 'Wh/request', quantity, scale: 1e-3 }
  if (base === 'token' && per && !['item', 'person', 'parameter'].includes(per)) return undefined
  return {
    unit: (behind === undefined ? amount : `${amount}/${asked.per.time ? 'hour' : behind}`) as Unit,
    quantity: by && money ? 'price' : quantity,
    scale: scale / (by?.[1] ?? 1) ** -1,
  }
}

const DURATIONS: readonly (readonly [Unit, number])[] = [
  ['days', 24],
  ['hours', 1],
  ['minutes', 1 / 60],
  ['seconds', 1 / 3600],
]

function duration(value: number, { unit, scale }: Asked): Result {
  const [own, hours] =
    unit === undefined
      ? (DURATIONS.find(([, h]) => value >= 2 * h) ?? ['seconds', 1 / 3600])
      : [unit, scale]
  return { unit: own as Unit, quantity: 'time', scale: hours }
}

function inUnit({ value, time, period }: Solution, { scale, unit }: Result): number {
  const rate =
    time === -1 && period && unit !== 'kW' && unit !== 'MW' && unit !== 'W' ? HOURS[period] : 1
  return (value * rate) / scale
}

/** The period that the result itself stands in. */
function timeOf(unit: Unit, period: Period | undefined): readonly [Period, number] | undefined {
  const own = (Object.keys(HOURS) as Period[]).find((p) => unit === `${p}s`)
  if (own) return [own, 1]
  if (unit === 'GPU-hours') return ['hour', 1]
  return period && [period, -1]
}

type Conversion = Readonly<{ key: string; factor: number; unit: Unit; below: boolean }>

/** What turns the periods of the figures into each other: so many of the shortest in each of the others. */
function conversionsOf(
  { periods }: Solution,
  result: readonly [Period, number] | undefined,
): Conversion[] {
  const net = { ...periods }
  if (result) net[result[0]] = (net[result[0]] ?? 0) - result[1]
  const left = (Object.entries(net) as [Period, number][])
    .filter(([, by]) => by !== 0)
    .sort(([a], [b]) => HOURS[a] - HOURS[b])
  const [shortest, ...others] = left
  if (!shortest) return []
  return others.map(([period, by], i) => ({
    key: `c${i}`,
    factor: (HOURS[period] / HOURS[shortest[0]]) ** Math.abs(by),
    unit: `${shortest[0]}s` as Unit,
    below: by < 0,
  }))
}

function roundingOf(unit: Unit, text: string): 'exact' | 'up' | 'down' {
  if (unit === 'GPUs') return LIMITED.test(text) ? 'down' : 'up'
  return unit === 'count' && LIMITED.test(text) ? 'down' : 'exact'
}

function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
