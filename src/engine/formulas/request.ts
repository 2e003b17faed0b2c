import { requestFootprint, type ServedRequest } from '../footprint/inference-energy.ts'
import { waterLitres } from '../footprint/water.ts'
import type { Arguments, Formula, Parameter } from '../formula.ts'
import { exactly } from '../range.ts'
import { arg, NOT_NEGATIVE, num } from './arguments.ts'
import {
  ECOLOGITS,
  gridCarbon,
  gridWater,
  outputTokens,
  pue,
  SERVED,
  served,
  VALIDITY,
  wue,
} from './request-arguments.ts'

const perMonth = arg('requests_per_month', 'requests a month', 'requests', NOT_NEGATIVE)
const SIZES: readonly Parameter[] = [
  arg('active_parameters_b', 'billion parameters', 'active parameters', { min: 0.001 }),
  arg('total_parameters_b', 'billion parameters', 'all parameters', { min: 0.001 }),
  outputTokens,
  pue,
]

function sized(g: Arguments): Omit<ServedRequest, 'gridGPerKwh'> {
  return {
    activeB: exactly(num(g, 'active_parameters_b')),
    totalB: exactly(num(g, 'total_parameters_b')),
    outputTokens: num(g, 'output_tokens'),
    pue: exactly(num(g, 'pue')),
  }
}

export const REQUEST: readonly Formula[] = [
  {
    id: 'inference-energy',
    title: 'Electricity, time and carbon of one request',
    equation:
      'PUE x (server power x time + GPUs x tokens x energy per token); carbon = energy x grid + embodied',
    parameters: [
      ...SERVED,
      arg('grid_g_per_kwh', 'gCO2e/kWh', 'carbon intensity of the grid', {
        ...gridCarbon,
        default: 472.94,
      }),
    ],
    results: [
      { key: 'wh', unit: 'Wh' },
      { key: 'gpus', unit: 'GPUs' },
      { key: 'seconds', unit: 's' },
      { key: 'g_co2e_use', unit: 'gCO2e' },
      { key: 'g_co2e_embodied', unit: 'gCO2e' },
    ],
    source: ECOLOGITS,
    validity: VALIDITY,
    example: {
      arguments: { active_b: 70, total_b: 70, output_tokens: 1000, grid_g_per_kwh: 383.55 },
      results: {
        wh: 0.6575289928,
        gpus: 4,
        seconds: 86.93292023475388,
        g_co2e_use: 0.2521952452,
        g_co2e_embodied: 0.0503371178,
      },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const r = requestFootprint(served(g))
      return {
        wh: r.whPerRequest.central,
        gpus: r.gpus.central,
        seconds: r.latencyS.central,
        g_co2e_use: r.gCO2eUse.central,
        g_co2e_embodied: r.gCO2eEmbodied.central,
      }
    },
  },
  {
    id: 'inference-carbon',
    title: 'Carbon of a month of requests',
    equation: 'requests x (energy x grid + embodied)',
    parameters: [
      ...SIZES,
      arg('grid_g_per_kwh', 'gCO2e/kWh', 'carbon intensity of the grid', gridCarbon),
      perMonth,
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
      const r = requestFootprint({ ...sized(g), gridGPerKwh: num(g, 'grid_g_per_kwh') })
      const grams = r.gCO2eUse.central + r.gCO2eEmbodied.central
      return { kg_co2e_per_month: (grams * num(g, 'requests_per_month')) / 1000 }
    },
  },
  {
    id: 'inference-water',
    title: 'Water of a month of requests',
    equation: 'requests x E_IT x (on site + PUE x off site)',
    parameters: [...SIZES, wue, gridWater, perMonth],
    results: [{ key: 'litres_per_month', unit: 'L a month' }],
    source: 'https://arxiv.org/abs/2304.03271',
    validity: 'as inference-energy and water; consumption, not withdrawal',
    example: {
      arguments: {
        active_parameters_b: 70,
        total_parameters_b: 70,
        output_tokens: 1000,
        wue_l_per_kwh: 0.3,
        water_l_per_kwh: 3.1321,
        requests_per_month: 1e6,
      },
      results: { litres_per_month: 2223.8288067 },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const kwh = requestFootprint({ ...sized(g), gridGPerKwh: 0 }).whPerRequest.central / 1000
      const litres = waterLitres(
        kwh / num(g, 'pue'),
        num(g, 'pue'),
        num(g, 'wue_l_per_kwh'),
        num(g, 'water_l_per_kwh'),
      )
      return { litres_per_month: litres * num(g, 'requests_per_month') }
    },
  },
]
