import { valueOfInformation } from '../decision/expected-value-of-information.ts'
import { gapRecovered } from '../decision/gap-recovered.ts'
import { foldPerYear, priceHalfLifeMonths } from '../decision/price-half-life.ts'
import type { Formula } from '../formula.ts'
import { gapSd, logitGap } from '../quality/size-gap.ts'
import { arg, NOT_NEGATIVE, named, num, SHARE } from './arguments.ts'

const SKILLS = ['general', 'maths'] as const
const TRENDS = 'https://epoch.ai/data-insights/llm-inference-price-trends'
const fold = arg('fold_per_year', 'times a year', 'fall of the price', { min: 1.000001, max: 1e6 })

export const INFORMATION: readonly Formula[] = [
  {
    id: 'value-of-information',
    title: 'What a pilot is worth before it is run',
    equation: "s' phi(|mu|/s') - |mu| Phi(-|mu|/s'), s' = s sqrt(s^2 / (s^2 + v/n)); net of labels",
    parameters: [
      arg('stakes_usd', 'USD', 'V + C', NOT_NEGATIVE),
      arg('extra_usd', 'USD', 'extra cost of one request'),
      arg('uplift_mean', 'share', 'expected uplift', { min: -1, max: 1 }),
      arg('uplift_sd', 'share', 'its standard deviation', SHARE),
      arg('discordance', 'share of items', 'share on which exactly one is right', SHARE),
      arg('items', 'items', 'size of the pilot', { min: 1, integer: true }),
      arg('usd_per_item', 'USD', 'label and answers of one item', NOT_NEGATIVE),
      arg('requests', 'requests', 'requests the decision holds for', NOT_NEGATIVE),
    ],
    results: [
      { key: 'perfect_usd', unit: 'USD' },
      { key: 'sample_usd', unit: 'USD' },
      { key: 'sample_usd_per_request', unit: 'USD' },
      { key: 'net_usd', unit: 'USD' },
    ],
    source: 'https://en.wikipedia.org/wiki/Expected_value_of_sample_information',
    validity: 'normal belief about the uplift; discordance at least its square',
    example: {
      arguments: {
        stakes_usd: 2.5,
        extra_usd: 0.04,
        uplift_mean: 0.02,
        uplift_sd: 0.03,
        discordance: 0.15,
        items: 500,
        usd_per_item: 1.5,
        requests: 100000,
      },
      results: {
        perfect_usd: 2518.6,
        sample_usd: 2122.7,
        sample_usd_per_request: 0.021227,
        net_usd: 1372.7,
      },
      tolerance: 1e-3,
    },
    compute: (g) => {
      const r = valueOfInformation(
        {
          stakesUsd: num(g, 'stakes_usd'),
          extraUsd: num(g, 'extra_usd'),
          upliftMean: num(g, 'uplift_mean'),
          upliftSd: num(g, 'uplift_sd'),
        },
        {
          discordance: num(g, 'discordance'),
          items: num(g, 'items'),
          usdPerItem: num(g, 'usd_per_item'),
          requests: num(g, 'requests'),
        },
      )
      return {
        perfect_usd: r.perfectUsd,
        sample_usd: r.sampleUsd,
        sample_usd_per_request: r.sampleUsdPerRequest,
        net_usd: r.netUsd,
      }
    },
  },
  {
    id: 'price-half-life',
    title: 'Months in which a price halves',
    equation: '12 ln 2 / ln g',
    parameters: [fold],
    results: [{ key: 'months', unit: 'months' }],
    source: TRENDS,
    validity: 'at most a year ahead; fits rest on four to nine prices',
    example: {
      arguments: { fold_per_year: 9 },
      results: { months: 3.786 },
      tolerance: 1e-3,
    },
    compute: (g) => ({ months: priceHalfLifeMonths(num(g, 'fold_per_year')) }),
  },
  {
    id: 'fold-per-year',
    title: 'Fold per year of what doubles in so many months',
    equation: '2^(12 / months)',
    parameters: [arg('months', 'months', 'months to double or halve', { min: 0.1, max: 1e4 })],
    results: [{ key: 'fold_per_year', unit: 'times a year' }],
    source: TRENDS,
    validity: 'a steady trend',
    example: {
      arguments: { months: 3.5 },
      results: { fold_per_year: 10.767 },
      tolerance: 1e-3,
    },
    compute: (g) => ({ fold_per_year: foldPerYear(num(g, 'months')) }),
  },
  {
    id: 'gap-recovered',
    title: 'Share of the gap that a router recovers',
    equation: '(score - weak) / (strong - weak)',
    parameters: [
      arg('weak', 'score', 'score of the weak model'),
      arg('strong', 'score', 'score of the strong model'),
      arg('score', 'score', 'score of the router or cascade'),
    ],
    results: [{ key: 'share', unit: 'share of the gap' }],
    source: 'https://arxiv.org/abs/2406.18665',
    validity: 'one benchmark on one harness; strong above weak',
    example: {
      arguments: { weak: 7.9, strong: 9.3, score: 8.8 },
      results: { share: 0.6429 },
      tolerance: 1e-3,
    },
    compute: (g) => ({ share: gapRecovered(num(g, 'weak'), num(g, 'strong'), num(g, 'score')) }),
  },
  {
    id: 'size-gap',
    title: 'Score of another size of the same family',
    equation: 'logit((s - c) / (1 - c)) + slope x doublings; sd 4 (maths 9) x sqrt(doublings)',
    parameters: [
      arg('score', 'percent', 'measured score', { min: 0.01, max: 99.99 }),
      arg('chance', 'percent', 'score of guessing', { min: 0, max: 99, default: 0 }),
      arg('slope', 'logits per doubling', 'gain per doubling', { min: -2, max: 2, default: 0.32 }),
      arg('doublings', 'doublings', 'log2 of the ratio of parameters', { min: -12, max: 12 }),
      arg('skill', 'name', 'whose error to state', { choices: SKILLS }),
    ],
    results: [
      { key: 'percent', unit: 'percent' },
      { key: 'sd_points', unit: 'points' },
    ],
    source:
      'https://github.com/felipemaiapolo/statistical-scaling-law, https://github.com/ryoungj/ObsScaling',
    validity: 'inside one family and harness; not for groundedness, which does not follow size',
    example: {
      arguments: { score: 50, chance: 25, slope: 0.32, doublings: 1 },
      results: { percent: 55.58, sd_points: 4 },
      tolerance: 1e-3,
    },
    compute: (g) => ({
      percent: logitGap({
        score: num(g, 'score'),
        chance: num(g, 'chance'),
        slopePerDoubling: num(g, 'slope'),
        doublings: num(g, 'doublings'),
      }),
      sd_points: gapSd(num(g, 'doublings'), named(g, 'skill', SKILLS)),
    }),
  },
]
