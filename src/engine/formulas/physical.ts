import { requestFootprint } from '../footprint/inference-energy.ts'
import type { Formula } from '../formula.ts'
import { exactly } from '../range.ts'
import { chinchillaLoss, chinchillaOptimum } from '../scaling/chinchilla.ts'
import { CHINCHILLA_FITS, KAPLAN } from '../scaling/constants.ts'
import { kaplanLoss } from '../scaling/kaplan.ts'
import type { Precision } from '../serving/dimensions.ts'
import { expertsTouched } from '../serving/experts-touched.ts'
import { BYTES_PER_PARAMETER, weightsGB } from '../serving/weights.ts'
import { num } from './arguments.ts'

const FITS = Object.keys(CHINCHILLA_FITS) as (keyof typeof CHINCHILLA_FITS)[]
const fitOf = (name: unknown) => CHINCHILLA_FITS[FITS.find((f) => f === name) ?? 'besiroglu-2024']

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
      arguments: { active_b: 44, total_b: 440, output_tokens: 0, pue: 1.2, grid_g_per_kwh: 383.55 },
      results: { wh: 0, g_co2e_use: 0, g_co2e_embodied: 0, ml_water: 0 },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const r = requestFootprint({
        activeB: exactly(num(g, 'active_b')),
        totalB: exactly(num(g, 'total_b')),
        outputTokens: num(g, 'output_tokens'),
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
  {
    id: 'chinchilla-loss',
    title: 'Training loss from size and data',
    equation: 'E + A / N^alpha + B / D^beta',
    parameters: [
      { key: 'parameters', unit: 'parameters', min: 1e6, max: 1e14, description: 'N' },
      { key: 'tokens', unit: 'tokens', min: 1e6, max: 1e16, description: 'D' },
      { key: 'fit', unit: 'name', choices: FITS, description: 'which published fit' },
    ],
    results: [{ key: 'loss', unit: 'nats' }],
    source: 'https://arxiv.org/abs/2404.10102',
    validity: '70M to 16B parameters; optimistic beyond 100 tokens per parameter',
    example: {
      arguments: { parameters: 70e9, tokens: 1.4e12 },
      results: { loss: 1.9734 },
      tolerance: 1e-3,
    },
    compute: (g) => ({
      loss: chinchillaLoss(num(g, 'parameters'), num(g, 'tokens'), fitOf(g.fit)),
    }),
  },
  {
    id: 'chinchilla-optimum',
    title: 'Compute-optimal size and data',
    equation: 'N = G (C/6)^(beta/(alpha+beta)), D = C / (6 N)',
    parameters: [
      { key: 'flops', unit: 'FLOP', min: 1e15, max: 1e30, description: 'training compute' },
      { key: 'fit', unit: 'name', choices: FITS, description: 'which published fit' },
    ],
    results: [
      { key: 'parameters', unit: 'parameters' },
      { key: 'tokens', unit: 'tokens' },
      { key: 'loss', unit: 'nats' },
    ],
    source: 'https://arxiv.org/abs/2404.10102',
    validity: 'flat optimum: 10 to 40 tokens per parameter are equally good',
    example: {
      arguments: { flops: 1e21 },
      results: { parameters: 2.78e9, tokens: 5.99e10, loss: 2.3048 },
      tolerance: 5e-3,
    },
    compute: (g) => ({ ...chinchillaOptimum(num(g, 'flops'), fitOf(g.fit)) }),
  },
  {
    id: 'kaplan-loss',
    title: 'Loss from one quantity alone (Kaplan)',
    equation: '(scale / x)^exponent',
    parameters: [
      {
        key: 'of',
        unit: 'name',
        choices: Object.keys(KAPLAN),
        description: 'which quantity limits',
      },
      { key: 'amount', unit: 'as named', min: 1e-6, description: 'how much of it' },
    ],
    results: [{ key: 'loss', unit: 'nats' }],
    source: 'https://arxiv.org/abs/2001.08361',
    validity: 'up to 1.5e9 parameters and 23e9 tokens; not for splitting a budget',
    example: {
      arguments: { of: 'parameters', amount: 1e9 },
      results: { loss: 2.376 },
      tolerance: 1e-3,
    },
    compute: (g) => ({
      loss: kaplanLoss(
        (Object.keys(KAPLAN) as (keyof typeof KAPLAN)[]).find((k) => k === g.of) ?? 'parameters',
        num(g, 'amount'),
      ),
    }),
  },
]
