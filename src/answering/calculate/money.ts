import type { Unit } from '../../engine/estimate.ts'
import { num } from '../../engine/formulas/arguments.ts'
import { range } from '../../engine/range.ts'
import { VOLUME } from './api-bills.ts'
import { type Calculator, currencyOf, moneyLike, type Slot } from './calculator.ts'
import type { What } from './quantities.ts'
import { WRONG } from './words.ts'

const TOTAL = { en: 'That comes to {cost}.', ko: '합계 {cost}입니다.' }
const YEAR =
  /\b(?:a|per|each|one|full|in a|over a) year\b|\byearly\b|\bannual|연간|1년|일 ?년|한 ?해|연으로/i
/** Stakes are no prices. */
const STAKES = new RegExp(`${WRONG.source}|\\b(?:right|worth|correct)\\b|맞으면|맞는|정답`, 'i')
const TWELVE: Slot = {
  of: [],
  assumed: range(12, 12, 12),
  as: { quantity: 'horizon', unit: 'months' },
}
/** Units at a price: what is counted, what it is priced by, and how the count is shown. */
const PRICED: readonly (readonly [string, Slot, readonly What[]])[] = [
  [
    'items',
    { of: ['items', ...VOLUME], in: 'month', ask: { en: 'how many', ko: '건수' } },
    ['money/item'],
  ],
  ['pages', { of: ['pages', 'pages/month'] }, ['money/page']],
  ['energy', { of: ['energy', 'energy/month'] }, ['money/kWh']],
  ['mass', { of: ['mass'], as: { quantity: 'carbon', unit: 'tCO2e', times: 1e-3 } }, ['money/t']],
  ['gpus', { of: ['gpus'] }, ['money/GPU']],
  [
    'people',
    { of: ['people'], as: { quantity: 'count', unit: 'count' } },
    ['money/item', 'money/month'],
  ],
]

/** Prices, sums and shares of money. */
export const MONEY: readonly Calculator[] = [
  ...PRICED.map(
    ([name, units, of]): Calculator => ({
      id: `${name}-at-price`,
      slots: {
        units,
        price: { of, not: STAKES, ask: { en: 'the price of one', ko: '단가' } },
        months: TWELVE,
      },
      steps: [
        {
          key: 'cost',
          formula: 'amount-at-rate',
          arguments: (v) => ({ units: num(v, 'units'), rate: num(v, 'price') }),
          result: 'amount',
          quantity: 'cost',
          unit: (f) => moneyLike('price', f.price?.unit.endsWith('/month') ? 'price' : 'units')(f),
          working: '{units} × {price}',
        },
        {
          key: 'year',
          needs: ['months'],
          asked: YEAR,
          formula: 'amount-at-rate',
          arguments: (v) => ({ units: num(v, 'months'), rate: num(v, 'cost') }),
          result: 'amount',
          quantity: 'cost',
          unit: moneyLike('price'),
          working: '{cost} × {months}',
        },
      ],
      says: [
        { en: 'That comes to {cost}, {year} a year.', ko: '합계 {cost}, 1년이면 {year}입니다.' },
        TOTAL,
      ],
    }),
  ),
  {
    id: 'rate-over-time',
    hint: /\btotal|\bcome to|\bcost|\bhow much|\bmake|\badd up|\bin all|\bover\b|합|총|얼마|모두/i,
    unless: /pay ?back|break[- ]?even|pays? for itself|본전|회수|손익분기/i,
    slots: {
      time: { of: ['time'], in: 'month' },
      rate: { of: ['money/month', 'money/week', 'money/day'], in: 'month' },
    },
    steps: [
      {
        key: 'cost',
        formula: 'amount-at-rate',
        arguments: (v) => ({ units: num(v, 'time'), rate: num(v, 'rate') }),
        result: 'amount',
        quantity: 'cost',
        unit: moneyLike('rate'),
        working: '{time} × {rate}',
      },
    ],
    says: [TOTAL],
  },
  {
    id: 'year-of-months',
    hint: YEAR,
    unless: /growth|grow|percent|%|증가/i,
    slots: {
      rate: { of: ['money/month', 'money/week', 'money/day', 'money/hour'], in: 'month' },
      months: TWELVE,
    },
    steps: [
      {
        key: 'cost',
        formula: 'amount-at-rate',
        arguments: (v) => ({ units: num(v, 'months'), rate: num(v, 'rate') }),
        result: 'amount',
        quantity: 'cost',
        unit: (f) => `${currencyOf(f.rate)}/year`,
        working: '{rate} × {months}',
      },
    ],
    says: [TOTAL],
  },
  {
    id: 'cost-of-one',
    hint: /\b(?:per|each|apiece)\b|\b(?:a|an|one|single) (?:call|request|query|ticket|answer|item|document|email|image|message|chat)\b|unit cost|건당|요청당|개당|당 얼마|하나에|한 건|단가/i,
    slots: {
      total: { of: ['money', 'money/month', 'money/year'] },
      units: { of: ['items', 'items/month', 'items/year'] },
    },
    steps: [
      {
        key: 'price',
        formula: 'amount-per-unit',
        arguments: (v) => ({ total: num(v, 'total'), units: num(v, 'units') }),
        result: 'amount',
        quantity: 'price',
        unit: (f) => `${currencyOf(f.total)}/item` as Unit,
        working: '{total} ÷ {units}',
      },
    ],
    says: [{ en: 'That is {price}.', ko: '{price}입니다.' }],
    note: 'unit-costs',
  },
]
