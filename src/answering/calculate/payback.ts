import { num } from '../../engine/formulas/arguments.ts'
import { VOLUME } from './api-bills.ts'
import type { Calculator, Step } from './calculator.ts'
import type { What } from './quantities.ts'

const PAYBACK =
  /\bpay(?:s|ing)? ?(?:it ?self |for itself|back|off)|\bpayback|\bpaid (?:back|for itself|off)|\bearned? back|\brecoup|\brecover|\bbreak[- ]?even|\bdoes it pay\b|본전|회수|뽑|손익분기|상쇄|부터 이득/i
const BREAK_EVEN =
  /\bbreak[- ]?even|\bsame cost|\bcost the same|\bcheaper (?:above|from|beyond)|\bpays? off|\bworth|\bjustif|부터|본전|손익분기|이득|같아지|넘어야|유리/i
const ONCE =
  /\bonce\b|\bone[- ]?(?:off|time)|\bup ?front|\bset-?up|\binitial|\bcosts?\b|\binvest|\bspend|\bbuild|초기|일회|한 번|구축|투자|들|비용/i
const SAVED = /\bsav|\bcut|\btrim|\breduc|\bless|\blower|절감|절약|아끼|줄|덜/i
const MONTHLY: readonly What[] = ['money/month', 'money/year', 'money/week', 'money/day']
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

/** What is earned back, when, and from what volume on. */
export const PAYBACKS: readonly Calculator[] = [
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
]
