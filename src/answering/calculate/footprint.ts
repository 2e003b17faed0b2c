import type { Unit } from '../../engine/estimate.ts'
import { num } from '../../engine/formulas/arguments.ts'
import { range } from '../../engine/range.ts'
import { VOLUME } from './api-bills.ts'
import { type Calculator, moneyLike, periodOf, type Slot, type Step } from './calculator.ts'
import { emissions, IN_TONNES, PUE_WORD, STATED_PUE, tonnes } from './emissions.ts'
import { GPUS } from './rents.ts'

/** Without a word about it the power draw is taken to include the building. */
const PUE: Slot = { ...STATED_PUE, assumed: range(1, 1, 1) }
const USES = { en: 'That uses {energy}.', ko: '전력 사용량은 {energy}입니다.' }
const USES_AND_EMITS = {
  en: 'That uses {energy} and emits {carbon}.',
  ko: '전력 사용량은 {energy}, 배출량은 {carbon}입니다.',
}
const USES_AND_COSTS = {
  en: 'That uses {energy}, which costs {cost}.',
  ko: '전력 사용량은 {energy}, 전기요금은 {cost}입니다.',
}

const bill: Step = {
  key: 'cost',
  needs: ['price'],
  formula: 'amount-at-rate',
  arguments: (v) => ({ units: num(v, 'energy'), rate: num(v, 'price') }),
  result: 'amount',
  quantity: 'cost',
  unit: (f) => moneyLike('price', 'energy')(f),
  working: '{energy} × {price}',
}
const OPTIONAL_GRID: Slot = { of: ['mass/kWh'], optional: true }
const PRICE: Slot = { of: ['money/kWh'], optional: true }

/** Electricity, emissions and water. */
export const FOOTPRINT: readonly Calculator[] = [
  {
    id: 'gpu-hours-energy',
    slots: {
      hours: { of: ['gpu-hours'] },
      power: { of: ['power'] },
      pue: PUE,
      grid: OPTIONAL_GRID,
      price: PRICE,
    },
    steps: [
      {
        key: 'energy',
        formula: 'training-energy',
        arguments: (v) => ({
          gpu_hours: num(v, 'hours'),
          power_w: num(v, 'power'),
          pue: num(v, 'pue'),
        }),
        result: 'mwh',
        times: 1000,
        quantity: 'energy',
        unit: 'kWh',
        working: '{hours} × {power} × {pue}',
      },
      emissions,
      tonnes,
      bill,
    ],
    says: [IN_TONNES, USES_AND_EMITS, USES_AND_COSTS, USES],
    note: 'training-energy-cards',
  },
  {
    id: 'machine-energy',
    slots: {
      gpus: GPUS,
      machines: {
        of: ['items'],
        near: /\bracks?\b|\bservers?\b|\bmachines?\b|\bnodes?\b|\bbox(?:es)?\b|서버|랙|노드/i,
        must: true,
        optional: true,
      },
      power: { of: ['power'] },
      time: { of: ['time'], in: 'hour' },
      pue: PUE,
      grid: OPTIONAL_GRID,
      price: PRICE,
    },
    steps: [
      {
        key: 'energy',
        formula: 'training-energy',
        arguments: (v) => ({
          gpu_hours: num(v, 'gpus') * (v.machines ?? 1) * num(v, 'time'),
          power_w: num(v, 'power'),
          pue: num(v, 'pue'),
        }),
        result: 'mwh',
        times: 1000,
        quantity: 'energy',
        unit: 'kWh',
        working: '[{machines} × ]{gpus} × {time} × {power} × {pue}',
      },
      emissions,
      tonnes,
      bill,
    ],
    says: [IN_TONNES, USES_AND_EMITS, USES_AND_COSTS, USES],
  },
  {
    id: 'request-energy',
    slots: {
      requests: { of: ['items', ...VOLUME], in: 'asked' },
      each: {
        of: ['energy/item', 'energy'],
        as: { quantity: 'energy', unit: 'Wh/request', times: 1000 },
      },
      grid: OPTIONAL_GRID,
      price: PRICE,
    },
    steps: [
      {
        key: 'energy',
        formula: 'amount-at-rate',
        arguments: (v) => ({ units: num(v, 'requests'), rate: num(v, 'each') }),
        result: 'amount',
        times: 1e-3,
        quantity: 'energy',
        unit: (f) => `kWh${periodOf(f.requests)}` as Unit,
        working: '{requests} × {each}',
      },
      emissions,
      tonnes,
      bill,
    ],
    says: [IN_TONNES, USES_AND_EMITS, USES_AND_COSTS, USES],
    note: 'epoch-energy-2025',
  },
  {
    id: 'water',
    slots: { energy: { of: ['energy'] }, each: { of: ['litres/kWh'] } },
    steps: [
      {
        key: 'water',
        formula: 'amount-at-rate',
        arguments: (v) => ({ units: num(v, 'energy'), rate: num(v, 'each') }),
        result: 'amount',
        quantity: 'water',
        unit: 'L',
        working: '{energy} × {each}',
      },
    ],
    says: [{ en: 'That takes {water} of water.', ko: '물 {water}가 듭니다.' }],
  },
  {
    id: 'pue',
    alike: ['machines', 'site'],
    hint: PUE_WORD,
    slots: {
      machines: {
        of: ['energy', 'power'],
        near: /\bIT\b|servers?|machines?|equipment|서버|장비|기기/i,
        must: true,
      },
      site: { of: ['energy', 'power'] },
    },
    steps: [
      {
        key: 'pue',
        formula: 'power-usage-effectiveness',
        arguments: (v) => ({ site_kwh: num(v, 'site'), it_kwh: num(v, 'machines') }),
        result: 'pue',
        quantity: 'overhead',
        unit: 'ratio',
        working: '{site} ÷ {machines}',
      },
    ],
    says: [{ en: 'The PUE is {pue}.', ko: 'PUE는 {pue}입니다.' }],
    note: 'pue-2025',
  },
]
