import type { Range } from './range.ts'
import type { Unknown } from './unknown.ts'

/** Where a figure comes from: a source says so, a formula gave it, the asker said it, or we assumed it. */
export type Kind = 'cited' | 'computed' | 'yours' | 'assumed'

/** Currencies an asker may calculate in; everything of the catalogue is in US dollars. */
export const CURRENCIES = ['USD', 'KRW', 'EUR', 'GBP', 'JPY', 'CNY'] as const
export type Currency = (typeof CURRENCIES)[number]

/** What a rate may be per, in time. */
export const PERIODS = [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
] as const
export type Period = (typeof PERIODS)[number]

/** Units of figures. Money is US dollars where nothing else is said; mass of CO2e in kilograms unless it says grams. */
export type Unit =
  | Currency
  | `${Currency}/${Period | 'request' | 'item' | '1M tokens' | 'page' | 'kWh' | 't' | 'GPU'}`
  /** A rate of exchange: so much of a currency for a dollar. */
  | `${Currency}/USD`
  | `${Period}s`
  | `${Period}s/${Period | 'item' | 'token'}`
  | 'count'
  /** A bare number, of nothing that was named. */
  | 'number'
  | 'people'
  | '1M tokens'
  | `count/${Period}`
  | `tokens/${Period | 'item' | 'page' | 'word' | 'character'}`
  | `kWh/${Period}`
  | `MWh/${Period}`
  | `kgCO2e/${Period}`
  | `tCO2e/${Period}`
  | `gCO2e/${Period}`
  | `L/${Period}`
  | `GPU-hours/${Period}`
  | `FLOP/${Period}`
  | 'pages'
  | 'words'
  | 'characters'
  | 'GPU-hours'
  | 'TFLOP/s'
  | 'FLOP/token/parameter'
  | 'GB/s'
  | 'W'
  | 'kW'
  | 'MW'
  | 't'
  | 'm3'
  | 'gCO2e'
  | 'Wh'
  | 'TB'
  | 'L'
  | 'layers'
  | 'heads'
  | 'width'
  | 'USD/month'
  | 'USD/request'
  | 'USD'
  | 'USD/hour'
  | 'USD/1M tokens'
  | 'USD/item'
  | 'points'
  | 'percent'
  | 'share'
  | 'ms'
  | 's'
  | 'tokens/s'
  | 'tokens'
  | 'tokens/parameter'
  | 'parameters'
  | 'FLOP'
  | 'nats'
  | 'requests/month'
  | 'requests/s'
  | 'requests'
  | 'items'
  | 'months'
  | 'GPUs'
  | 'GB'
  | 'bytes'
  | 'kWh/month'
  | 'Wh/request'
  | 'kWh'
  | 'MWh'
  | 'kgCO2e/month'
  | 'gCO2e/request'
  | 'kgCO2e'
  | 'tCO2e'
  | 'replicas'
  | 'gCO2e/kWh'
  | 'L/month'
  | 'mL/request'
  | 'L/kWh'
  | 'ratio'

/** What a figure measures; its words in each language are in `language/`. */
export type Quantity =
  | 'cost'
  | 'saving'
  | 'quality'
  | 'quality-gap'
  | 'required-uplift'
  | 'net-value'
  | 'probability'
  | 'latency'
  | 'latency-limit'
  | 'energy'
  | 'carbon'
  | 'carbon-difference'
  | 'water'
  | 'volume'
  | 'input-tokens'
  | 'output-tokens'
  | 'value-right'
  | 'error-cost'
  | 'budget'
  | 'price-input'
  | 'price-output'
  | 'gpus'
  | 'memory'
  | 'kv-cache'
  | 'throughput'
  | 'tokens-per-second'
  | 'rent'
  | 'duty'
  | 'replicas'
  | 'break-even-volume'
  | 'payback'
  | 'fixed-cost'
  | 'pilot-items'
  | 'pilot-cost'
  | 'information-value'
  | 'horizon'
  | 'forecast'
  | 'perfect-information'
  | 'grid-intensity'
  | 'confidence'
  | 'cached-share'
  | 'price-factor'
  | 'spend'
  | 'flip-value'
  | 'staff'
  | 'amount'
  | 'price'
  | 'count'
  | 'share'
  | 'time'
  | 'length'
  | 'tokens'
  | 'gpu-hours'
  | 'compute'
  | 'computing-speed'
  | 'parameters'
  | 'power'
  | 'overhead'
  | 'speed-up'
  | 'exchange-rate'
  | 'age'
  | 'shape'
  | 'change'

/** A figure that carries its own proof. `id` is unique within one recommendation or answer. */
export type Estimate = Readonly<{
  id: string
  quantity: Quantity
  /** Whose figure it is: an option id, a model id, a region id, or absent for the workload itself. */
  subject?: string
  value: Range | Unknown
  unit: Unit
  /** Significant digits that the inputs bear, where that is more than three. */
  digits?: number
  kind: Kind
  /** Id in the formula registry, for computed figures. */
  formula?: string
  /** The inputs as they went into the formula, for "show the working". */
  inputs: Readonly<Record<string, number | string>>
  /** Source addresses or note ids behind the inputs. */
  sources: readonly string[]
  /** ISO date of the youngest input that ages (a price, a rent). */
  asOf?: string
}>
