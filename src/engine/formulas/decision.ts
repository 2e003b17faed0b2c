import { cascade } from '../decision/cascade.ts'
import { netValue } from '../decision/net-value.ts'
import { pilotItems } from '../decision/pilot-size.ts'
import { requiredUplift } from '../decision/required-uplift.ts'
import { worthwhileProbability } from '../decision/worthwhile.ts'
import type { Formula } from '../formula.ts'
import { shiftedInLogits } from '../quality/logit-shift.ts'
import { exactly } from '../range.ts'
import { num } from './arguments.ts'

const share = { unit: 'share', min: 0, max: 1 } as const
const usd = { unit: 'USD', min: 0 } as const
const THEORY = 'expected-value decision theory'

export const DECISION: readonly Formula[] = [
  {
    id: 'required-uplift',
    title: 'Uplift a dearer option needs to pay',
    equation: 'extra cost / (V + C)',
    parameters: [
      { key: 'extra_usd', ...usd, description: 'extra cost of one request' },
      { key: 'value_usd', ...usd, description: 'V, what a right answer is worth' },
      { key: 'error_cost_usd', ...usd, description: 'C, what a wrong answer costs' },
    ],
    results: [{ key: 'uplift', unit: 'share of requests' }],
    source: THEORY,
    validity: 'V + C above 0; an uplift above 1 can never be reached',
    example: {
      arguments: { extra_usd: 0.01, value_usd: 0.5, error_cost_usd: 2 },
      results: { uplift: 0.004 },
      tolerance: 1e-9,
    },
    compute: (g) => ({
      uplift: requiredUplift(num(g, 'extra_usd'), num(g, 'value_usd'), num(g, 'error_cost_usd')),
    }),
  },
  {
    id: 'net-value',
    title: 'What one request earns on average',
    equation: 'q V - (1 - q) C - c',
    parameters: [
      { key: 'quality', ...share, description: 'q, chance of a right answer' },
      { key: 'value_usd', ...usd, description: 'V, what a right answer is worth' },
      { key: 'error_cost_usd', ...usd, description: 'C, what a wrong answer costs' },
      { key: 'cost_usd', ...usd, description: 'c, all-in cost of the request' },
    ],
    results: [{ key: 'usd_per_request', unit: 'USD' }],
    source: THEORY,
    validity: 'one kind of right and wrong answer',
    example: {
      arguments: { quality: 0.88, value_usd: 0.5, error_cost_usd: 2, cost_usd: 0.03 },
      results: { usd_per_request: 0.17 },
      tolerance: 1e-9,
    },
    compute: (g) => ({
      usd_per_request: netValue({
        quality: num(g, 'quality'),
        valueUsd: num(g, 'value_usd'),
        errorCostUsd: num(g, 'error_cost_usd'),
        costUsd: num(g, 'cost_usd'),
      }),
    }),
  },
  {
    id: 'worthwhile-probability',
    title: 'Probability that a better option is worth its price',
    equation: 'Phi((gap - 100 x extra cost / (V + C)) / sd)',
    parameters: [
      { key: 'gap_points', unit: 'points', description: 'expected quality gap' },
      { key: 'sd_points', unit: 'points', min: 0, description: 'standard deviation of the gap' },
      { key: 'extra_usd', unit: 'USD', description: 'extra cost of one request' },
      { key: 'stakes_usd', ...usd, description: 'V + C' },
    ],
    results: [{ key: 'probability', unit: 'probability' }],
    source: THEORY,
    validity: 'normal spread of the gap',
    example: {
      arguments: { gap_points: 6, sd_points: 4, extra_usd: 0.01, stakes_usd: 2.5 },
      results: { probability: 0.91924 },
      tolerance: 1e-4,
    },
    compute: (g) => ({
      probability: worthwhileProbability(
        { mean: num(g, 'gap_points'), sd: num(g, 'sd_points') },
        exactly(num(g, 'extra_usd')),
        exactly(num(g, 'stakes_usd')),
      ),
    }),
  },
  {
    id: 'pilot-size',
    title: 'Items of a paired pilot (McNemar)',
    equation: '((z_a sqrt(psi) + z_b sqrt(psi - delta^2)) / delta)^2',
    parameters: [
      {
        key: 'discordance',
        unit: 'share of items',
        min: 1e-6,
        max: 1,
        description: 'psi, share on which exactly one is right',
      },
      {
        key: 'gap',
        unit: 'share of items',
        min: 1e-6,
        max: 1,
        description: 'delta, difference worth seeing',
      },
      {
        key: 'power',
        unit: 'probability',
        min: 0.5,
        max: 0.999,
        default: 0.8,
        description: 'chance of seeing it',
      },
      {
        key: 'alpha',
        unit: 'probability',
        min: 1e-6,
        max: 0.5,
        default: 0.05,
        description: 'two-sided error',
      },
    ],
    results: [{ key: 'items', unit: 'items' }],
    source: 'Connor 1987, as in https://arxiv.org/abs/2605.30315',
    validity: 'gap up to the discordance; the exact test wants about 5 % more',
    example: {
      arguments: { discordance: 0.1, gap: 0.03 },
      results: { items: 870 },
      tolerance: 1e-9,
    },
    compute: (g) => ({
      items: pilotItems({
        discordance: num(g, 'discordance'),
        gap: num(g, 'gap'),
        power: num(g, 'power'),
        alpha: num(g, 'alpha'),
      }),
    }),
  },
  {
    id: 'cascade',
    title: 'Quality and cost of a cascade',
    equation: 'p = q(1 - spec) + (1 - q) sens; cost = small + checker + p x large',
    parameters: [
      { key: 'quality_small', ...share, description: 'share the small model gets right' },
      { key: 'sensitivity', ...share, description: 'share of its mistakes that the checker stops' },
      { key: 'specificity', ...share, description: 'share of its right answers that pass' },
      {
        key: 'large_right_when_small_wrong',
        ...share,
        description: 'large model on the small one’s mistakes',
      },
      {
        key: 'large_right_when_small_right',
        ...share,
        description: 'large model on the small one’s right answers',
      },
      { key: 'small_usd', ...usd, description: 'small model per request' },
      { key: 'verifier_usd', ...usd, default: 0, description: 'checker per request' },
      { key: 'large_usd', ...usd, description: 'large model per request' },
    ],
    results: [
      { key: 'escalated_share', unit: 'share' },
      { key: 'quality', unit: 'share right' },
      { key: 'usd_per_request', unit: 'USD' },
    ],
    source: 'docs/method.md; what counts is the large model on the items the small one misses',
    validity: 'a checker whose sensitivity and specificity add up to 1 is worth a coin',
    example: {
      arguments: {
        quality_small: 0.8,
        sensitivity: 0.7,
        specificity: 0.85,
        large_right_when_small_wrong: 0.55,
        large_right_when_small_right: 0.95,
        small_usd: 0.001,
        verifier_usd: 0.0005,
        large_usd: 0.03,
      },
      results: { escalated_share: 0.26, quality: 0.871, usd_per_request: 0.0093 },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const r = cascade({
        qualitySmall: num(g, 'quality_small'),
        sensitivity: num(g, 'sensitivity'),
        specificity: num(g, 'specificity'),
        qualityLargeWhenSmallWrong: num(g, 'large_right_when_small_wrong'),
        qualityLargeWhenSmallRight: num(g, 'large_right_when_small_right'),
        smallUsd: num(g, 'small_usd'),
        verifierUsd: num(g, 'verifier_usd'),
        largeUsd: num(g, 'large_usd'),
      })
      return {
        escalated_share: r.escalatedShare,
        quality: r.quality,
        usd_per_request: r.usdPerRequest,
      }
    },
  },
  {
    id: 'logit-shift',
    title: 'A measured gain carried to another level',
    equation: 'logit(p) + logit(m + gain) - logit(m)',
    parameters: [
      { key: 'percent', unit: 'percent', min: 0.1, max: 99.9, description: 'level to shift' },
      {
        key: 'measured_at',
        unit: 'percent',
        min: 0.1,
        max: 99.9,
        description: 'level at which the gain was measured',
      },
      { key: 'gain_points', unit: 'points', description: 'measured gain' },
    ],
    results: [{ key: 'percent', unit: 'percent' }],
    source: 'scores by size are near-linear in logits',
    validity: 'the shifted measured level stays between 0.1 and 99.9 percent',
    example: {
      arguments: { percent: 89.1, measured_at: 73.7, gain_points: 10.6 },
      results: { percent: 94.0 },
      tolerance: 1e-3,
    },
    compute: (g) => ({
      percent: shiftedInLogits(num(g, 'percent'), num(g, 'measured_at'), num(g, 'gain_points'))
        .percent,
    }),
  },
]
