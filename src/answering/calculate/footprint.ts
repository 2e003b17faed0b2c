import { num } from '../../engine/formulas/arguments.ts'
import { range } from '../../engine/range.ts'
import { VOLUME } from './api-bills.ts'
import type { Calculator, Slot, Step } from './calculator.ts'
import type { What } from './quantities.ts'
import { GPUS } from './rents.ts'

const ENERGY: readonly What[] = ['energy', 'energy/month']
const PUE_WORD = /\bPUE\b|전력 ?효율 ?지수/i
const STATED_PUE: Slot = {
  of: ['bare'],
  near: PUE_WORD,
  must: true,
  optional: true,
  as: { quantity: 'overhead', unit: 'ratio' },
}
/** Without a word about it the power draw is taken to include the building. */
const PUE: Slot = { ...STATED_PUE, assumed: range(1, 1, 1) }
const GRID: Slot = {
  of: ['mass/kWh'],
  ask: {
    en: 'the carbon intensity of the grid, or the place',
    ko: '전력 탄소집약도 또는 지역',
  },
}
const EMITS = { en: 'That emits {carbon}.', ko: '배출량은 {carbon}입니다.' }
const IN_TONNES = {
  en: 'That emits {carbon}, or {tonnes}.',
  ko: '배출량은 {carbon}, 즉 {tonnes}입니다.',
}
const USES = { en: 'That uses {energy}.', ko: '전력 사용량은 {energy}입니다.' }
const USES_AND_EMITS = {
  en: 'That uses {energy} and emits {carbon}.',
  ko: '전력 사용량은 {energy}, 배출량은 {carbon}입니다.',
}
const USES_AND_COSTS = {
  en: 'That uses {energy}, which costs {cost}.',
  ko: '전력 사용량은 {energy}, 전기요금은 {cost}입니다.',
}

const emissions: Step = {
  key: 'carbon',
  needs: ['grid'],
  formula: 'operational-emissions',
  arguments: (v) => ({
    it_kwh: num(v, 'energy'),
    pue: v.overhead ?? 1,
    grid_g_per_kwh: num(v, 'grid'),
  }),
  result: 'kg_co2e',
  quantity: 'carbon',
  unit: (f) => (f.energy?.unit.endsWith('/month') ? 'kgCO2e/month' : 'kgCO2e'),
  working: '{energy}[ × {overhead}] × {grid}',
}
const tonnes: Step = {
  key: 'tonnes',
  asked: /\btons?\b|\btonnes?\b|\bt ?co2|톤/i,
  formula: 'amount-per-unit',
  arguments: (v) => ({ total: num(v, 'carbon'), units: 1000 }),
  result: 'amount',
  quantity: 'carbon',
  unit: 'tCO2e',
  working: '{carbon}',
}
const bill: Step = {
  key: 'cost',
  needs: ['price'],
  formula: 'amount-at-rate',
  arguments: (v) => ({ units: num(v, 'energy'), rate: num(v, 'price') }),
  result: 'amount',
  quantity: 'cost',
  unit: (f) => (f.price?.unit.slice(0, 3) ?? 'USD') as 'USD',
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
          gpu_hours: num(v, 'gpus') * num(v, 'time'),
          power_w: num(v, 'power'),
          pue: num(v, 'pue'),
        }),
        result: 'mwh',
        times: 1000,
        quantity: 'energy',
        unit: 'kWh',
        working: '{gpus} × {time} × {power} × {pue}',
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
      requests: { of: ['items', ...VOLUME], in: 'month' },
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
        unit: (f) => (f.requests?.unit.endsWith('/month') ? 'kWh/month' : 'kWh'),
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
    id: 'emissions',
    slots: {
      energy: { of: ENERGY, ask: { en: 'how many kWh', ko: '전력량(kWh)' } },
      grid: GRID,
      overhead: STATED_PUE,
    },
    steps: [emissions, tonnes],
    says: [IN_TONNES, EMITS],
    note: 'grid-carbon',
  },
  {
    id: 'request-emissions',
    slots: {
      requests: { of: ['items', ...VOLUME], in: 'month' },
      each: { of: ['mass/item'], as: { quantity: 'carbon', unit: 'gCO2e/request', times: 1e3 } },
    },
    steps: [
      {
        key: 'carbon',
        formula: 'amount-at-rate',
        arguments: (v) => ({ units: num(v, 'requests'), rate: num(v, 'each') }),
        result: 'amount',
        times: 1e-3,
        quantity: 'carbon',
        unit: (f) => (f.requests?.unit.endsWith('/month') ? 'kgCO2e/month' : 'kgCO2e'),
        working: '{requests} × {each}',
      },
      tonnes,
    ],
    says: [IN_TONNES, EMITS],
  },
  {
    id: 'emissions-of-one',
    hint: /\bper\b|\beach\b|\bapiece\b|\ba (?:request|query|call)\b|\bspread|\bamorti|당|하나에|한 건|나누|분산|배분/i,
    slots: {
      total: { of: ['mass'], as: { quantity: 'carbon', unit: 'tCO2e', times: 1e-3 } },
      requests: { of: ['items'] },
    },
    steps: [
      {
        key: 'carbon',
        formula: 'amount-per-unit',
        arguments: (v) => ({ total: num(v, 'total'), units: num(v, 'requests') }),
        result: 'amount',
        times: 1e6,
        quantity: 'carbon',
        unit: 'gCO2e/request',
        working: '{total} ÷ {requests}',
      },
    ],
    says: [{ en: 'That is {carbon}.', ko: '{carbon}입니다.' }],
  },
  {
    id: 'intensity',
    hint: /intensity|per kwh|kwh당|집약도|계수/i,
    slots: {
      total: { of: ['mass'], as: { quantity: 'carbon', unit: 'tCO2e', times: 1e-3 } },
      energy: { of: ['energy'] },
    },
    steps: [
      {
        key: 'grid',
        formula: 'implied-intensity',
        arguments: (v) => ({ tonnes: num(v, 'total'), mwh: num(v, 'energy') / 1000 }),
        result: 'kg_per_kwh',
        times: 1000,
        quantity: 'grid-intensity',
        unit: 'gCO2e/kWh',
        working: '{total} ÷ {energy}',
      },
    ],
    says: [{ en: 'That implies {grid}.', ko: '{grid}에 해당합니다.' }],
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
    hint: PUE_WORD,
    slots: {
      machines: {
        of: ['energy'],
        near: /\bIT\b|servers?|machines?|equipment|서버|장비|기기/i,
        must: true,
      },
      site: { of: ['energy'] },
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
