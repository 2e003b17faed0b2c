import type { Constant } from '../constant.ts'

/** Floating-point operations per parameter and token, and the share of peak that runs reach. */
export const COMPUTE = {
  training: {
    value: 6,
    unit: 'FLOP per parameter and token: forward 2, backward 4',
    source: 'https://arxiv.org/abs/2001.08361',
    asOf: '2020-01-23',
  },
  frozenWeights: {
    value: 4,
    unit: 'FLOP per parameter and token: forward 2, gradients of activations 2',
    source: 'https://github.com/mosaicml/llm-foundry',
    asOf: '2026-11-23',
  },
  goodput: {
    value: 0.8,
    unit: 'billed hours against steady state; published runs reach 0.66 to 0.93',
    source: 'https://arxiv.org/abs/2407.21783',
    asOf: '2026-11-23',
  },
} as const satisfies Record<string, Constant>
