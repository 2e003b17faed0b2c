import { requestFootprint, type ServedRequest } from '../footprint/inference-energy.ts'
import type { Arguments, Formula, Parameter } from '../formula.ts'
import { exactly } from '../range.ts'
import { isUnknown } from '../unknown.ts'
import { applying, arg, NOT_NEGATIVE, num } from './arguments.ts'
import {
  ECOLOGITS,
  gridCarbon,
  gridWater,
  SERVED,
  served,
  VALIDITY,
  wue,
} from './request-arguments.ts'

const FACTORS: readonly Parameter[] = [
  arg('grid_g_per_kwh', 'gCO2e/kWh', 'carbon intensity of the grid', gridCarbon),
  wue,
  gridWater,
  arg('grid_kg_sb_per_kwh', 'kgSbeq/kWh', 'minerals used up by the electricity', NOT_NEGATIVE),
  arg('grid_mj_per_kwh', 'MJ/kWh', 'primary energy of the electricity', NOT_NEGATIVE),
]

/** Everything about one request, in the units that life-cycle tables print. */
function everything(g: Arguments, speed: Partial<ServedRequest>) {
  const r = requestFootprint({
    ...served(g),
    ...speed,
    wueOnSite: exactly(num(g, 'wue_l_per_kwh')),
    waterLPerKwh: num(g, 'water_l_per_kwh'),
    gridKgSbPerKwh: num(g, 'grid_kg_sb_per_kwh'),
    gridMjPerKwh: num(g, 'grid_mj_per_kwh'),
  })
  const central = (figure: typeof r.kgSb) =>
    applying(isUnknown(figure) ? figure : figure.central, 'A factor of the grid is missing.')
  const [use, made] = [r.gCO2eUse.central / 1000, r.gCO2eEmbodied.central / 1000]
  return {
    gpus: r.gpus.central,
    seconds: r.latencyS.central,
    kwh: r.whPerRequest.central / 1000,
    kg_co2e: use + made,
    kg_co2e_use: use,
    kg_co2e_embodied: made,
    kg_sb: central(r.kgSb),
    mj: central(r.mjPrimary),
    litres: central(r.mLWater) / 1000,
    litres_overhead_twice: central(r.mLWaterUpstreamCode) / 1000,
  }
}

const EVERYTHING = [
  { key: 'gpus', unit: 'GPUs' },
  { key: 'seconds', unit: 's' },
  { key: 'kwh', unit: 'kWh' },
  { key: 'kg_co2e', unit: 'kgCO2e' },
  { key: 'kg_co2e_use', unit: 'kgCO2e' },
  { key: 'kg_co2e_embodied', unit: 'kgCO2e' },
  { key: 'kg_sb', unit: 'kgSbeq' },
  { key: 'mj', unit: 'MJ of primary energy' },
  { key: 'litres', unit: 'L' },
  { key: 'litres_overhead_twice', unit: "L, as the tool's code has it: PUE counted twice" },
] as const

/** Figures that life-cycle tables of requests print. */
export const LIFE_CYCLE: readonly Formula[] = [
  {
    id: 'inference-footprint',
    title: 'Life-cycle footprint of one request, speed taken from the size',
    equation:
      'energy x factor of the grid + share of the making; water = E_IT x (on site + PUE x off site)',
    parameters: [...SERVED, ...FACTORS],
    results: EVERYTHING,
    source: ECOLOGITS,
    validity: `${VALIDITY}; minerals to an order of magnitude`,
    example: {
      arguments: {
        active_b: 70,
        total_b: 70,
        output_tokens: 1000,
        grid_g_per_kwh: 383.55,
        wue_l_per_kwh: 0.3,
        water_l_per_kwh: 3.1321,
        grid_kg_sb_per_kwh: 9.855e-8,
        grid_mj_per_kwh: 9.6884,
      },
      results: { kwh: 6.575289928e-4, kg_co2e: 3.02532363e-4, litres: 2.2238288067e-3 },
      tolerance: 1e-9,
    },
    compute: (g) => everything(g, {}),
  },
  {
    id: 'inference-footprint-at-speed',
    title: 'Life-cycle footprint of one request at a published speed',
    equation: 'as inference-footprint, with time = tokens / speed + time to the first token',
    parameters: [
      ...SERVED,
      arg('tokens_per_second', 'tokens/s', 'published speed', { min: 1e-3, max: 1e6 }),
      arg('first_token_s', 's', 'time to the first token', { min: 0, max: 1e6, default: 0 }),
      ...FACTORS,
    ],
    results: EVERYTHING,
    source: ECOLOGITS,
    validity: `${VALIDITY}; minerals to an order of magnitude`,
    example: {
      arguments: {
        active_b: 44,
        total_b: 440,
        output_tokens: 400,
        tokens_per_second: 37.8,
        first_token_s: 0.52,
        grid_g_per_kwh: 383.55,
        wue_l_per_kwh: 0.569,
        water_l_per_kwh: 3.1321,
        grid_kg_sb_per_kwh: 9.855e-8,
        grid_mj_per_kwh: 9.6884,
      },
      results: {
        kwh: 0.0006424563546641511,
        kg_co2e_use: 0.00024641413483143516,
        kg_co2e_embodied: 2.571376700472549e-5,
        litres: 0.002316868936613506,
        litres_overhead_twice: 0.002780242723936207,
      },
      tolerance: 1e-9,
    },
    compute: (g) =>
      everything(g, {
        tokensPerSecond: num(g, 'tokens_per_second'),
        timeToFirstTokenS: num(g, 'first_token_s'),
      }),
  },
]
