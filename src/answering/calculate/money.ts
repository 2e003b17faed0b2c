import type { Unit } from '../../engine/estimate.ts'
import { num } from '../../engine/formulas/arguments.ts'
import { range } from '../../engine/range.ts'
import { VOLUME } from './api-bills.ts'
import { type Calculator, currencyOf, moneyLike, type Slot } from './calculator.ts'
import type { What } from './quantities.ts'
import { WRONG } from './words.ts'

const AMOUNT: readonly What[] = [
  'money',
  'money/month',
  'money/year',
  'money/day',
  'money/week',
  'money/hour',
  'money/item',
  'money/1M tokens',
  'money/kWh',
]
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
const VERSUS = /\bfrom\b|\bto\b|에서|\bnow\b|\bwas\b|지금/i
const LESS =
  /\bbatch|\bhalf\b|\boff\b|\bdiscount|\bcheaper\b|\bless\b|\bsav|할인|반값|절반|저렴|싸/i

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
  {
    id: 'discount',
    hint: LESS,
    slots: {
      bill: { of: AMOUNT },
      discount: { of: ['percent'], near: LESS, must: true },
      share: { of: ['percent'], assumed: range(1, 1, 1), as: { quantity: 'share', unit: 'share' } },
    },
    steps: [
      {
        key: 'cost',
        formula: 'discounted-bill',
        arguments: (v) => ({
          bill: num(v, 'bill'),
          share: num(v, 'share'),
          discount: num(v, 'discount'),
        }),
        result: 'amount',
        quantity: 'cost',
        unit: (f) => f.bill?.unit ?? 'USD',
        working: '{bill} − {bill} × {share} × {discount}',
      },
    ],
    says: [{ en: 'That leaves {cost}.', ko: '남는 청구액은 {cost}입니다.' }],
    note: 'batch-and-cache',
  },
  {
    id: 'percent-change',
    alike: ['before', 'after'],
    hint: /\bpercent|\bpercentage|%|퍼센트|몇 ?프로|절감률|비율/i,
    slots: { before: { of: AMOUNT, near: VERSUS }, after: { of: AMOUNT } },
    steps: [
      {
        key: 'change',
        formula: 'percent-change',
        arguments: (v) => ({ before: num(v, 'before'), after: num(v, 'after') }),
        result: 'percent',
        quantity: 'change',
        unit: 'percent',
        working: '({after} − {before}) ÷ {before}',
      },
    ],
    says: [{ en: 'That is a change of {change}.', ko: '변화율은 {change}입니다.' }],
  },
  {
    id: 'saving',
    alike: ['before', 'after'],
    hint: /\bsav(?:e|es|ing|ings)\b|\bcheaper\b|\bdifference\b|절감|절약|아끼|차이|줄어/i,
    unless: /pay ?back|break[- ]?even|pays? for itself|본전|회수|손익분기/i,
    slots: {
      units: { of: ['items', ...VOLUME], in: 'month', optional: true },
      before: { of: AMOUNT, near: VERSUS },
      after: { of: AMOUNT },
    },
    steps: [
      {
        key: 'saving',
        formula: 'monthly-saving',
        arguments: (v) => ({
          dearer_usd: Math.max(num(v, 'before'), num(v, 'after')),
          cheaper_usd: Math.min(num(v, 'before'), num(v, 'after')),
          requests: v.units ?? 1,
        }),
        result: 'usd_per_month',
        quantity: 'saving',
        unit: (f) => (f.units ? moneyLike('before', 'units')(f) : (f.before?.unit ?? 'USD')),
        working: '[{units} × ]({before} − {after})',
      },
    ],
    says: [{ en: 'That saves {saving}.', ko: '{saving} 절감됩니다.' }],
  },
  {
    id: 'routed-price',
    hint: /\brout|\baverage|\bblend|\bmix|\bon average|평균|라우팅|섞/i,
    slots: {
      share: {
        of: ['percent'],
        near: /\bbig|\blarge|\bstrong|\bexpensive|\bdear|큰|대형|비싼|강한/i,
      },
      strong: {
        of: ['money/item', 'money'],
        near: /\bbig|\blarge|\bstrong|\bexpensive|\bdear|큰|대형|비싼|강한/i,
        must: true,
      },
      weak: { of: ['money/item', 'money'] },
      rest: { of: ['percent'], optional: true },
    },
    steps: [
      {
        key: 'price',
        formula: 'router-cost',
        arguments: (v) => ({
          strong_share: num(v, 'share'),
          strong_usd: num(v, 'strong'),
          weak_usd: num(v, 'weak'),
        }),
        result: 'usd_per_request',
        quantity: 'price',
        unit: (f) => `${currencyOf(f.strong)}/item` as Unit,
        working: '{share} × {strong} + ({weak} − {share} × {weak})',
      },
    ],
    says: [{ en: 'On average that is {price}.', ko: '평균 {price}입니다.' }],
  },
]
