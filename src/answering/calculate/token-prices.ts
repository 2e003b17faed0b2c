import { num } from '../../engine/formulas/arguments.ts'
import { range } from '../../engine/range.ts'
import { type Calculator, currencyOf } from './calculator.ts'

/** What a million tokens comes to, on hardware of one's own or out of a bill. */
export const TOKEN_PRICES: readonly Calculator[] = [
  {
    id: 'million-token-price',
    hint: /per (?:one |1 ?)?(?:million|m) ?tok|per[- ]million|백만 ?토큰|100만 ?토큰/i,
    slots: {
      rent: { of: ['money/hour'] },
      gpus: { of: ['gpus'], assumed: range(1, 1, 1), as: { quantity: 'gpus', unit: 'GPUs' } },
      speed: { of: ['tokens/second', 'tokens/hour', 'tokens/minute'], in: 'second' },
      duty: {
        of: ['percent'],
        assumed: range(1, 1, 1),
        as: { quantity: 'duty', unit: 'share' },
      },
    },
    steps: [
      {
        key: 'price',
        formula: 'self-hosted-token-price',
        arguments: (v) => ({
          gpus: num(v, 'gpus'),
          usd_per_gpu_hour: num(v, 'rent'),
          tokens_per_second: num(v, 'speed'),
          duty: num(v, 'duty'),
        }),
        result: 'usd_per_1m_tokens',
        quantity: 'price',
        unit: (f) => `${currencyOf(f.rent)}/1M tokens`,
        working: '{gpus} × {rent} ÷ ({speed} × {duty})',
      },
    ],
    says: [{ en: 'That makes {price}.', ko: '{price}입니다.' }],
    note: 'duty-cycle',
  },
  {
    id: 'million-token-average',
    hint: /per (?:one |1 ?)?(?:million|m) ?tok|per[- ]million|백만 ?토큰|100만 ?토큰/i,
    slots: { total: { of: ['money', 'money/month'] }, tokens: { of: ['tokens', 'tokens/month'] } },
    steps: [
      {
        key: 'price',
        formula: 'amount-per-unit',
        arguments: (v) => ({ total: num(v, 'total'), units: num(v, 'tokens') / 1e6 }),
        result: 'amount',
        quantity: 'price',
        unit: (f) => `${currencyOf(f.total)}/1M tokens`,
        working: '{total} ÷ {tokens}',
      },
    ],
    says: [{ en: 'That makes {price}.', ko: '{price}입니다.' }],
  },
]
