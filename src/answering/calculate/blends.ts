import type { Unit } from '../../engine/estimate.ts'
import { num } from '../../engine/formulas/arguments.ts'
import { VOLUME } from './api-bills.ts'
import { type Calculator, currencyOf, moneyLike, type Slot } from './calculator.ts'
import type { What } from './quantities.ts'

const MIXED =
  /\brout|\btraffic|\baverage|\bblend|\bmix|\bsplit|\bweighted|\bthe (?:rest|other)|평균|라우팅|섞|나눠|나누|나머지|보내/i
const BIG = /\bbig|\blarge|\bstrong|\bexpensive|\bdear|\bfrontier|큰|대형|비싼|강한/i

/** Two prices weighed by the share that each is paid for. */
export const BLENDS: readonly Calculator[] = [
  blendOf('routed-price', ['money/item', 'money'], 'item', {
    calls: { of: ['items', ...VOLUME], in: 'asked', optional: true },
  }),
  blendOf('blended-token-price', ['money/1M tokens'], '1M tokens', {}),
]

/** @param calls how many in all, for a bill beside the average price */
function blendOf(
  id: string,
  of: readonly What[],
  per: 'item' | '1M tokens',
  calls: Readonly<{ calls?: Slot }>,
): Calculator {
  return {
    id,
    alike: ['strong', 'weak'],
    hint: MIXED,
    whole: ['share', 'rest'],
    slots: {
      share: { of: ['percent'], near: BIG },
      strong: { of, near: BIG },
      weak: { of },
      rest: { of: ['percent'], optional: true },
      ...calls,
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
        unit: (f) => `${currencyOf(f.strong)}/${per}` as Unit,
        working: '{share} × {strong} + ({weak} − {share} × {weak})',
      },
      {
        key: 'cost',
        needs: ['calls'],
        formula: 'amount-at-rate',
        arguments: (v) => ({ units: num(v, 'calls'), rate: num(v, 'price') }),
        result: 'amount',
        quantity: 'cost',
        unit: moneyLike('strong', 'calls'),
        working: '{calls} × {price}',
      },
    ],
    says: [
      { en: 'That comes to {cost}, or {price}.', ko: '합계 {cost}, 평균 {price}입니다.' },
      { en: 'On average that is {price}.', ko: '평균 {price}입니다.' },
    ],
  }
}
