import { expectedValueOfPerfectInformation } from '../decision/expected-value-of-information.ts'
import { independentItems } from '../decision/independent-sample-size.ts'
import { itemsForMargin } from '../decision/items-for-margin.ts'
import { bestWait, gainOfWaiting } from '../decision/waiting.ts'
import type { Formula } from '../formula.ts'
import { testTimeBudget } from '../quality/test-time-budget.ts'
import { arg, NOT_NEGATIVE, num, SHARE } from './arguments.ts'

/** What it takes to find out, what finding out is worth, and what waiting is. */
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
    id: 'items-for-margin',
    title: 'Items to label until a share is known within a margin',
    equation: 'z^2 p (1-p) / m^2',
    parameters: [
      arg('margin', 'share', 'm, to either side', { min: 1e-5, max: 0.5 }),
      arg('share', 'share', 'p, expected; a half needs most items', { ...SHARE, default: 0.5 }),
      arg('confidence', 'probability', 'that the interval holds the true share', {
        min: 0.5,
        max: 0.9999,
        default: 0.95,
      }),
    ],
    results: [{ key: 'items', unit: 'items' }],
    source: 'Cochran 1977, Sampling Techniques, 4.4',
    validity: 'one model; the normal approximation, with shares not at their ends',
    example: { arguments: { margin: 0.03 }, results: { items: 1068 }, tolerance: 0 },
    compute: (g) => ({
      items: itemsForMargin(num(g, 'margin'), num(g, 'share'), num(g, 'confidence')),
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
  {
    id: 'waiting',
    title: 'What beginning later gains while a price falls',
    equation: '-sum over the months skipped of (benefit - running x fold^(-t / 12))',
    parameters: [
      arg('benefit_usd_per_month', 'USD', 'what it earns a month before its running cost', {
        min: -1e15,
        max: 1e15,
      }),
      arg('running_usd_per_month', 'USD', "running cost of a month at today's price", NOT_NEGATIVE),
      arg('fold_per_year', 'times a year', 'how many times lower the price is after a year', {
        min: 1,
        max: 1e6,
      }),
      arg('horizon_months', 'months', 'months it would run if it began today', {
        min: 0,
        max: 600,
        integer: true,
      }),
      arg('months', 'months', 'months to wait', { min: 0, max: 600, integer: true, default: 0 }),
    ],
    results: [
      { key: 'gain_usd', unit: 'USD' },
      { key: 'best_months', unit: 'months' },
    ],
    source: 'arithmetic; price trends in https://epoch.ai/data-insights/llm-inference-price-trends',
    validity:
      'one price decline for the whole horizon; begun late or at once, it ends on the same day',
    example: {
      arguments: {
        benefit_usd_per_month: 1000,
        running_usd_per_month: 1500,
        fold_per_year: 9,
        horizon_months: 24,
        months: 2,
      },
      results: { gain_usd: 749.02, best_months: 3 },
      tolerance: 1e-5,
    },
    compute: (g) => {
      const purchase = {
        benefitUsdPerMonth: num(g, 'benefit_usd_per_month'),
        runningUsdPerMonth: num(g, 'running_usd_per_month'),
        foldPerYear: num(g, 'fold_per_year'),
        horizonMonths: num(g, 'horizon_months'),
      }
      return {
        gain_usd: gainOfWaiting(purchase, num(g, 'months')),
        best_months: bestWait(purchase),
      }
    },
  },
]
