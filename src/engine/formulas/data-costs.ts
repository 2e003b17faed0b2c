import { dataExchange } from '../cost/data-exchange.ts'
import { DATA_PRICES } from '../cost/data-prices.ts'
import { labellingUsd } from '../cost/labelling.ts'
import { syntheticDataUsd } from '../cost/synthetic-data.ts'
import { textLicenceUsd } from '../cost/text-licence.ts'
import { textReplacementUsd } from '../cost/text-replacement.ts'
import type { Formula } from '../formula.ts'
import { arg, NOT_NEGATIVE, num, SHARE } from './arguments.ts'

const tokens = arg('tokens', 'tokens', 'tokens of text', { min: 0, max: 1e18 })
const wordsPerToken = arg('words_per_token', 'words', 'words per token', {
  min: 0.05,
  max: 2,
  default: DATA_PRICES.wordsPerToken.value,
})
const usdPerWord = arg('usd_per_word', 'USD', 'licence of one word', {
  min: 0,
  max: 100,
  default: DATA_PRICES.licensedWord.value,
})

export const DATA_COSTS: readonly Formula[] = [
  {
    id: 'text-licence',
    title: 'Price of licensed text',
    equation: 'tokens x words per token x price of a word',
    parameters: [tokens, wordsPerToken, usdPerWord],
    results: [{ key: 'usd', unit: 'USD' }],
    source: DATA_PRICES.licensedWord.source,
    validity: 'press figures of 2024; single deals differ a hundredfold',
    example: { arguments: { tokens: 1e6 }, results: { usd: 750 }, tolerance: 1e-9 },
    compute: (g) => ({
      usd: textLicenceUsd(num(g, 'tokens'), num(g, 'words_per_token'), num(g, 'usd_per_word')),
    }),
  },
  {
    id: 'text-replacement',
    title: 'Cost of having text written anew',
    equation: 'tokens x words per token x wage / (words a minute x 60)',
    parameters: [
      tokens,
      wordsPerToken,
      arg('usd_per_hour', 'USD', "a writer's hour", {
        min: 0,
        max: 1e4,
        default: DATA_PRICES.writersHour.value,
      }),
      arg('words_per_minute', 'words', 'typed by a writer', {
        min: 0.1,
        max: 1000,
        default: DATA_PRICES.writtenWords.value,
      }),
    ],
    results: [{ key: 'usd', unit: 'USD' }],
    source: DATA_PRICES.writersHour.source,
    validity: 'typing alone; a lower bound',
    example: { arguments: { tokens: 1e12 }, results: { usd: 6.25e9 }, tolerance: 1e-9 },
    compute: (g) => ({
      usd: textReplacementUsd({
        tokens: num(g, 'tokens'),
        wordsPerToken: num(g, 'words_per_token'),
        usdPerHour: num(g, 'usd_per_hour'),
        wordsPerMinute: num(g, 'words_per_minute'),
      }),
    }),
  },
  {
    id: 'data-exchange',
    title: 'What "free" use costs when data is the price',
    equation: 'paid bill - tokens x words per token x price of a word',
    parameters: [
      tokens,
      wordsPerToken,
      usdPerWord,
      arg('usd_of_paid_use', 'USD', 'the same use with data kept back', NOT_NEGATIVE),
    ],
    results: [
      { key: 'data_usd', unit: 'USD the data would fetch' },
      { key: 'net_usd', unit: 'USD gained (negative: lost)' },
    ],
    source: DATA_PRICES.licensedWord.source,
    validity: 'secrets and rights of people have no price here',
    example: {
      arguments: { tokens: 2e6, usd_of_paid_use: 10 },
      results: { data_usd: 1500, net_usd: -1490 },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const { dataUsd, netUsd } = dataExchange({
        tokens: num(g, 'tokens'),
        wordsPerToken: num(g, 'words_per_token'),
        usdPerWord: num(g, 'usd_per_word'),
        usdOfPaidUse: num(g, 'usd_of_paid_use'),
      })
      return { data_usd: dataUsd, net_usd: netUsd }
    },
  },
  {
    id: 'labelling-cost',
    title: 'Cost of labelling',
    equation: 'items x (labels x price + reviewed share x price of a review)',
    parameters: [
      arg('items', 'items', 'items to label', NOT_NEGATIVE),
      arg('labels_per_item', 'labels', 'labels of each item', { min: 0, max: 100, default: 1 }),
      arg('usd_per_label', 'USD', 'one label', { min: 0, default: DATA_PRICES.modelLabel.value }),
      arg('reviewed_share', 'share', 'items reviewed by an expert', { ...SHARE, default: 0 }),
      arg('usd_per_review', 'USD', 'one review', { min: 0, default: 0 }),
    ],
    results: [{ key: 'usd', unit: 'USD' }],
    source: `${DATA_PRICES.modelLabel.source}; the default is a label by a model`,
    validity: 'crowds take about $0.08 and experts about $1 a label, by weak sources',
    example: {
      arguments: {
        items: 10000,
        labels_per_item: 3,
        usd_per_label: 0.08,
        reviewed_share: 0.1,
        usd_per_review: 1,
      },
      results: { usd: 3400 },
      tolerance: 1e-9,
    },
    compute: (g) => ({
      usd: labellingUsd({
        items: num(g, 'items'),
        labelsPerItem: num(g, 'labels_per_item'),
        usdPerLabel: num(g, 'usd_per_label'),
        reviewedShare: num(g, 'reviewed_share'),
        usdPerReview: num(g, 'usd_per_review'),
      }),
    }),
  },
  {
    id: 'synthetic-data-cost',
    title: 'Cost of synthetic examples',
    equation: 'examples kept / share kept x (example + check)',
    parameters: [
      arg('examples_kept', 'examples', 'examples that pass', NOT_NEGATIVE),
      arg('kept_share', 'share', 'examples that pass the check', {
        min: 0.001,
        max: 1,
        default: 1,
      }),
      arg('usd_per_example', 'USD', 'one answer of the teacher', NOT_NEGATIVE),
      arg('usd_per_check', 'USD', 'one check', { min: 0, default: 0 }),
    ],
    results: [{ key: 'usd', unit: 'USD' }],
    source: 'arithmetic; collapse without real data: https://arxiv.org/abs/2404.01413',
    validity: 'real data must stay in the mix',
    example: {
      arguments: {
        examples_kept: 10000,
        kept_share: 0.8,
        usd_per_example: 0.03,
        usd_per_check: 0.002,
      },
      results: { usd: 400 },
      tolerance: 1e-9,
    },
    compute: (g) => ({
      usd: syntheticDataUsd({
        examplesKept: num(g, 'examples_kept'),
        keptShare: num(g, 'kept_share'),
        usdPerExample: num(g, 'usd_per_example'),
        usdPerCheck: num(g, 'usd_per_check'),
      }),
    }),
  },
]
