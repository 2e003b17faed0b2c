import { DIRECTIONS } from '../../engine/arithmetic/currency.ts'
import { CURRENCIES, type Unit } from '../../engine/estimate.ts'
import { num } from '../../engine/formulas/arguments.ts'
import { range } from '../../engine/range.ts'
import { type Calculator, currencyOf } from './calculator.ts'
import type { What } from './quantities.ts'
import { RIGHT, WRONG } from './words.ts'

const UPLIFT =
  /accura|uplift|points?\b|quality|better|improve|정확도|품질|포인트|향상|올라야|좋아져/i
const ONE: readonly What[] = ['money/item', 'money']

/** What pays off, when, from what volume on, and money in other currencies. */
export const DECISIONS: readonly Calculator[] = [
  {
    id: 'uplift-of-prices',
    alike: ['dear', 'cheap'],
    hint: UPLIFT,
    slots: {
      wrong: { of: ONE, near: WRONG, must: true },
      right: { of: ONE, near: RIGHT, must: true },
      dear: { of: ONE },
      cheap: { of: ONE },
    },
    steps: [
      {
        key: 'uplift',
        formula: 'required-uplift',
        arguments: (v) => ({
          extra_usd: Math.abs(num(v, 'dear') - num(v, 'cheap')),
          value_usd: num(v, 'right'),
          error_cost_usd: num(v, 'wrong'),
        }),
        result: 'uplift',
        times: 100,
        quantity: 'required-uplift',
        unit: 'points',
        working: '({dear} − {cheap}) ÷ ({right} + {wrong})',
      },
    ],
    says: [upliftSays()],
    note: 'required-uplift',
  },
  {
    id: 'uplift',
    hint: UPLIFT,
    slots: {
      wrong: { of: ONE, near: WRONG, must: true },
      right: {
        of: ONE,
        near: RIGHT,
        assumed: range(0, 0, 0),
        as: { quantity: 'value-right', unit: 'USD' },
      },
      extra: { of: ONE, ask: { en: 'the extra cost of an answer', ko: '답변당 추가 비용' } },
    },
    steps: [
      {
        key: 'uplift',
        formula: 'required-uplift',
        arguments: (v) => ({
          extra_usd: num(v, 'extra'),
          value_usd: num(v, 'right'),
          error_cost_usd: num(v, 'wrong'),
        }),
        result: 'uplift',
        times: 100,
        quantity: 'required-uplift',
        unit: 'points',
        working: '{extra} ÷ ({right} + {wrong})',
      },
    ],
    says: [upliftSays()],
    note: 'required-uplift',
  },
  {
    id: 'currency',
    certain: true,
    hint: /환율|exchange|\brate\b|\bin (?:won|krw|usd|dollars?|euros?|eur|yen|pounds?)\b|\b(?:to|into) (?:won|krw|usd|dollars?|euros?|yen|pounds?)\b|\bhow many (?:won|dollars|euros|yen|pounds)\b|원화|(?<![\d만천백억] ?)(?:달러로|원으로|유로로|엔으로)|몇 원|몇 달러/i,
    slots: {
      rate: {
        of: ['rate'],
        ask: {
          en: 'the exchange rate to use; I keep none of my own',
          ko: '적용할 환율(자체 환율은 쓰지 않습니다)',
        },
      },
      amount: {
        of: ['money', 'money/month', 'money/year', 'money/hour', 'money/item', 'money/1M tokens'],
      },
    },
    steps: [
      {
        key: 'converted',
        formula: 'currency-conversion',
        arguments: (v, f) => ({
          amount: num(v, 'amount'),
          rate: num(v, 'rate'),
          direction: DIRECTIONS[currencyOf(f.amount) === f.rate?.inputs.base ? 0 : 1],
        }),
        result: 'amount',
        quantity: 'amount',
        unit: (f) => {
          const [own, quote] = [currencyOf(f.amount), currencyOf(f.rate)]
          const other = own === quote ? CURRENCIES.find((c) => c === f.rate?.inputs.base) : quote
          return `${other ?? quote}${f.amount?.unit.slice(own.length) ?? ''}` as Unit
        },
        working: '{amount} @ {rate}',
      },
    ],
    says: [
      {
        en: 'At your rate that is {converted}; I keep no exchange rate of my own.',
        ko: '말씀하신 환율로 {converted}입니다. 환율은 입력하신 값만 씁니다.',
      },
    ],
  },
]

function upliftSays() {
  return {
    en: 'It pays when accuracy rises by at least {uplift}.',
    ko: '정확도가 {uplift} 이상 올라야 값을 합니다.',
  }
}
