import { embodiedKg } from '../footprint/embodied.ts'
import { requestFootprint } from '../footprint/inference-energy.ts'
import { rebound } from '../footprint/rebound.ts'
import { socialCostUsd, socialCostUsdPerTonne } from '../footprint/social-cost.ts'
import {
  DISCOUNT_RATES,
  type DiscountRate,
  SOCIAL_COST_SOURCE,
} from '../footprint/social-cost-table.ts'
import { trainingEnergy, trainingGramsPerRequest } from '../footprint/training-energy.ts'
import { waterLitres } from '../footprint/water.ts'
import type { Formula } from '../formula.ts'
import { exactly } from '../range.ts'
import { arg, NOT_NEGATIVE, named, num } from './arguments.ts'

const ECOLOGITS = 'https://github.com/mlco2/ecologits/tree/5be90dadc86ed92f48dc55316469d888827aec55'
/** The central rate comes first, so that it is the default. */
const RATES: readonly DiscountRate[] = ['2.0%', ...DISCOUNT_RATES.filter((r) => r !== '2.0%')]

const pue = arg('pue', 'ratio', 'data-centre overhead', { min: 1, max: 3, default: 1.2 })

export const FOOTPRINT: readonly Formula[] = [
  {
    id: 'inference-carbon',
    title: 'Carbon of a month of requests',
    equation: 'requests x (energy x grid + embodied)',
    parameters: [
      arg('active_parameters_b', 'billion parameters', 'active parameters', { min: 0.001 }),
      arg('total_parameters_b', 'billion parameters', 'all parameters', { min: 0.001 }),
      arg('output_tokens', 'tokens', 'answer tokens', NOT_NEGATIVE),
      pue,
      arg('grid_g_per_kwh', 'gCO2e/kWh', 'carbon intensity of the grid', { min: 0, max: 3000 }),
      arg('requests_per_month', 'requests a month', 'requests', NOT_NEGATIVE),
    ],
    results: [{ key: 'kg_co2e_per_month', unit: 'kgCO2e a month' }],
    source: ECOLOGITS,
    validity: 'as inference-energy, speed taken from the size; location-based average grid',
    example: {
      arguments: {
        active_parameters_b: 70,
        total_parameters_b: 70,
        output_tokens: 1000,
        grid_g_per_kwh: 383.55,
        requests_per_month: 1e6,
      },
      results: { kg_co2e_per_month: 302.532362956767 },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const r = requestFootprint({
        activeB: exactly(num(g, 'active_parameters_b')),
        totalB: exactly(num(g, 'total_parameters_b')),
        outputTokens: num(g, 'output_tokens'),
        pue: exactly(num(g, 'pue')),
        gridGPerKwh: num(g, 'grid_g_per_kwh'),
      })
      const grams = r.gCO2eUse.central + r.gCO2eEmbodied.central
      return { kg_co2e_per_month: (grams * num(g, 'requests_per_month')) / 1000 }
    },
  },
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
    equation: 'time / (requests at once x 3 years) x (servers x 5,700 + GPUs x 164)',
    parameters: [
      arg('seconds', 's', 'time the request is served', NOT_NEGATIVE),
      arg('gpus', 'GPUs', 'accelerators that serve it', NOT_NEGATIVE),
      arg('batch', 'requests at once', 'requests served at once', { min: 1, default: 64 }),
    ],
    results: [{ key: 'kg_co2e', unit: 'kgCO2e' }],
    source: ECOLOGITS,
    validity: 'H100 servers of eight; idle hours are left out',
    example: {
      arguments: { seconds: 10, gpus: 8 },
      results: { kg_co2e: 1.158068e-5 },
      tolerance: 1e-6,
    },
    compute: (g) => ({ kg_co2e: embodiedKg(num(g, 'seconds'), num(g, 'gpus'), num(g, 'batch')) }),
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
      arg('year', 'year', 'year of emission', { min: 2020, max: 2050 }),
      arg('rate', 'name', 'near-term discount rate', { choices: RATES }),
      arg('deflator', 'ratio', '1 gives 2020 dollars', { min: 0.1, max: 100, default: 1 }),
    ],
    results: [
      { key: 'usd', unit: 'USD' },
      { key: 'usd_per_tonne', unit: SOCIAL_COST_SOURCE.unit },
    ],
    source: SOCIAL_COST_SOURCE.source,
    validity: 'a value of damages, not a market price; years between listed ones are interpolated',
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
]
