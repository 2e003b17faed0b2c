import type { Formula } from '../formula.ts'
import { chinchillaLoss, chinchillaOptimum } from '../scaling/chinchilla.ts'
import { CHINCHILLA_FITS, KAPLAN } from '../scaling/constants.ts'
import {
  dataConstrainedLoss,
  dataConstrainedOptimum,
  effectiveTokens,
} from '../scaling/data-constrained.ts'
import { deepseekOptimum } from '../scaling/deepseek.ts'
import { inferenceAwareOptimum } from '../scaling/inference-aware.ts'
import { kaplanLoss } from '../scaling/kaplan.ts'
import { excessLoss, overTraining } from '../scaling/over-training.ts'
import { arg, named, num } from './arguments.ts'

const FITS = Object.keys(CHINCHILLA_FITS) as (keyof typeof CHINCHILLA_FITS)[]
const LIMITS = Object.keys(KAPLAN) as (keyof typeof KAPLAN)[]
const REFIT = 'https://arxiv.org/abs/2404.10102'
const REPEATS = 'https://arxiv.org/abs/2305.16264'

const n = arg('parameters', 'parameters', 'N', { min: 1e6, max: 1e14 })
const d = arg('tokens', 'tokens', 'D', { min: 1e6, max: 1e16 })
const c = arg('flops', 'FLOP', 'training compute', { min: 1e15, max: 1e30 })
const unique = arg('unique', 'tokens', 'U, distinct training tokens', { min: 1e6, max: 1e16 })
const fit = arg('fit', 'name', 'which published fit', { choices: FITS })
const loss = { key: 'loss', unit: 'nats' }
const parameters = { key: 'parameters', unit: 'parameters' }
const tokens = { key: 'tokens', unit: 'tokens' }

