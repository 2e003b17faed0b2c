import { num } from '../../engine/formulas/arguments.ts'
import { range } from '../../engine/range.ts'
import type { Calculator } from './calculator.ts'
import { AMOUNT } from './comparisons.ts'

const LESS =
  /\bbatch|\bhalf\b|\boff\b|\bdiscount|\bcheaper\b|\bless\b|\bsav|할인|반값|절반|저렴|싸|절감|아끼|아껴/i

const GROWS = /\bgrow|\bincreas|\bris(?:e|es|ing)\b|\bmore expensive|\bup by\b|오르|인상|증가|늘/i

/** Amounts that rise or fall once. */
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
]
