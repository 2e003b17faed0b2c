import { discordance } from '../decision/discordance.ts'
import { pairedGapError } from '../decision/paired-gap-error.ts'
import { reviewedErrorCost } from '../decision/reviewed-error-cost.ts'
import type { Formula } from '../formula.ts'
import { arg, NOT_NEGATIVE, num, SHARE } from './arguments.ts'

/** Two models on the same items, and errors that a review catches. */
export const PAIRS: readonly Formula[] = [
  {
    id: 'reviewed-error-cost',
    title: 'What a wrong answer costs when a review catches some',
    equation: '(1 - h) C + h r',
    parameters: [
      arg('error_cost_usd', 'USD', 'C, of a wrong answer that goes out', NOT_NEGATIVE),
      arg('caught_share', 'share of wrong answers', 'h, caught by the review', SHARE),
      arg('review_usd', 'USD', 'r, cost of catching one', NOT_NEGATIVE),
    ],
    results: [{ key: 'usd', unit: 'USD' }],
    source: 'expected-value decision theory',
    validity: 'takes the place of C; reviewing right answers is a cost of the request',
    example: {
      arguments: { error_cost_usd: 2, caught_share: 0.8, review_usd: 0.1 },
      results: { usd: 0.48 },
      tolerance: 1e-9,
    },
    compute: (g) => ({
      usd: reviewedErrorCost(
        num(g, 'error_cost_usd'),
        num(g, 'caught_share'),
        num(g, 'review_usd'),
      ),
    }),
  },
  {
    id: 'discordance',
    title: 'Share of items on which exactly one of two models is right',
    equation: 'p1 + p2 - 2 (p1 p2 + rho sqrt(p1 (1-p1) p2 (1-p2)))',
    parameters: [
      arg('share_a', 'share right', 'p1, of one model', SHARE),
      arg('share_b', 'share right', 'p2, of the other', SHARE),
      arg('correlation', 'correlation', 'rho, of their successes on an item', { min: -1, max: 1 }),
    ],
    results: [{ key: 'discordance', unit: 'share of items' }],
    source: 'https://arxiv.org/abs/2411.00640',
    validity: 'correlations that leave the share right of both possible',
    example: {
      arguments: { share_a: 0.85, share_b: 0.8, correlation: 0.5 },
      results: { discordance: 0.1472 },
      tolerance: 1e-3,
    },
    compute: (g) => ({
      discordance: discordance(num(g, 'share_a'), num(g, 'share_b'), num(g, 'correlation')),
    }),
  },
  {
    id: 'paired-gap-error',
    title: 'Standard error of a gap measured on the same items',
    equation: 'sqrt(psi - delta^2) / sqrt(n)',
    parameters: [
      arg('discordance', 'share of items', 'psi, on which exactly one is right', SHARE),
      arg('gap', 'share of items', 'delta, difference of the shares right', { min: -1, max: 1 }),
      arg('items', 'items', 'n, items both ran on', { min: 1 }),
    ],
    results: [{ key: 'error', unit: 'share of items' }],
    source: 'Connor 1987, as in https://arxiv.org/abs/2605.30315',
    validity: 'a gap up to the discordance; items of one document or customer are not independent',
    example: {
      arguments: { discordance: 0.15, gap: 0.03, items: 500 },
      results: { error: 0.01727 },
      tolerance: 1e-3,
    },
    compute: (g) => ({
      error: pairedGapError(num(g, 'discordance'), num(g, 'gap'), num(g, 'items')),
    }),
  },
]
