import { num } from '../../engine/formulas/arguments.ts'
import { CALLS, LESS, PRICE, TOKENS } from './api-bills.ts'
import { type Calculator, moneyLike, type Slot, type Step } from './calculator.ts'
import { INPUT, OUTPUT } from './clauses.ts'

const DISCOUNT: Slot = { of: ['percent'], near: LESS, must: true, optional: true }
const REQUEST: Readonly<Record<string, Slot>> = {
  calls: CALLS,
  out: { of: TOKENS, near: OUTPUT, must: true },
  in: { of: TOKENS, near: INPUT },
  ...pricesOf(1),
  ...pricesOf(2),
}

/** The same requests at the prices of two models that are named, compared or shared between them. */
export const MODEL_PAIRS: readonly Calculator[] = [
  {
    id: 'bills-of-two-models',
    slots: { ...REQUEST, discount: DISCOUNT },
    steps: [
      billOf(1),
      billOf(2),
      {
        key: 'difference',
        formula: 'difference',
        arguments: (v) => ({ one: num(v, 'bill1'), other: num(v, 'bill2') }),
        result: 'amount',
        quantity: 'change',
        unit: (f) => f.bill1?.unit ?? 'USD',
        working: '|{bill1} − {bill2}|',
      },
    ],
    says: [
      {
        en: 'In the order named that comes to {bill1} and {bill2}, a difference of {difference}.',
        ko: '말씀하신 순서대로 {bill1}, {bill2}이고 차이는 {difference}입니다.',
      },
    ],
  },
  {
    id: 'routed-models',
    hint: /\brout|\btraffic|\bblend|\bmix|\bsplit|\brest\b|라우팅|섞|나눠|나누|나머지|보내/i,
    whole: ['share', 'rest'],
    slots: {
      ...REQUEST,
      share: { of: ['percent'] },
      rest: { of: ['percent'], optional: true },
    },
    steps: [
      billOf(1),
      billOf(2),
      {
        key: 'cost',
        formula: 'router-cost',
        arguments: (v) => ({
          strong_share: num(v, 'share'),
          strong_usd: num(v, 'bill1'),
          weak_usd: num(v, 'bill2'),
        }),
        result: 'usd_per_request',
        quantity: 'cost',
        unit: (f) => f.bill1?.unit ?? 'USD',
        working: '{share} × {bill1} + ({bill2} − {share} × {bill2})',
      },
    ],
    says: [{ en: 'That comes to {cost}.', ko: '합계 {cost}입니다.' }],
  },
]

function pricesOf(rank: 1 | 2): Readonly<Record<string, Slot>> {
  return {
    [`priceOut${rank}`]: { of: PRICE, near: OUTPUT, must: true, rank },
    [`priceIn${rank}`]: { of: PRICE, near: INPUT, rank },
  }
}

/** What all requests cost with one of the two. */
function billOf(rank: 1 | 2): Step {
  const [priceIn, priceOut] = [`priceIn${rank}`, `priceOut${rank}`]
  return {
    key: `bill${rank}`,
    formula: 'api-price',
    arguments: (v) => ({
      input: num(v, 'in'),
      output: num(v, 'out'),
      input_usd_per_1m: num(v, priceIn),
      output_usd_per_1m: num(v, priceOut),
      batch_multiplier: 1 - (v.discount ?? 0),
      requests: v.calls ?? 1,
    }),
    result: 'usd_per_month',
    quantity: 'cost',
    unit: moneyLike(priceIn, 'calls'),
    working: `[{calls} × ]({in} × {${priceIn}} + {out} × {${priceOut}})[ − {discount}]`,
  }
}
