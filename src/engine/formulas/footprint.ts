import { embodiedImpact } from '../footprint/embodied.ts'
import { rebound, totalAfterGain } from '../footprint/rebound.ts'
import { socialCostUsd, socialCostUsdPerTonne } from '../footprint/social-cost.ts'
import {
  DISCOUNT_RATES,
  type DiscountRate,
  SOCIAL_COST_SOURCE,
} from '../footprint/social-cost-table.ts'
import { trainingEnergy, trainingGramsPerRequest } from '../footprint/training-energy.ts'
import { waterLitres } from '../footprint/water.ts'
import type { Formula } from '../formula.ts'
import { arg, NOT_NEGATIVE, named, num } from './arguments.ts'
import { ECOLOGITS, pue } from './request-arguments.ts'

/** The central rate comes first, so that it is the default. */
const RATES: readonly DiscountRate[] = ['2.0%', ...DISCOUNT_RATES.filter((r) => r !== '2.0%')]

export const FOOTPRINT: readonly Formula[] = [
  {
    id: 'water',
    title: 'Water evaporated for electricity',
    equation: 'E_IT x (on site + PUE x off site)',
    parameters: [
      arg('it_kwh', 'kWh', 'electricity of the machines', NOT_NEGATIVE),
      pue,
      arg('wue_l_per_kwh', 'L/kWh', 'water on site', { min: 0, max: 50 }),
      arg('water_l_per_kwh', 'L/kWh', 'water of the electricity', { min: 0, max: 200 }),
    ],
    results: [{ key: 'litres', unit: 'L' }],
    source: 'https://arxiv.org/abs/2304.03271',
    validity: 'consumption, not withdrawal; overhead counted once',
    example: {
      arguments: { it_kwh: 1, wue_l_per_kwh: 0.569, water_l_per_kwh: 3.1321 },
      results: { litres: 4.32752 },
      tolerance: 1e-6,
    },
    compute: (g) => ({
      litres: waterLitres(
        num(g, 'it_kwh'),
        num(g, 'pue'),
        num(g, 'wue_l_per_kwh'),
        num(g, 'water_l_per_kwh'),
      ),
    }),
  },
  {
    id: 'embodied-carbon',
    title: 'Making of the hardware that falls on one request',
    equation: 'time / (requests at once x 3 years) x (servers x 5,700 + GPUs x 164 kgCO2e)',
    parameters: [
      arg('seconds', 's', 'time the request is served', NOT_NEGATIVE),
      arg('gpus', 'GPUs', 'accelerators that serve it', NOT_NEGATIVE),
      arg('batch', 'requests at once', 'requests served at once', { min: 1, default: 64 }),
    ],
    results: [
      { key: 'kg_co2e', unit: 'kgCO2e' },
      { key: 'kg_sb', unit: 'kgSbeq' },
      { key: 'mj', unit: 'MJ of primary energy' },
    ],
    source: ECOLOGITS,
    validity: 'H100 servers of eight; idle hours are left out; minerals and energy are of an A100',
    example: {
      arguments: { seconds: 10, gpus: 8 },
      results: { kg_co2e: 1.158068e-5, kg_sb: 6.784735e-10, mj: 1.397608e-4 },
      tolerance: 1e-6,
    },
    compute: (g) => {
      const made = embodiedImpact(num(g, 'seconds'), num(g, 'gpus'), num(g, 'batch'))
      return { kg_co2e: made.kgCO2e, kg_sb: made.kgSb, mj: made.mj }
    },
  },
  {
    id: 'training-energy',
    title: 'Electricity and carbon of training',
    equation: 'hours x W x PUE; MWh x kg/kWh; tonnes x 1e6 / requests',
    parameters: [
      arg('gpu_hours', 'hours', 'accelerator hours', NOT_NEGATIVE),
      arg('power_w', 'W', 'draw of one accelerator', { min: 1, max: 1e5 }),
      arg('pue', 'ratio', 'overhead, 1 where the draw includes it', { min: 1, max: 3, default: 1 }),
      arg('kg_per_kwh', 'kgCO2e/kWh', 'intensity of the grid', { min: 0, max: 3, default: 0.4 }),
      arg('lifetime_requests', 'requests', 'requests the model will answer', {
        min: 1,
        default: 1e11,
      }),
    ],
    results: [
      { key: 'mwh', unit: 'MWh' },
      { key: 'tonnes', unit: 'tCO2e' },
      { key: 'g_per_request', unit: 'gCO2e a request' },
    ],
    source: 'https://github.com/meta-llama/llama-models model cards',
    validity: 'the final run only; development adds 0.5 to 4.6 times as much',
    example: {
      arguments: { gpu_hours: 1460000, power_w: 700, kg_per_kwh: 0.414 },
      results: { mwh: 1022, tonnes: 423.108, g_per_request: 0.00423108 },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const r = trainingEnergy({
        gpuHours: num(g, 'gpu_hours'),
        powerW: num(g, 'power_w'),
        pue: num(g, 'pue'),
        kgPerKwh: num(g, 'kg_per_kwh'),
      })
      return { ...r, g_per_request: trainingGramsPerRequest(r.tonnes, num(g, 'lifetime_requests')) }
    },
  },
  {
    id: 'social-cost',
    title: 'Damage of emissions in money',
    equation: 'kg / 1000 x USD per tonne of the year and discount rate x deflator',
    parameters: [
      arg('kg', 'kgCO2e', 'emissions', NOT_NEGATIVE),
      arg('year', 'year', 'year of emission', { min: 2020, max: 2080, integer: true }),
      arg('rate', 'name', 'near-term discount rate', { choices: RATES }),
      arg('deflator', 'ratio', '1 gives 2020 dollars', { min: 0.1, max: 100, default: 1 }),
    ],
    results: [
      { key: 'usd', unit: 'USD' },
      { key: 'usd_per_tonne', unit: SOCIAL_COST_SOURCE.unit },
    ],
    source: SOCIAL_COST_SOURCE.source,
    validity: 'a value of damages, not a market price; the three rates span a factor of three',
    example: {
      arguments: { kg: 8930000, year: 2024 },
      results: { usd: 1857440, usd_per_tonne: 208 },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const rate = named(g, 'rate', RATES)
      return {
        usd: socialCostUsd(num(g, 'kg'), num(g, 'year'), rate, num(g, 'deflator')),
        usd_per_tonne: socialCostUsdPerTonne(num(g, 'year'), rate),
      }
    },
  },
  {
    id: 'rebound',
    title: 'Share of a saving that more use eats',
    equation: '1 - (1 - use / efficiency) / (1 - 1 / efficiency)',
    parameters: [
      arg('efficiency_gain', 'times', 'less energy per unit of use', { min: 1.000001, max: 1e6 }),
      arg('use_growth', 'times', 'more use', NOT_NEGATIVE),
    ],
    results: [{ key: 'rebound', unit: 'share; above 1 the total rises' }],
    source: 'https://jonmoshier.com/notes/jevons-paradox/',
    validity: 'one kind of use; the total rises when use grows more than efficiency',
    example: {
      arguments: { efficiency_gain: 2, use_growth: 1.5 },
      results: { rebound: 0.5 },
      tolerance: 1e-9,
    },
    compute: (g) => ({ rebound: rebound(num(g, 'efficiency_gain'), num(g, 'use_growth')) }),
  },
  {
    id: 'demand-rebound',
    title: 'Total use of energy after a gain in efficiency',
    equation: 'efficiency ^ (elasticity - 1)',
    parameters: [
      arg('efficiency_gain', 'times', 'less energy per unit of use', { min: 1.000001, max: 1e6 }),
      arg('elasticity', 'ratio', 'per cent more use for a per cent less energy a unit', {
        min: 0,
        max: 10,
      }),
    ],
    results: [{ key: 'total', unit: 'times the total before; above 1 it backfires' }],
    source: 'https://jonmoshier.com/notes/jevons-paradox/',
    validity: 'constant elasticity; elasticities of computing demand are guesses, 1 breaks even',
    example: {
      arguments: { efficiency_gain: 4, elasticity: 1.5 },
      results: { total: 2 },
      tolerance: 1e-9,
    },
    compute: (g) => ({ total: totalAfterGain(num(g, 'efficiency_gain'), num(g, 'elasticity')) }),
  },
]
