import type { Currency, Period, Unit } from '../../engine/estimate.ts'
import type { Shown } from './calculator.ts'
import type { QuantityRead } from './quantities.ts'

/** How what was read is called and written where a calculator does not say otherwise. */
const SHOWN: Readonly<Record<string, Shown>> = {
  tokens: { quantity: 'tokens', unit: 'tokens' },
  'tokens/second': { quantity: 'tokens-per-second', unit: 'tokens/s' },
  'tokens/parameter': { quantity: 'tokens', unit: 'tokens/parameter' },
  flop: { quantity: 'compute', unit: 'FLOP' },
  'flop/s': { quantity: 'computing-speed', unit: 'TFLOP/s' },
  'gpu-hours': { quantity: 'gpu-hours', unit: 'GPU-hours' },
  gpus: { quantity: 'gpus', unit: 'GPUs' },
  parameters: { quantity: 'parameters', unit: 'parameters' },
  percent: { quantity: 'share', unit: 'share', times: 0.01 },
  energy: { quantity: 'energy', unit: 'kWh' },
  'energy/item': { quantity: 'energy', unit: 'Wh/request', times: 1000 },
  power: { quantity: 'power', unit: 'W' },
  mass: { quantity: 'carbon', unit: 'kgCO2e' },
  'mass/kWh': { quantity: 'grid-intensity', unit: 'gCO2e/kWh' },
  memory: { quantity: 'memory', unit: 'GB' },
  'memory/GPU': { quantity: 'memory', unit: 'GB' },
  bandwidth: { quantity: 'computing-speed', unit: 'GB/s' },
  pages: { quantity: 'length', unit: 'pages' },
  words: { quantity: 'length', unit: 'words' },
  characters: { quantity: 'length', unit: 'characters' },
  'pages/item': { quantity: 'length', unit: 'pages' },
  'words/item': { quantity: 'length', unit: 'words' },
  'characters/item': { quantity: 'length', unit: 'characters' },
  times: { quantity: 'count', unit: 'ratio' },
  bare: { quantity: 'count', unit: 'number' },
  points: { quantity: 'share', unit: 'points' },
  people: { quantity: 'count', unit: 'people' },
  items: { quantity: 'count', unit: 'count' },
  layers: { quantity: 'shape', unit: 'layers' },
  heads: { quantity: 'shape', unit: 'heads' },
  width: { quantity: 'shape', unit: 'width' },
  precision: { quantity: 'memory', unit: 'bytes' },
  litres: { quantity: 'water', unit: 'L' },
  'litres/kWh': { quantity: 'water', unit: 'L/kWh' },
}

/** How a figure is written: as the calculator has it, else by what it is; money in its own currency. */
export function shownAs(read: QuantityRead, as: Shown | undefined): Shown {
  if (read.currency)
    return {
      quantity: read.what === 'rate' ? 'exchange-rate' : 'price',
      unit: moneyUnit(read, as, read.currency),
    }
  if (as) return /^(?:percent|points)/.test(read.what) ? { ...as, times: 0.01 } : as
  const [measure = '', per] = read.what.split('/')
  const known = SHOWN[read.what]
  if (known) return known
  if (measure === 'time') {
    const unit: Unit = `${read.unit ?? read.period ?? 'second'}s`
    return { quantity: 'time', unit: per === undefined ? unit : (`${unit}/${per}` as Unit) }
  }
  const base = SHOWN[measure] ?? { quantity: 'count', unit: 'count' }
  return per === undefined ? base : { ...base, unit: `${base.unit}/${per}` as Unit }
}

function moneyUnit(read: QuantityRead, as: Shown | undefined, currency: Currency): Unit {
  if (as?.unit.startsWith('USD')) return `${currency}${as.unit.slice(3)}` as Unit
  const per = read.what.split('/')[1]
  return per === undefined ? currency : (`${currency}/${per}` as Unit)
}

/** Hours in a period; a month is 730, a quarter 2,190 and a year 8,760. */
export const HOURS: Readonly<Record<Period, number>> = {
  second: 1 / 3600,
  minute: 1 / 60,
  hour: 1,
  day: 24,
  week: 168,
  month: 730,
  quarter: 2190,
  year: 8760,
}
