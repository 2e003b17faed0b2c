import { CURRENCIES, type Estimate, PERIODS } from '../../engine/estimate.ts'
import { DomainError } from '../../engine/formula.ts'
import type { Asked } from './asked.ts'
import type { Filled } from './choose.ts'
import { calculate } from './run.ts'

const COUNTED = /^(?:items|people|gpus)/
/** Base unit of an amount by the unit it is written in; shares and points answer questions of any kind. */
const BASES: Readonly<Record<string, string>> = {
  tokens: 'token',
  '1M tokens': 'token',
  FLOP: 'flop',
  Wh: 'kWh',
  kWh: 'kWh',
  MWh: 'kWh',
  gCO2e: 'kg',
  kgCO2e: 'kg',
  tCO2e: 'kg',
  L: 'L',
  GB: 'GB',
  GPUs: 'gpu',
  'GPU-hours': 'gpu',
  requests: 'item',
  people: 'person',
  count: 'item',
  s: 'time',
  ms: 'time',
  seconds: 'time',
  minutes: 'time',
  hours: 'time',
  days: 'time',
  weeks: 'time',
  months: 'time',
  years: 'time',
}
const ONES: Readonly<Record<string, string>> = {
  item: 'item',
  request: 'item',
  '1M tokens': 'token',
  GPU: 'gpu',
}

/** How well a calculator's result is what is asked: in its unit, of its kind, or for it to refuse. */
export type Suited = 'unit' | 'kind' | 'refuses'

/** Compares the amount, what it is per and the period with the question; undefined where they differ. */
export function suited(filled: Filled, asked: Asked, text: string): Suited | undefined {
  const counted = Object.values(filled.slots).some(
    ({ what, value }) => COUNTED.test(what) && value !== 1,
  )
  // Words that call for a calculator weigh more than a cost spoken of.
  const hinted = filled.calculator.hint !== undefined && !asked.sure
  try {
    const fitting = calculate(filled, text, asked.period).estimates.filter(
      (e) =>
        e.kind === 'computed' &&
        isOfKind(hinted ? { ...asked, amount: undefined } : asked, e, counted),
    )
    if (fitting.length === 0) return undefined
    const inUnit = ({ unit }: Estimate) => SAME[unit.split('/')[0] ?? ''] ?? unit.split('/')[0]
    return asked.unit === undefined || fitting.some((e) => inUnit(e) === asked.unit)
      ? 'unit'
      : 'kind'
  } catch (error) {
    if (error instanceof DomainError) return 'refuses'
    throw error
  }
}

/** Units of one name. */
const SAME: Readonly<Record<string, string>> = {
  s: 'seconds',
  requests: 'count',
  '1M tokens': 'tokens',
}

function isOfKind(
  { amount, per, period }: Pick<Asked, 'per' | 'period'> & { amount?: Asked['amount'] | undefined },
  { unit }: Estimate,
  counted: boolean,
): boolean {
  const [base = '', by = ''] = unit.split('/')
  const currency = CURRENCIES.find((c) => c === base)
  const kind = currency ?? BASES[base]
  if (kind === undefined) return true
  if (amount && !amount[kind] && !(currency && amount.money)) return false
  const one = ONES[by]
  const wanted = Object.keys(per).filter((key) => key !== 'time')
  // A bill of what one takes is for one, whether its unit says so or not.
  if (wanted.length > 0 && !(one ? wanted.includes(one) : wanted.includes('item') && !counted))
    return false
  return period === undefined || !PERIODS.some((one) => one === by) || by === period
}
