import { normalCdf } from '../decision/normal.ts'
import type { Formula } from '../formula.ts'
import { effortAsSize } from '../quality/effort-as-size.ts'
import { familyGap } from '../quality/family-gap.ts'
import { measuredGap } from '../quality/measured-gap.ts'
import { pairedEvaluation } from '../quality/paired-evaluation.ts'
import { passAtK } from '../quality/pass-at-k.ts'
import { SIZE_SLOPES } from '../quality/size-slopes.ts'
import { wilsonInterval } from '../quality/wilson.ts'
import { applying, arg, NOT_NEGATIVE, named, num } from './arguments.ts'

const BENCHMARKS = Object.keys(SIZE_SLOPES) as (keyof typeof SIZE_SLOPES)[]
const PERCENT = { min: 0, max: 100 } as const
const COUNT = { min: 0, max: 1e6, integer: true } as const
const level = arg('level', 'probability', 'how sure the interval is, two-sided', {
  min: 0.5,
  max: 0.9999,
  default: 0.95,
})

/** What measured scores say about quality, with their error. */
export const QUALITY: readonly Formula[] = [
  {
    id: 'paired-evaluation',
    title: 'Gap between two models on your own items',
    equation: '(only large - only small) / n; Newcombe interval, exact McNemar p',
    parameters: [
      arg('both_right', 'items', 'both models right', COUNT),
      arg('only_large', 'items', 'only the larger model right', COUNT),
      arg('only_small', 'items', 'only the smaller model right', COUNT),
      arg('both_wrong', 'items', 'neither right', COUNT),
      arg('required_points', 'points', 'lead that pays for the larger model', {
        min: -100,
        max: 100,
        default: 0,
      }),
      level,
    ],
    results: [
      { key: 'gap_points', unit: 'points' },
      { key: 'low_points', unit: 'points' },
      { key: 'high_points', unit: 'points' },
      { key: 'sd_points', unit: 'points' },
      { key: 'discordance', unit: 'share of items' },
      { key: 'p_value', unit: 'probability' },
      { key: 'chance_above_required', unit: 'probability' },
    ],
    source: 'Newcombe 1998, Stat. Med. 17:2635; McNemar 1947, Psychometrika 12:153',
    validity: 'both models on the same items, items independent; replaces benchmark expectations',
    example: {
      arguments: { both_right: 14, only_large: 5, only_small: 0, both_wrong: 22 },
      results: { gap_points: 12.195, low_points: 1.148, high_points: 22.649, p_value: 0.0625 },
      tolerance: 1e-3,
    },
    compute: (g) => {
      const r = pairedEvaluation(
        {
          bothRight: num(g, 'both_right'),
          onlyLarge: num(g, 'only_large'),
          onlySmall: num(g, 'only_small'),
          bothWrong: num(g, 'both_wrong'),
        },
        num(g, 'level'),
      )
      return {
        gap_points: r.gap,
        low_points: r.low,
        high_points: r.high,
        sd_points: r.sd,
        discordance: r.discordance,
        p_value: r.pValue,
        chance_above_required: normalCdf((r.gap - num(g, 'required_points')) / r.sd),
      }
    },
  },
  {
    id: 'wilson-interval',
    title: 'Interval of a share right',
    equation: '(p + z^2/2n +- z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n)',
    parameters: [
      arg('right', 'items', 'items right', { min: 0, max: 1e9, integer: true }),
      arg('items', 'items', 'n, items in all', { min: 1, max: 1e9, integer: true }),
      level,
    ],
    results: [
      { key: 'low', unit: 'share right' },
      { key: 'high', unit: 'share right' },
    ],
    source: 'Wilson 1927, https://doi.org/10.1080/01621459.1927.10502953',
    validity: 'items independent of each other; right at most items',
    example: {
      arguments: { right: 81, items: 263 },
      results: { low: 0.2553, high: 0.3662 },
      tolerance: 1e-3,
    },
    compute: (g) => ({ ...wilsonInterval(num(g, 'right'), num(g, 'items'), num(g, 'level')) }),
  },
  {
    id: 'measured-gap',
    title: 'Gap between two measured sizes of a family',
    equation: 'large - small; sd sqrt(p1(1-p1)/n1 + p2(1-p2)/n2)',
    parameters: [
      arg('large_percent', 'percent', 'score of the larger size', PERCENT),
      arg('small_percent', 'percent', 'score of the smaller size', PERCENT),
      arg('large_items', 'items', 'items behind it', { min: 1, max: 1e9 }),
      arg('small_items', 'items', 'items behind it', { min: 1, max: 1e9 }),
      { ...arg('large_harness', 'name', 'harness that scored it'), text: true },
      { ...arg('small_harness', 'name', 'harness that scored it'), text: true },
      { ...arg('large_family', 'name', 'family of the model'), text: true },
      { ...arg('small_family', 'name', 'family of the model'), text: true },
    ],
    results: [
      { key: 'gap_points', unit: 'points' },
      { key: 'sd_points', unit: 'points' },
    ],
    source: 'https://arxiv.org/abs/2411.00640',
    validity: 'one benchmark; scores of two harnesses or two families are refused',
    example: {
      arguments: {
        large_percent: 66.4,
        small_percent: 48.3,
        large_items: 12032,
        small_items: 12032,
        large_harness: 'Meta model card',
        small_harness: 'Meta model card',
        large_family: 'Llama 3.1',
        small_family: 'Llama 3.1',
      },
      results: { gap_points: 18.1, sd_points: 0.6269 },
      tolerance: 1e-3,
    },
    compute: (g) => {
      const score = (which: 'large' | 'small') => ({
        percent: num(g, `${which}_percent`),
        items: num(g, `${which}_items`),
        harness: String(g[`${which}_harness`]),
        family: String(g[`${which}_family`]),
      })
      const r = measuredGap(score('large'), score('small'))
      const refusal = `large_harness and small_harness must be one harness and large_family and small_family one family; received ${g.large_harness} and ${g.small_harness}, ${g.large_family} and ${g.small_family}.`
      return {
        gap_points: applying('gap' in r ? r.gap : r, refusal),
        sd_points: applying('sd' in r ? r.sd : r, refusal),
      }
    },
  },
  {
    id: 'family-gap',
    title: 'Score of another size of a family, from one that was measured',
    equation: 'logit((s - c) / (1 - c)) + slope log2(to / from); sd = error x sqrt(doublings)',
    parameters: [
      arg('benchmark', 'name', 'whose slope, chance and error', { choices: BENCHMARKS }),
      arg('score', 'percent', 'measured score', { min: 0.01, max: 99.99 }),
      arg('from_b', 'billion parameters', 'size that was measured', { min: 0.01, max: 1e5 }),
      arg('to_b', 'billion parameters', 'size asked for', { min: 0.01, max: 1e5 }),
    ],
    results: [
      { key: 'percent', unit: 'percent' },
      { key: 'gap_points', unit: 'points' },
      { key: 'sd_points', unit: 'points' },
    ],
    source:
      'https://github.com/felipemaiapolo/statistical-scaling-law, https://github.com/ryoungj/ObsScaling',
    validity:
      'dense models of one family on the harness of the slope; a measured score of the other size is better',
    example: {
      arguments: { benchmark: 'mmlu-pro', score: 43.7, from_b: 7.6, to_b: 72.7 },
      results: { percent: 69.81, gap_points: 26.11, sd_points: 8.05 },
      tolerance: 1e-3,
    },
    compute: (g) => {
      const slope = SIZE_SLOPES[named(g, 'benchmark', BENCHMARKS)]
      const r = familyGap(slope, num(g, 'score'), num(g, 'from_b'), num(g, 'to_b'))
      return { percent: r.percent, gap_points: r.gap, sd_points: r.sd }
    },
  },
  {
    id: 'effort-as-size',
    title: 'Size that would gain as much as more reasoning',
    equation: '2^((logit(more) - logit(less)) / slope)',
    parameters: [
      arg('less', 'percent', 'score with less reasoning', { min: 0.01, max: 99.99 }),
      arg('more', 'percent', 'score with more reasoning, same harness', { min: 0.01, max: 99.99 }),
      arg('chance', 'percent', 'score of guessing', { min: 0, max: 99, default: 0 }),
      arg('slope', 'logits per doubling', 'gain per doubling of size', {
        min: 0.01,
        max: 2,
        default: 0.32,
      }),
      arg('cost_multiple', 'times', 'cost of an answer with more reasoning over one with less', {
        min: 1,
        max: 1e6,
      }),
    ],
    results: [
      { key: 'doublings', unit: 'doublings of parameters' },
      { key: 'size_multiple', unit: 'times the parameters' },
      { key: 'size_per_cost', unit: 'above 1, thinking is the cheaper way' },
    ],
    source: 'https://github.com/ryoungj/ObsScaling, https://arxiv.org/abs/2408.03314',
    validity: 'a benchmark that follows size; the hardest questions gain little from thinking',
    example: {
      arguments: { less: 60.5, more: 71.2, chance: 25, slope: 0.3113, cost_multiple: 3 },
      results: { doublings: 1.861, size_multiple: 3.633, size_per_cost: 1.211 },
      tolerance: 1e-3,
    },
    compute: (g) => {
      const r = effortAsSize({
        less: num(g, 'less'),
        more: num(g, 'more'),
        chance: num(g, 'chance'),
        slopePerDoubling: num(g, 'slope'),
        costMultiple: num(g, 'cost_multiple'),
      })
      return {
        doublings: r.doublings,
        size_multiple: r.sizeMultiple,
        size_per_cost: r.sizePerCost,
      }
    },
  },
  {
    id: 'pass-at-k',
    title: 'Share solved when any of k answers may be right',
    equation: '1 - C(n - right, k) / C(n, k)',
    parameters: [
      arg('answers', 'answers', 'n, answers sampled', { min: 1, max: 1e5, integer: true }),
      arg('right', 'answers', 'of these right', { ...NOT_NEGATIVE, integer: true }),
      arg('k', 'answers', 'answers allowed', { min: 1, max: 1e5, integer: true }),
    ],
    results: [{ key: 'share', unit: 'share solved' }],
    source: 'https://arxiv.org/abs/2107.03374',
    validity: 'where a check finds the right answer among them; right and k at most n',
    example: {
      arguments: { answers: 10, right: 3, k: 5 },
      results: { share: 0.9167 },
      tolerance: 1e-4,
    },
    compute: (g) => ({ share: passAtK(num(g, 'answers'), num(g, 'right'), num(g, 'k')) }),
  },
]
