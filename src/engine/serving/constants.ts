import type { Constant } from '../constant.ts'

const SILICON =
  'https://github.com/ai-dynamo/aiconfigurator (silicon sample, fitted on half of 945 rows)'
const fitted = (value: number, unit: string): Constant => ({
  value,
  unit,
  source: SILICON,
  asOf: '2026-08-21',
})

/** The calibrated decode formula: shares of peak reached, latencies, and the size of the error. */
export const ROOFLINE = {
  weightBandwidthShare: fitted(0.819, 'share of peak bandwidth'),
  kvBandwidthShare: fitted(0.734, 'share of peak bandwidth'),
  decodeComputeShare: fitted(0.615, 'share of peak FLOP/s'),
  prefillComputeShare: fitted(0.524, 'share of peak FLOP/s'),
  overlap: fitted(0.526, 'share of the smaller of memory and compute time that adds up'),
  allReduceSeconds: fitted(18.3e-6, 's per all-reduce'),
  allReduceBytesPerSecond: fitted(215e9, 'bytes/s'),
  stepSeconds: fitted(1.07e-3, 's per decode step'),
  layerSeconds: fitted(12.4e-6, 's per layer and step'),
  firstTokenSeconds: fitted(0.046, 's'),
} as const satisfies Record<string, Constant>

/** Factor either way that covers most measured rows of a class. */
export const SPEED_BAND = {
  'dense-hopper': {
    value: 1.25,
    unit: 'factor',
    source: `${SILICON}: 12.9 % mean error`,
    asOf: '2026-08-21',
  },
  'moe-hopper': {
    value: 1.6,
    unit: 'factor',
    source: `${SILICON}: 8 to 34 % median error`,
    asOf: '2026-08-21',
  },
  other: {
    value: 2,
    unit: 'factor',
    source: `${SILICON}: up to 36 % with bias outside Hopper`,
    asOf: '2026-08-21',
  },
} as const satisfies Record<string, Constant>

/** Memory rule for whole GPUs. */
export const GPU_MEMORY = {
  usableShare: {
    value: 0.9,
    unit: 'share of memory',
    source: 'docs/method.md, gpus-needed',
    asOf: '2026-11-23',
  },
  runtimeGB: {
    value: 2,
    unit: 'GB per GPU',
    source: 'docs/method.md, gpus-needed (published tools take 0.65 to 3.5)',
    asOf: '2026-11-23',
  },
} as const satisfies Record<string, Constant>

/** Share of the computed throughput that four-bit float serving reached on B200 (18 published rows). */
export const FP4_THROUGHPUT = {
  largeModel: fitted(60e9, 'parameters from which one GPU is crowded'),
  largeOnOneGpu: fitted(0.65, 'share of computed throughput'),
  otherwise: fitted(0.75, 'share of computed throughput'),
} as const satisfies Record<string, Constant>
