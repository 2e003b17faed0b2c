import { expectedValueOfPerfectInformation } from '../decision/expected-value-of-information.ts'
import { independentItems } from '../decision/independent-sample-size.ts'
import type { Formula } from '../formula.ts'
import { testTimeBudget } from '../quality/test-time-budget.ts'
import { arg, NOT_NEGATIVE, num, SHARE } from './arguments.ts'

/** What it takes to find out, and what finding out is worth. */
export const EVALUATION: readonly Formula[] = [
  {
    id: 'perfect-information',
    title: 'What knowing the true gain is worth per request',
    equation: 's phi(|mu|/s) - |mu| Phi(-|mu|/s)',
    parameters: [
      arg('mean_usd', 'USD', 'mu, expected gain of one request', { min: -1e9, max: 1e9 }),
      arg('sd_usd', 'USD', 's, its standard deviation', NOT_NEGATIVE),
    ],
    results: [{ key: 'usd', unit: 'USD' }],
    source: 'https://en.wikipedia.org/wiki/Expected_value_of_perfect_information',
    validity: 'a normal gain; no evaluation is worth more',
    example: {
      arguments: { mean_usd: 0.01, sd_usd: 0.006 },
      results: { usd: 0.00011896 },
      tolerance: 1e-4,
    },
    compute: (g) => ({
      usd: expectedValueOfPerfectInformation(num(g, 'mean_usd'), num(g, 'sd_usd')),
    }),
  },
  {
    id: 'independent-sample-size',
    title: 'Items per model when each runs on items of its own',
    equation: '((z_a sqrt(2 p (1-p)) + z_b sqrt(p1 (1-p1) + p2 (1-p2))) / (p1 - p2))^2',
    parameters: [
      arg('share_a', 'share right', 'p1, of one model', SHARE),
      arg('share_b', 'share right', 'p2, of the other', SHARE),
      arg('power', 'probability', 'chance to see the difference', {
        min: 0.5,
        max: 0.999,
        default: 0.8,
      }),
      arg('alpha', 'probability', 'chance to see one that is none', {
        min: 1e-6,
        max: 0.5,
        default: 0.05,
      }),
    ],
    results: [{ key: 'items', unit: 'items per model' }],
    source: 'https://arxiv.org/abs/2411.00640',
    validity: 'two-sided; use the paired pilot whenever both can run on the same items',
    example: {
      arguments: { share_a: 0.85, share_b: 0.8 },
      results: { items: 906 },
      tolerance: 0,
    },
    compute: (g) => ({
      items: independentItems({
        shareA: num(g, 'share_a'),
        shareB: num(g, 'share_b'),
        power: num(g, 'power'),
        alpha: num(g, 'alpha'),
      }),
    }),
  },
  {
    id: 'test-time-budget',
    title: 'Thinking time that costs as much as a larger model',
    equation: 'M + 3 (M - 1) / R',
    parameters: [
      arg('size_ratio', 'times', 'M, how many times larger the other model is', {
        min: 1,
        max: 1e6,
      }),
      arg('tokens_ratio', 'tokens per token', 'R, inference tokens per pre-training token', {
        min: 1e-9,
        max: 1e9,
      }),
    ],
    results: [{ key: 'inference_multiple', unit: 'times the usual inference compute' }],
    source: 'https://arxiv.org/abs/2408.03314',
    validity: 'pre-training and inference counted in FLOP; hard questions gain less from thinking',
    example: {
      arguments: { size_ratio: 14, tokens_ratio: 0.16 },
      results: { inference_multiple: 257.75 },
      tolerance: 1e-9,
    },
    compute: (g) => ({
      inference_multiple: testTimeBudget(num(g, 'size_ratio'), num(g, 'tokens_ratio')),
    }),
  },
]
