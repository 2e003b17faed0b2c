import { num } from '../../engine/formulas/arguments.ts'
import { range } from '../../engine/range.ts'
import { type Calculator, moneyLike, type Slot } from './calculator.ts'

export const GPUS: Slot = {
  of: ['gpus'],
  assumed: range(1, 1, 1),
  as: { quantity: 'gpus', unit: 'GPUs' },
  ask: { en: 'the number of GPUs', ko: 'GPU 수' },
}
const RENT: Slot = {
  of: ['money/hour'],
  ask: { en: 'the rent of a GPU for an hour', ko: 'GPU 시간당 임대료' },
}
const TIME: Slot = {
  of: ['time'],
  in: 'hour',
  ask: { en: 'for how many hours or months', ko: '사용 기간(시간 또는 개월)' },
}
const TOTAL = { en: 'That comes to {cost}.', ko: '합계 {cost}입니다.' }

/** Rents of accelerators. */
export const RENTS: readonly Calculator[] = [
  {
    id: 'gpu-rent',
    hint: /gpu|\b[abhlv]\d{2,3}|rent|hour|instance|server|box|machine|cost|bill|total|come to|시간|빌리|임대|서버|비용|얼마|합/i,
    unless: /break[- ]?even|손익분기/i,
    slots: { gpus: GPUS, time: TIME, rent: RENT },
    steps: [
      {
        key: 'cost',
        formula: 'accelerator-rental',
        arguments: (v) => ({
          gpus: num(v, 'gpus'),
          hours: num(v, 'time'),
          per_gpu_hour: num(v, 'rent'),
        }),
        result: 'amount',
        quantity: 'cost',
        unit: moneyLike('rent'),
        working: '{gpus} × {time} × {rent}',
      },
    ],
    says: [TOTAL],
  },
]
