import { DIRECTIONS } from '../../engine/arithmetic/currency.ts'
import { CURRENCIES, type Unit } from '../../engine/estimate.ts'
import { num } from '../../engine/formulas/arguments.ts'
import { range } from '../../engine/range.ts'
import { VOLUME } from './api-bills.ts'
import { type Calculator, currencyOf, type Step } from './calculator.ts'
import type { What } from './quantities.ts'
import { RIGHT, WRONG } from './words.ts'

const PAYBACK =
  /\bpay(?:s|ing)? ?(?:it ?self |for itself|back|off)|\bpayback|\bpaid (?:back|for itself|off)|\bearned? back|\brecoup|\brecover|\bbreak[- ]?even|\bdoes it pay\b|본전|회수|뽑|손익분기|상쇄|부터 이득/i
const BREAK_EVEN =
  /\bbreak[- ]?even|\bsame cost|\bcost the same|\bcheaper (?:above|from|beyond)|\bpays? off|\bworth|\bjustif|부터|본전|손익분기|이득|같아지|넘어야|유리/i
const ONCE =
  /\bonce\b|\bone[- ]?(?:off|time)|\bup ?front|\bset-?up|\binitial|\bcosts?\b|\binvest|\bspend|\bbuild|초기|일회|한 번|구축|투자|들|비용/i
const SAVED = /\bsav|\bcut|\btrim|\breduc|\bless|\blower|절감|절약|아끼|줄|덜/i
const UPLIFT =
  /accura|uplift|points?\b|quality|better|improve|정확도|품질|포인트|향상|올라야|좋아져/i
const MONTHLY: readonly What[] = ['money/month', 'money/year', 'money/week', 'money/day']
const ONE: readonly What[] = ['money/item', 'money']

const months = {
  key: 'months',
  formula: 'distillation-payback',
  result: 'months',
  quantity: 'payback',
  unit: 'months',
} as const
const NEVER = {
  en: 'It never pays for itself: with these figures nothing is saved.',
  ko: '이 수치로는 절감액이 없어 회수되지 않습니다.',
}
const PAID_BACK = {
  en: 'It pays for itself in {months}.',
  ko: '{months} 만에 본전을 회수합니다.',
}

const inMillions: Step = {
  key: 'millions',
  formula: 'amount-per-unit',
  arguments: (v) => ({ total: num(v, 'volume'), units: 1e6 }),
  result: 'amount',
  quantity: 'break-even-volume',
  unit: '1M tokens',
  working: '{volume}',
}

/** What pays off, when, from what volume on, and money in other currencies. */
export const DECISIONS: readonly Calculator[] = [
  {
    id: 'payback-of-cut',
    hint: PAYBACK,
    slots: {
      fixed: { of: ['money'], near: ONCE },
      before: { of: MONTHLY, in: 'month' },
      after: { of: MONTHLY, in: 'month' },
    },
    steps: [
      {
        ...months,
        arguments: (v) => ({
          fixed_usd: num(v, 'fixed'),
          saving_usd_per_month: num(v, 'before') - num(v, 'after'),
        }),
        working: '{fixed} ÷ ({before} − {after})',
      },
    ],
    says: [PAID_BACK],
    never: NEVER,
  },
  {
    id: 'payback',
    hint: PAYBACK,
    certain: true,
    slots: {
      fixed: { of: ['money'], near: ONCE, ask: { en: 'the one-off cost', ko: '일회성 비용' } },
      saving: {
        of: MONTHLY,
        near: SAVED,
        in: 'month',
        ask: { en: 'what it saves a month', ko: '월 절감액' },
      },
    },
    steps: [
      {
        ...months,
        arguments: (v) => ({ fixed_usd: num(v, 'fixed'), saving_usd_per_month: num(v, 'saving') }),
        working: '{fixed} ÷ {saving}',
      },
    ],
    says: [PAID_BACK],
    never: NEVER,
  },
  {
    id: 'payback-by-use',
    hint: PAYBACK,
    slots: {
      fixed: { of: ['money'], near: ONCE },
      before: { of: ['money/item'] },
      after: { of: ['money/item'], optional: true },
      volume: { of: VOLUME, in: 'month', optional: true },
    },
    steps: [
      {
        key: 'requests',
        formula: 'payback-queries',
        arguments: (v) => ({
          fixed_usd: num(v, 'fixed'),
          big_usd: num(v, 'before'),
          small_usd: v.after ?? 0,
        }),
        result: 'requests',
        quantity: 'payback',
        unit: 'count',
        working: '{fixed} ÷ ({before}[ − {after}])',
      },
      {
        key: 'months',
        needs: ['volume'],
        formula: 'amount-per-unit',
        arguments: (v) => ({ total: num(v, 'requests'), units: num(v, 'volume') }),
        result: 'amount',
        quantity: 'payback',
        unit: 'months',
        working: '{requests} ÷ {volume}',
      },
    ],
    says: [
      {
        en: 'It pays for itself in {months}, after {requests} uses.',
        ko: '{months}, 즉 {requests} 만에 회수합니다.',
      },
      { en: 'It pays for itself after {requests} uses.', ko: '{requests} 만에 회수합니다.' },
    ],
  },
  ...(['tokens', 'count'] as const).map(
    (unit): Calculator => ({
      id: `break-even-${unit}`,
      hint: BREAK_EVEN,
      slots: {
        price: { of: [unit === 'tokens' ? 'money/1M tokens' : 'money/item'] },
        own: { of: unit === 'tokens' ? ['money/item'] : ['money/1M tokens'], optional: true },
        gpus: { of: ['gpus'], optional: true },
        fixed: {
          of: ['money/month', 'money/hour', 'money/year', 'money/day', 'money'],
          in: 'month',
          ask: { en: 'the fixed cost a month', ko: '월 고정비' },
        },
      },
      steps: [
        {
          key: 'volume',
          formula: 'amount-per-unit',
          arguments: (v) => ({
            total: num(v, 'fixed') * (v.gpus ?? 1),
            units: unit === 'tokens' ? num(v, 'price') / 1e6 : num(v, 'price'),
          }),
          result: 'amount',
          quantity: 'break-even-volume',
          unit: (f) => {
            const monthly = f.fixed?.unit.endsWith('/month')
            return monthly ? `${unit}/month` : unit
          },
          working: '[{gpus} × ]{fixed} ÷ {price}',
        },
        ...(unit === 'tokens' ? [inMillions] : []),
      ],
      says: [
        {
          en: 'It breaks even at {volume} ({millions}).',
          ko: '손익분기점은 {volume}({millions})입니다.',
        },
        { en: 'It breaks even at {volume}.', ko: '손익분기점은 {volume}입니다.' },
      ],
      note: 'self-hosting-2026',
    }),
  ),
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
    hint: /환율|exchange|\brate\b|\bin (?:won|krw|usd|dollars?|euros?|eur|yen|pounds?)\b|\b(?:to|into) (?:won|krw|usd|dollars?|euros?|yen|pounds?)\b|\bhow many (?:won|dollars|euros|yen|pounds)\b|원화|달러로|원으로|유로로|엔으로|몇 원|몇 달러/i,
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
