import type { Unit } from '../../engine/estimate.ts'
import { num } from '../../engine/formulas/arguments.ts'
import { VOLUME } from './api-bills.ts'
import { type Calculator, periodOf, type Slot, type Step } from './calculator.ts'
import type { What } from './quantities.ts'

const ENERGY: readonly What[] = ['energy', 'energy/month', 'energy/year', 'energy/day']
export const PUE_WORD = /\bPUE\b|전력 ?효율 ?지수/i
export const STATED_PUE: Slot = {
  of: ['bare'],
  near: PUE_WORD,
  must: true,
  optional: true,
  as: { quantity: 'overhead', unit: 'ratio' },
}
const GRID: Slot = {
  of: ['mass/kWh'],
  ask: {
    en: 'the carbon intensity of the grid, or the place',
    ko: '전력 탄소집약도 또는 지역',
  },
}
const EMITS = { en: 'That emits {carbon}.', ko: '배출량은 {carbon}입니다.' }
export const IN_TONNES = {
  en: 'That emits {carbon}, or {tonnes}.',
  ko: '배출량은 {carbon}, 즉 {tonnes}입니다.',
}
export const emissions: Step = {
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
  unit: (f) => `kgCO2e${periodOf(f.energy)}` as Unit,
  working: '{energy}[ × {overhead}] × {grid}',
}
export const tonnes: Step = {
  key: 'tonnes',
  asked: /\btons?\b|\btonnes?\b|\bt ?co2|톤/i,
  formula: 'amount-per-unit',
  arguments: (v) => ({ total: num(v, 'carbon'), units: 1000 }),
  result: 'amount',
  quantity: 'carbon',
  unit: (f) => `tCO2e${periodOf(f.carbon)}` as Unit,
  working: '{carbon}',
}
/** Emissions by intensity and per request. */
export const EMISSIONS: readonly Calculator[] = [
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
      requests: { of: ['items', ...VOLUME], in: 'asked' },
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
        unit: (f) => `kgCO2e${periodOf(f.requests)}` as Unit,
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
]
