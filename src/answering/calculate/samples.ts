import { num } from '../../engine/formulas/arguments.ts'
import { range } from '../../engine/range.ts'
import type { Calculator } from './calculator.ts'

const CONFIDENCE = /\bconfiden|\bcertain|\bsure\b|신뢰|확신/i
const MARGIN = /±|\+\s?\/?\s?-|\bmargin|\bwithin\b|\berror|오차|이내|안으로|안에|구간/i

/** How many items have to be labelled. */
export const SAMPLES: readonly Calculator[] = [
  {
    id: 'items-for-margin',
    hint: /\bsampl|\blabel|\bhow (?:many|large|big)|표본|샘플|라벨|몇 ?(?:건|개)/i,
    slots: {
      margin: {
        of: ['points'],
        near: MARGIN,
        must: true,
        as: { quantity: 'share', unit: 'share' },
      },
      confidence: {
        of: ['percent'],
        near: CONFIDENCE,
        must: true,
        assumed: range(0.95, 0.95, 0.95),
        as: { quantity: 'confidence', unit: 'share' },
      },
      expected: {
        of: ['percent'],
        near: /\baccura|\bright|\bcorrect|\brate\b|\bshare\b|정확도|정답|비율|률/i,
        must: true,
        assumed: range(0.5, 0.5, 0.5),
        as: { quantity: 'share', unit: 'share' },
      },
    },
    steps: [
      {
        key: 'items',
        formula: 'items-for-margin',
        arguments: (v) => ({
          margin: num(v, 'margin'),
          share: num(v, 'expected'),
          confidence: num(v, 'confidence'),
        }),
        result: 'items',
        quantity: 'count',
        unit: 'items',
        working: 'z({confidence})² × ({expected} − {expected} × {expected}) ÷ {margin}²',
      },
    ],
    says: [
      {
        en: 'Label {items} drawn at random.',
        ko: '무작위로 뽑은 {items:을/를} 라벨링하면 됩니다.',
      },
    ],
  },
]
