import type { Formula } from '../formula.ts'
import {
  kaplanAllocation,
  kaplanStepsLoss,
  tokensAgainstOverfitting,
} from '../scaling/kaplan-budget.ts'
import { textStockOutlook } from '../scaling/text-stock.ts'
import { arg, num } from './arguments.ts'

const KAPLAN = 'https://arxiv.org/abs/2001.08361'
const size = arg('parameters', 'parameters', 'N, without embeddings', { min: 100, max: 1e13 })

/** How the field thought a budget grows, and how long its text lasts. */
export const SCALING_HISTORY: readonly Formula[] = [
  {
    id: 'kaplan-allocation',
    title: 'Growth of size and data with compute after Kaplan, superseded',
    equation: 'N ~ C^0.73, D ~ C^0.27, batch ~ C^0.24, steps ~ C^0.03',
    parameters: [
      arg('compute_fold', 'times', 'how many times the compute', { min: 1e-6, max: 1e12 }),
    ],
    results: [
      { key: 'parameters_fold', unit: 'times' },
      { key: 'tokens_fold', unit: 'times' },
      { key: 'batch_fold', unit: 'times' },
      { key: 'steps_fold', unit: 'times' },
    ],
    source: KAPLAN,
    validity:
      'to reproduce the paper; for a budget use chinchilla-optimum, by which size and tokens grow alike',
    example: {
      arguments: { compute_fold: 10 },
      results: { parameters_fold: 5.37, tokens_fold: 1.862, batch_fold: 1.738, steps_fold: 1.072 },
      tolerance: 1e-3,
    },
    compute: (g) => {
      const r = kaplanAllocation(num(g, 'compute_fold'))
      return {
        parameters_fold: r.parameters,
        tokens_fold: r.tokens,
        batch_fold: r.batch,
        steps_fold: r.steps,
      }
    },
  },
  {
    id: 'overfitting-tokens',
    title: 'Tokens that keep a model from overfitting (Kaplan)',
    equation: '5000 N^0.74',
    parameters: [size],
    results: [{ key: 'tokens', unit: 'tokens' }],
    source: KAPLAN,
    validity: 'one epoch of WebText2, up to 1.5e9 parameters',
    example: { arguments: { parameters: 1e9 }, results: { tokens: 2.2854e10 }, tolerance: 1e-3 },
    compute: (g) => ({ tokens: tokensAgainstOverfitting(num(g, 'parameters')) }),
  },
  {
    id: 'kaplan-steps-loss',
    title: 'Loss from size and training steps (Kaplan)',
    equation: '(Nc / N)^0.077 + (Sc / S)^0.76',
    parameters: [size, arg('steps', 'steps', 'S, parameter updates', { min: 100, max: 1e12 })],
    results: [{ key: 'loss', unit: 'nats' }],
    source: KAPLAN,
    validity: 'up to 1.5e9 parameters on WebText2, batch well below the critical one',
    example: {
      arguments: { parameters: 1e9, steps: 1e5 },
      results: { loss: 2.4005 },
      tolerance: 1e-4,
    },
    compute: (g) => ({ loss: kaplanStepsLoss(num(g, 'parameters'), num(g, 'steps')) }),
  },
  {
    id: 'text-stock',
    title: 'When training sets reach the stock of public human text',
    equation: 'year + ln(stock / tokens) / ln(fold)',
    parameters: [
      arg('tokens', 'tokens', 'largest training set', { min: 1e9, max: 1e18 }),
      arg('year', 'year', 'when it was so large', { min: 2000, max: 2100 }),
      arg('fold_per_year', 'times a year', 'growth of the largest training set', {
        min: 1.01,
        max: 100,
      }),
    ],
    results: [
      { key: 'share_low', unit: 'share of the stock' },
      { key: 'share', unit: 'share of the stock' },
      { key: 'share_high', unit: 'share of the stock' },
      { key: 'year_low', unit: 'year' },
      { key: 'year', unit: 'year' },
      { key: 'year_high', unit: 'year' },
      { key: 'published_year_low', unit: 'year, 80 % interval of 2024' },
      { key: 'published_year', unit: 'year, median of 2024' },
      { key: 'published_year_high', unit: 'year, 80 % interval of 2024' },
    ],
    source:
      'https://epoch.ai/blog/will-we-run-out-of-data-limits-of-llm-scaling-based-on-human-generated-data',
    validity:
      'stock 3e14 tokens, 90 % interval 1e14 to 1e15; no private, synthetic or other than text data',
    example: {
      arguments: { tokens: 15e12, year: 2024, fold_per_year: 2.3 },
      results: { share: 0.05, year_low: 2026.278, year: 2027.597, year_high: 2029.042 },
      tolerance: 1e-6,
    },
    compute: (g) => {
      const r = textStockOutlook(num(g, 'tokens'), num(g, 'year'), num(g, 'fold_per_year'))
      return {
        share_low: r.share.low,
        share: r.share.central,
        share_high: r.share.high,
        year_low: r.year.low,
        year: r.year.central,
        year_high: r.year.high,
        published_year_low: r.publishedYear.low,
        published_year: r.publishedYear.central,
        published_year_high: r.publishedYear.high,
      }
    },
  },
]
