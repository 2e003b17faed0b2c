import { requestFootprint } from '../footprint/inference-energy.ts'
import type { Formula } from '../formula.ts'
import { exactly } from '../range.ts'
import type { Precision } from '../serving/dimensions.ts'
import { expertsTouched } from '../serving/experts-touched.ts'
import { BYTES_PER_PARAMETER, weightsGB } from '../serving/weights.ts'
import { num } from './arguments.ts'

export const PHYSICAL: readonly Formula[] = [
  {
    id: 'inference-energy',
    title: 'Electricity, carbon and water of one request',
    equation:
      'PUE x (server power x time + GPUs x tokens x energy per token); carbon = energy x grid + embodied',
    parameters: [
      {
        key: 'active_b',
        unit: 'billion parameters',
        min: 0.001,
        max: 5000,
        description: 'active parameters',
      },
      {
        key: 'total_b',
        unit: 'billion parameters',
        min: 0.001,
        max: 20000,
        description: 'all parameters',
      },
      { key: 'output_tokens', unit: 'tokens', min: 0, description: 'answer tokens' },
      {
        key: 'batch',
        unit: 'requests at once',
        min: 1,
        max: 1e5,
        default: 64,
        description: 'requests served at once',
      },
      {
        key: 'pue',
        unit: 'ratio',
        min: 1,
        max: 3,
        default: 1.2,
        description: 'data-centre overhead',
      },
      {
        key: 'grid_g_per_kwh',
        unit: 'gCO2e/kWh',
        min: 0,
        max: 3000,
        default: 472.94,
        description: 'carbon intensity of the grid',
      },
      { key: 'wue_l_per_kwh', unit: 'L/kWh', min: 0, default: 0, description: 'water on site' },
      {
        key: 'water_l_per_kwh',
        unit: 'L/kWh',
        min: 0,
        default: 0,
        description: 'water of the electricity',
      },
    ],
    results: [
      { key: 'wh', unit: 'Wh' },
      { key: 'g_co2e_use', unit: 'gCO2e' },
      { key: 'g_co2e_embodied', unit: 'gCO2e' },
      { key: 'ml_water', unit: 'mL' },
    ],
    source: 'https://github.com/mlco2/ecologits/tree/5be90dadc86ed92f48dc55316469d888827aec55',
    validity:
      'dense up to about 200B active parameters on H100, 16-bit weights; good within a factor of 2, beyond that 5',
    example: {
      arguments: {
        active_b: 70,
        total_b: 70,
        output_tokens: 1000,
        pue: 1.2,
        grid_g_per_kwh: 383.55,
        wue_l_per_kwh: 0.3,
        water_l_per_kwh: 3.1321,
      },
      results: {
        wh: 0.6575289928,
        g_co2e_use: 0.2521952452,
        g_co2e_embodied: 0.0503371178,
        ml_water: 2.2238288067,
      },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const r = requestFootprint({
        activeB: exactly(num(g, 'active_b')),
        totalB: exactly(num(g, 'total_b')),
        outputTokens: num(g, 'output_tokens'),
        batch: num(g, 'batch'),
        pue: exactly(num(g, 'pue')),
        gridGPerKwh: num(g, 'grid_g_per_kwh'),
        wueOnSite: exactly(num(g, 'wue_l_per_kwh')),
        waterLPerKwh: num(g, 'water_l_per_kwh'),
      })
      return {
        wh: r.whPerRequest.central,
        g_co2e_use: r.gCO2eUse.central,
        g_co2e_embodied: r.gCO2eEmbodied.central,
        ml_water: 'unknown' in r.mLWater ? Number.NaN : r.mLWater.central,
      }
    },
  },
  {
    id: 'weights',
    title: 'Memory of the weights',
    equation: 'parameters x bytes per parameter / 1e9',
    parameters: [
      { key: 'parameters', unit: 'parameters', min: 0, max: 1e14, description: 'all parameters' },
      {
        key: 'precision',
        unit: 'format',
        choices: Object.keys(BYTES_PER_PARAMETER),
        description: 'number format',
      },
    ],
    results: [{ key: 'gb', unit: 'GB (1e9 bytes)' }],
    source: 'format definitions, scales included',
    validity: 'every tensor in that format',
    example: {
      arguments: { parameters: 70553706496, precision: 'fp8' },
      results: { gb: 70.5537 },
      tolerance: 1e-4,
    },
    compute: (g) => ({
      gb: weightsGB(
        num(g, 'parameters'),
        (Object.keys(BYTES_PER_PARAMETER) as Precision[]).find((p) => p === g.precision) ?? 'bf16',
      ),
    }),
  },
  {
    id: 'experts-touched',
    title: 'Share of experts read in a decode step',
    equation: '1 - (1 - k / E)^batch',
    parameters: [
      {
        key: 'active',
        unit: 'experts',
        min: 1,
        integer: true,
        description: 'experts a token uses',
      },
      { key: 'experts', unit: 'experts', min: 1, integer: true, description: 'experts in all' },
      { key: 'batch', unit: 'sequences', min: 1, description: 'sequences served at once' },
    ],
    results: [{ key: 'share', unit: 'share' }],
    source: 'uniform routing; checked on published gpt-oss measurements',
    validity: 'decode; routing near uniform',
    example: {
      arguments: { active: 4, experts: 128, batch: 64 },
      results: { share: 0.8689 },
      tolerance: 1e-3,
    },
    compute: (g) => ({
      share: expertsTouched(num(g, 'active'), num(g, 'experts'), num(g, 'batch')),
    }),
  },
]
