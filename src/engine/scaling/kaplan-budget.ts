import { requireWithin } from '../domain.ts'

const SOURCE = { source: 'https://arxiv.org/abs/2001.08361', asOf: '2020-01-23' } as const

/** Exponents of compute in Kaplan's compute-efficient training, without unit. */
const KAPLAN_ALLOCATION = {
  parameters: 0.73,
  batch: 0.24,
  steps: 0.03,
  tokens: 0.27,
  ...SOURCE,
} as const

/** Tokens below which a model of N non-embedding parameters overfits: scale N^exponent. */
const OVERFITTING = { scale: 5e3, exponent: 0.74, unit: 'tokens', ...SOURCE } as const

/** Loss in nats from size and steps: (sizeScale/N)^sizeExponent + (stepScale/S)^stepExponent. */
const STEPS = {
  sizeScale: 6.5e13,
  sizeExponent: 0.077,
  stepScale: 2.1e3,
  stepExponent: 0.76,
  ...SOURCE,
} as const

/**
 * By how much size, batch, steps and tokens grow when compute grows `fold` times, after Kaplan:
 * C^0.73, C^0.24, C^0.03 and C^0.27. It reproduces the paper only: later work finds that size and tokens
 * should grow alike, the difference coming from warm-up, learning-rate decay, the counting of embeddings
 * and tuning at small sizes (https://arxiv.org/abs/2406.19146). Use chinchillaOptimum for a budget.
 * Range: a fold of 1e-6 to 1e12. Source: KAPLAN_ALLOCATION. Example: 10 times the compute -> 5.37 times the
 * parameters, 1.86 times the tokens.
 */
export function kaplanAllocation(fold: number): {
  parameters: number
  batch: number
  steps: number
  tokens: number
} {
  requireWithin('fold', fold, 1e-6, 1e12, 'times the compute')
  const { parameters, batch, steps, tokens } = KAPLAN_ALLOCATION
  return {
    parameters: fold ** parameters,
    batch: fold ** batch,
    steps: fold ** steps,
    tokens: fold ** tokens,
  }
}

/**
 * Tokens that keep a model of so many non-embedding parameters from overfitting: 5000 N^0.74.
 * Range: 768 to 1.5e9 parameters. Source: OVERFITTING. Example: 1e9 -> 2.29e10 tokens.
 */
export function tokensAgainstOverfitting(parameters: number): number {
  requireWithin('parameters', parameters, 1e2, 1e13, 'non-embedding parameters')
  return OVERFITTING.scale * parameters ** OVERFITTING.exponent
}

/**
 * Kaplan's loss in nats from size and training steps, at a batch well below the critical one.
 * Range: up to 1.5e9 non-embedding parameters, after warm-up. Source: STEPS.
 * Example: 1e9 parameters, 1e5 steps -> 2.400.
 */
export function kaplanStepsLoss(parameters: number, steps: number): number {
  requireWithin('parameters', parameters, 1e2, 1e13, 'non-embedding parameters')
  requireWithin('steps', steps, 1e2, 1e12, 'steps')
  return (
    (STEPS.sizeScale / parameters) ** STEPS.sizeExponent +
    (STEPS.stepScale / steps) ** STEPS.stepExponent
  )
}