export const SCALING: readonly Formula[] = [
  {
    id: 'chinchilla-loss',
    title: 'Training loss from size and data',
    equation: 'E + A / N^alpha + B / D^beta',
    parameters: [n, d, fit],
    results: [loss],
    source: REFIT,
    validity: '70M to 16B parameters; optimistic beyond 100 tokens per parameter',
    example: {
      arguments: { parameters: 70e9, tokens: 1.4e12 },
      results: { loss: 1.9734 },
      tolerance: 1e-4,
    },
    compute: (g) => ({
      loss: chinchillaLoss(
        num(g, 'parameters'),
        num(g, 'tokens'),
        CHINCHILLA_FITS[named(g, 'fit', FITS)],
      ),
    }),
  },
  {
    id: 'chinchilla-optimum',
    title: 'Compute-optimal size and data',
    equation: 'N = G (C/6)^(beta/(alpha+beta)), D = C / (6 N)',
    parameters: [c, fit],
    results: [
      parameters,
      tokens,
      { key: 'tokens_per_parameter', unit: 'tokens per parameter' },
      loss,
    ],
    source: REFIT,
    validity: 'flat optimum: 10 to 40 tokens per parameter are equally good',
    example: {
      arguments: { flops: 1e21 },
      results: { parameters: 2.782e9, tokens: 5.9909e10, loss: 2.30484 },
      tolerance: 1e-3,
    },
    compute: (g) => {
      const best = chinchillaOptimum(num(g, 'flops'), CHINCHILLA_FITS[named(g, 'fit', FITS)])
      return { ...best, tokens_per_parameter: best.tokens / best.parameters }
    },
  },
  {
    id: 'kaplan-loss',
    title: 'Loss from one quantity alone (Kaplan)',
    equation: '(scale / x)^exponent',
    parameters: [
      arg('of', 'name', 'which quantity limits', { choices: LIMITS }),
      arg('amount', 'as named', 'how much of it', { min: 1e-6 }),
    ],
    results: [loss],
    source: 'https://arxiv.org/abs/2001.08361',
    validity: 'up to 1.5e9 parameters and 23e9 tokens; not for splitting a budget',
    example: {
      arguments: { of: 'parameters', amount: 1e9 },
      results: { loss: 2.3756 },
      tolerance: 1e-4,
    },
    compute: (g) => ({ loss: kaplanLoss(named(g, 'of', LIMITS), num(g, 'amount')) }),
  },
  {
    id: 'deepseek-optimum',
    title: 'Compute-optimal model scale and data (DeepSeek)',
    equation: 'M = 0.1715 C^0.5243, D = 5.8316 C^0.4757',
    parameters: [c],
    results: [{ key: 'flops_per_token', unit: 'FLOP per token' }, tokens],
    source: 'https://arxiv.org/abs/2401.02954',
    validity: 'M is FLOP per token without embeddings, not 6 N; exponents depend on the data',
    example: {
      arguments: { flops: 1e22 },
      results: { flops_per_token: 5.873e10, tokens: 1.703e11 },
      tolerance: 1e-3,
    },
    compute: (g) => {
      const r = deepseekOptimum(num(g, 'flops'))
      return { flops_per_token: r.flopsPerToken, tokens: r.tokens }
    },
  },
  {
    id: 'data-constrained-loss',
    title: 'Training loss when data repeats',
    equation: "E + A / N'^alpha + B / D'^beta; D' = U + U R (1 - e^(-r/R)), r = D/U - 1",
    parameters: [n, d, unique],
    results: [
      loss,
      { key: 'effective_tokens', unit: 'tokens' },
      { key: 'effective_epochs', unit: 'times the unique tokens' },
      { key: 'effective_share', unit: 'share of the tokens read' },
    ],
    source: REPEATS,
    validity: 'C4 and OSCAR, up to 9e9 parameters; repeats to about 40 epochs',
    example: {
      arguments: { parameters: 6.34e9, tokens: 242e9, unique: 25e9 },
      results: { loss: 2.2256440889984477 },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const effective = effectiveTokens(num(g, 'tokens'), num(g, 'unique'))
      return {
        loss: dataConstrainedLoss(num(g, 'parameters'), num(g, 'tokens'), num(g, 'unique')),
        effective_tokens: effective,
        effective_epochs: effective / num(g, 'unique'),
        effective_share: effective / num(g, 'tokens'),
      }
    },
  },
  {
    id: 'data-constrained-optimum',
    title: 'Best size and number of epochs when data is short',
    equation: "least L(N', D') with 6 N D = C",
    parameters: [c, unique],
    results: [parameters, tokens, { key: 'epochs', unit: 'epochs' }, loss],
    source: REPEATS,
    validity: 'as data-constrained-loss',
    example: {
      arguments: { flops: 1e22, unique: 25e9 },
      results: { parameters: 7.0262e9, tokens: 237.21e9, epochs: 9.488 },
      tolerance: 1e-3,
    },
    compute: (g) => ({ ...dataConstrainedOptimum(num(g, 'flops'), num(g, 'unique')) }),
  },
  {
    id: 'inference-aware-optimum',
    title: 'Best size and data for a model that will be used much',
    equation: 'least 6 N D + 2 N T with L(N, D) = loss',
    parameters: [
      arg('loss', 'nats', 'loss to reach', { min: 1.7, max: 20 }),
      arg('inference_tokens', 'tokens', 'T, tokens of use over its life', { min: 0, max: 1e18 }),
    ],
    results: [parameters, tokens, { key: 'flops', unit: 'FLOP' }],
    source: 'https://arxiv.org/abs/2401.00448',
    validity: 'to about 1,000 tokens per parameter; the 2022 constants of that paper',
    example: {
      arguments: { loss: 1.947, inference_tokens: 2e12 },
      results: { parameters: 24.18e9, tokens: 2.657e12 },
      tolerance: 5e-3,
    },
    compute: (g) => {
      const r = inferenceAwareOptimum(num(g, 'loss'), num(g, 'inference_tokens'))
      return { parameters: r.parameters, tokens: r.tokens, flops: r.flops }
    },
  },
  {
    id: 'over-training',
    title: 'What training past the optimum costs and buys',
    equation: '6 N D / C* and N* / N at equal loss',
    parameters: [n, d],
    results: [
      loss,
      { key: 'compute_ratio', unit: 'times the training compute' },
      { key: 'size_ratio', unit: 'times smaller to serve' },
    ],
    source: REFIT,
    validity: 'optimistic beyond 100 tokens per parameter',
    example: {
      arguments: { parameters: 8e9, tokens: 15e12 },
      results: { loss: 2.0216, compute_ratio: 5.524, size_ratio: 4.22 },
      tolerance: 2e-3,
    },
    compute: (g) => {
      const r = overTraining(num(g, 'parameters'), num(g, 'tokens'))
      return { loss: r.loss, compute_ratio: r.computeRatio, size_ratio: r.sizeRatio }
    },
  },
  {
    id: 'excess-loss',
    title: 'Loss added by another ratio of tokens to parameters',
    equation: '(L - L*) / (L* - E) at equal compute',
    parameters: [
      c,
      arg('tokens_per_parameter', 'tokens per parameter', 'D / N', { min: 0.01, max: 1e6 }),
    ],
    results: [
      loss,
      { key: 'excess_nats', unit: 'nats' },
      { key: 'excess_share', unit: 'share of the reducible loss' },
    ],
    source: REFIT,
    validity: '10 to 40 tokens per parameter are a plateau; optimistic beyond 100',
    example: {
      arguments: { flops: 1e23, tokens_per_parameter: 1000 },
      results: { excess_share: 0.2561 },
      tolerance: 1e-3,
    },
    compute: (g) => {
      const [flops, ratio] = [num(g, 'flops'), num(g, 'tokens_per_parameter')]
      const parameters = Math.sqrt(flops / 6 / ratio)
      const reached = chinchillaLoss(parameters, parameters * ratio)
      return {
        loss: reached,
        excess_nats: reached - chinchillaOptimum(flops).loss,
        excess_share: excessLoss(flops, ratio),
      }
    },
  },
]
