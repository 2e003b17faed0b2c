import type { Unit } from '../../engine/estimate.ts'
import { num } from '../../engine/formulas/arguments.ts'
import { range } from '../../engine/range.ts'
import { VOLUME } from './api-bills.ts'
import { type Calculator, currencyOf, moneyLike } from './calculator.ts'
import type { What } from './quantities.ts'

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
const TOKENS: readonly What[] = [
  'tokens',
  'tokens/month',
  'tokens/day',
  'tokens/week',
  'tokens/year',
]
const COMPARED: readonly What[] = [
  ...AMOUNT,
  ...TOKENS,
  ...VOLUME,
  'items',
  'time',
  'energy',
  'energy/month',
  'energy/year',
  'energy/item',
  'mass',
  'mass/kWh',
  'power',
  'memory',
  'litres',
  'tokens/second',
]
const VERSUS = /\bthan\s+[$€£₩]?\d|보다|\bfrom\b|\bto\b|에서|\bnow\b|\bwas\b|지금/i
const LESS =
  /\bbatch|\bhalf\b|\boff\b|\bdiscount|\bcheaper\b|\bless\b|\bsav|할인|반값|절반|저렴|싸|절감|아끼|아껴/i

const GROWS = /\bgrow|\bincreas|\bris(?:e|es|ing)\b|\bmore expensive|\bup by\b|오르|인상|증가|늘/i

/** Amounts that rise, fall or are compared. */
export const CHANGES: readonly Calculator[] = [
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
      {
        key: 'saved',
        formula: 'amount-at-rate',
        arguments: (v) => ({ units: num(v, 'bill'), rate: num(v, 'share') * num(v, 'discount') }),
        result: 'amount',
        quantity: 'saving',
        unit: (f) => f.bill?.unit ?? 'USD',
        working: '{bill} × {share} × {discount}',
      },
    ],
    says: [
      {
        en: 'That leaves {cost}, a saving of {saved}.',
        ko: '남는 청구액은 {cost}, 절감액은 {saved}입니다.',
      },
    ],
    note: 'batch-and-cache',
  },
  {
    id: 'increase',
    hint: GROWS,
    slots: { bill: { of: AMOUNT }, share: { of: ['percent'] } },
    steps: [
      {
        key: 'cost',
        formula: 'amount-at-rate',
        arguments: (v) => ({ units: num(v, 'bill'), rate: 1 + num(v, 'share') }),
        result: 'amount',
        quantity: 'cost',
        unit: (f) => f.bill?.unit ?? 'USD',
        working: '{bill} + {bill} × {share}',
      },
    ],
    says: [{ en: 'It becomes {cost}.', ko: '{cost:이/가} 됩니다.' }],
  },
  {
    id: 'percent-change',
    alike: ['before', 'after'],
    hint: /\bpercent|\bpercentage|%|퍼센트|몇 ?프로|절감률|비율/i,
    slots: { before: { of: COMPARED, near: VERSUS }, after: { of: COMPARED } },
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
  savingOf('saving', ['items', ...VOLUME], AMOUNT),
  savingOf('token-saving', TOKENS, ['money/1M tokens'], 1e-6),
  {
    id: 'routed-price',
    hint: /\brout|\btraffic|\baverage|\bblend|\bmix|\bon average|평균|라우팅|섞/i,
    slots: {
      share: {
        of: ['percent'],
        near: /\bbig|\blarge|\bstrong|\bexpensive|\bdear|큰|대형|비싼|강한/i,
      },
      strong: {
        of: ['money/item', 'money'],
        near: /\bbig|\blarge|\bstrong|\bexpensive|\bdear|큰|대형|비싼|강한/i,
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

/** What the cheaper of two amounts saves; `units` are counted in what the amounts are per, as `scale` makes them. */
function savingOf(
  id: string,
  units: readonly What[],
  amounts: readonly What[],
  scale = 1,
): Calculator {
  return {
    id,
    alike: ['before', 'after'],
    hint: /\bsav(?:e|es|ing|ings)\b|\bcheaper\b|\bdifference\b|절감|절약|아끼|아껴|차이|줄어/i,
    unless: /pay ?back|break[- ]?even|pays? for itself|본전|회수|손익분기/i,
    slots: {
      units: { of: units, in: 'asked', optional: true },
      before: { of: amounts, near: VERSUS },
      after: { of: amounts },
    },
    steps: [
      {
        key: 'saving',
        formula: 'monthly-saving',
        arguments: (v) => ({
          dearer_usd: Math.max(num(v, 'before'), num(v, 'after')),
          cheaper_usd: Math.min(num(v, 'before'), num(v, 'after')),
          requests: v.units === undefined ? 1 : v.units * scale,
        }),
        result: 'usd_per_month',
        quantity: 'saving',
        unit: (f) => (f.units ? moneyLike('before', 'units')(f) : (f.before?.unit ?? 'USD')),
        working: '[{units} × ]({before} − {after})',
      },
    ],
    says: [{ en: 'That saves {saving}.', ko: '{saving} 절감됩니다.' }],
  }
}
