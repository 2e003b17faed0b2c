import type { Period } from '../../engine/estimate.ts'
import { num } from '../../engine/formulas/arguments.ts'
import { range } from '../../engine/range.ts'
import type { Calculator } from './calculator.ts'
import { COMPARED } from './comparisons.ts'
import { FALLS, GROWS } from './shares.ts'

const PERIODS: readonly Period[] = ['day', 'week', 'month', 'quarter', 'year']

/** Amounts that change by the same share again and again. */
export const GROWTH: readonly Calculator[] = PERIODS.flatMap((period) => [
  growing(period, 'growth', GROWS, FALLS, 1),
  growing(period, 'decline', FALLS, GROWS, -1),
])

/** @param unless words of the other direction: with both in one question neither is computed */
function growing(
  period: Period,
  id: string,
  hint: RegExp,
  unless: RegExp,
  sign: 1 | -1,
): Calculator {
  return {
    id: `${id}-by-the-${period}`,
    hint,
    unless,
    slots: {
      share: { of: [`percent/${period}`], as: { quantity: 'share', unit: 'share' } },
      start: { of: COMPARED.filter((what) => what !== 'time') },
      time: { of: ['time'], in: period },
      whole: { of: [], assumed: range(1, 1, 1), as: { quantity: 'share', unit: 'share' } },
    },
    steps: [
      {
        key: 'end',
        formula: 'compound-growth',
        arguments: (v) => ({
          start: num(v, 'start'),
          rate: sign * num(v, 'share'),
          periods: num(v, 'time'),
        }),
        result: 'amount',
        quantity: 'amount',
        unit: (f) => f.start?.unit ?? 'number',
        working: `{start} × ({whole} ${sign > 0 ? '+' : '−'} {share})^({time})`,
      },
    ],
    says: [{ en: 'It becomes {end}.', ko: '{end:이/가} 됩니다.' }],
  }
}
