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
  overlap: fitted(0.526, 'share of the smaller of memory and compute time that adds up'),
  allReduceSeconds: fitted(18.3e-6, 's per all-reduce'),
  allReduceBytesPerSecond: fitted(215e9, 'bytes/s'),
  stepSeconds: fitted(1.07e-3, 's per decode step'),
  layerSeconds: fitted(12.4e-6, 's per layer and step'),
} as const satisfies Record<string, Constant>

const band = (value: number, evidence: string): Constant => ({
  value,
  unit: 'factor either way',
  source: `test/cases/throughput.json, published calibration rows: ${evidence}`,
  asOf: '2026-11-24',
})

/**
 * Factor either way around a predicted time, by class. Chosen wider than the calibration rows need,
 * for rows of models and engines not among them: test/engine/throughput.test.ts holds each class to
 * its coverage and its width together.
 */
export const SPEED_BAND = {
  'dense-hopper': band(1.4, '42 of 42 inside, 8 % mean error'),
  'moe-hopper': band(1.9, '45 of 48 inside, 25 % mean error'),
  'dense-blackwell': band(1.6, '24 of 24 inside, 13 % mean error'),
  'moe-blackwell': band(1.9, '61 of 63 inside, 26 % mean error'),
  other: {
    value: 2,
    unit: 'factor either way',
    source: 'our assumption: no calibration rows outside Hopper and Blackwell',
    asOf: '2026-11-24',
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

const adapted = (value: number, unit: string): Constant => ({
  value,
  unit,
  source:
    'fitted on the published tables of LLaMA-Factory (https://github.com/hiyouga/LLaMA-Factory) and Unsloth (https://unsloth.ai/docs/get-started/fine-tuning-for-beginners/unsloth-requirements)',
  asOf: '2026-11-24',
})

/** Memory of fine-tuning at short contexts and batch 1. */
export const FINE_TUNING_MEMORY = {
  fullBytes: {
    value: 18,
    unit: 'bytes per parameter: 4 master, 2 half-precision copy, 4 gradient, 8 optimizer',
    source:
      'https://arxiv.org/abs/1910.02054 (mixed precision with Adam, gradients kept in 32 bits)',
    asOf: '2020-05-13',
  },
  workingShare: adapted(1.25, 'of the weights and states: activations, adapters and buffers'),
  fixedGB: adapted(1, 'GB for the runtime'),
} as const satisfies Record<string, Constant>
