import { num } from '../../engine/formulas/arguments.ts'
import { range } from '../../engine/range.ts'
import { type Calculator, currencyOf, moneyLike, type Slot, type Step } from './calculator.ts'

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

const HOURLY =
  /(?:rate|price|rent|cost|pay)[^.?]*(?:per|an|each|a) (?:gpu[- ]?)?hour|hourly|시간당|시간에 얼마/i
const RENT_IS = { en: 'That is {rent} for each GPU.', ko: 'GPU 한 장에 {rent}입니다.' }
const impliedRent: Step = {
  key: 'rent',
  formula: 'amount-per-unit',
  arguments: (v) => ({ total: num(v, 'total'), units: num(v, 'hours') }),
  result: 'amount',
  quantity: 'rent',
  unit: (f) => `${currencyOf(f.total)}/hour`,
  working: '{total} ÷ {hours}',
}

/** Rents of accelerators. */
export const RENTS: readonly Calculator[] = [
  {
    id: 'gpu-hours-bill',
    slots: { hours: { of: ['gpu-hours'] }, rent: RENT },
    steps: [
      {
        key: 'cost',
        formula: 'accelerator-rental',
        arguments: (v) => ({ hours: num(v, 'hours'), per_gpu_hour: num(v, 'rent') }),
        result: 'amount',
        quantity: 'cost',
        unit: moneyLike('rent'),
        working: '{hours} × {rent}',
      },
    ],
    says: [TOTAL],
  },
  {
    id: 'gpu-rent-part-time',
    slots: {
      gpus: GPUS,
      time: { of: ['time'], in: 'day' },
      hours: { of: ['time/day'], as: { quantity: 'time', unit: 'hours' } },
      rent: RENT,
    },
    steps: [
      {
        key: 'cost',
        formula: 'accelerator-rental',
        arguments: (v) => ({
          gpus: num(v, 'gpus'),
          hours: num(v, 'time') * num(v, 'hours'),
          per_gpu_hour: num(v, 'rent'),
        }),
        result: 'amount',
        quantity: 'cost',
        unit: moneyLike('rent'),
        working: '{gpus} × {time} × {hours} × {rent}',
      },
    ],
    says: [TOTAL],
  },
  {
    id: 'gpu-rent',
    hint: /gpu|rent|hour|instance|server|box|machine|cost|bill|total|come to|시간|빌리|임대|서버|비용|얼마|합/i,
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
  {
    id: 'gpu-rent-month',
    hint: /\bmonth|한 ?달|월|매달/i,
    unless: /break[- ]?even|손익분기/i,
    slots: { gpus: GPUS, rent: { ...RENT, in: 'month' } },
    steps: [
      {
        key: 'cost',
        formula: 'amount-at-rate',
        arguments: (v) => ({ units: num(v, 'gpus'), rate: num(v, 'rent') }),
        result: 'amount',
        quantity: 'cost',
        unit: (f) => `${currencyOf(f.rent)}/month`,
        working: '{gpus} × {rent}',
      },
    ],
    says: [TOTAL],
  },
  {
    id: 'implied-rent-of-fleet',
    hint: HOURLY,
    slots: {
      total: { of: ['money', 'money/month'] },
      gpus: { of: ['gpus'] },
      time: { of: ['time'], in: 'hour' },
    },
    steps: [
      {
        key: 'hours',
        formula: 'amount-at-rate',
        arguments: (v) => ({ units: num(v, 'gpus'), rate: num(v, 'time') }),
        result: 'amount',
        quantity: 'gpu-hours',
        unit: 'GPU-hours',
        working: '{gpus} × {time}',
      },
      impliedRent,
    ],
    says: [RENT_IS],
  },
  {
    id: 'implied-rent',
    hint: HOURLY,
    slots: { total: { of: ['money'] }, hours: { of: ['gpu-hours'] } },
    steps: [impliedRent],
    says: [RENT_IS],
  },
]
