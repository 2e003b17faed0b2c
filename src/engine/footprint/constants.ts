import type { Constant } from '../constant.ts'

const ECOLOGITS = 'https://github.com/mlco2/ecologits/tree/5be90dadc86ed92f48dc55316469d888827aec55'
const published = (value: number, unit: string): Constant => ({
  value,
  unit,
  source: ECOLOGITS,
  asOf: '2026-03-13',
})

/** EcoLogits' coefficients (code MPL-2.0), read at one commit; older releases used other ones. */
export const ECO = {
  energySlope: published(
    1.1665273170451914e-6,
    'Wh per token, GPU and billion active parameters at batch 0',
  ),
  energyBatchDecay: published(-0.011205921025579175, 'per sequence in the batch'),
  energyFloor: published(4.052928146734005e-5, 'Wh per token and GPU'),
  latencyPerParameter: published(
    0.0006785088094353663,
    's per token and billion active parameters',
  ),
  latencyPerBatch: published(0.0003119310311688259, 's per token and sequence in the batch'),
  latencyFloor: published(0.019473717579473387, 's per token'),
  memoryOverhead: published(1.2, 'factor on weight memory'),
  gpuMemoryGB: published(80, 'GB'),
  gpusPerServer: published(8, 'GPUs'),
  serverPowerKw: published(1.2, 'kW without GPUs'),
  serverEmbodiedKg: published(5700, 'kgCO2e per server without GPUs'),
  gpuEmbodiedKg: published(164, 'kgCO2e per GPU'),
  serverEmbodiedKgSb: published(0.37, 'kgSbeq per server without GPUs'),
  gpuEmbodiedKgSb: published(5.1e-3, 'kgSbeq per GPU (an A100, for want of an H100)'),
  serverEmbodiedMj: published(70_000, 'MJ of primary energy per server without GPUs'),
  gpuEmbodiedMj: published(1828, 'MJ of primary energy per GPU (an A100, for want of an H100)'),
  lifetimeS: published(94_608_000, 's (3 years)'),
} as const satisfies Record<string, Constant>

/** Intensities between which a grid can lie; a published pair outside them is a misprint. */
export const PLAUSIBLE_KG_PER_KWH = {
  low: {
    value: 0.005,
    unit: 'kgCO2e/kWh',
    source: 'our bound, below hydropower grids',
    asOf: '2026-11-23',
  },
  high: {
    value: 1.5,
    unit: 'kgCO2e/kWh',
    source: 'our bound, above lignite grids',
    asOf: '2026-11-23',
  },
} as const satisfies Record<string, Constant>
