import type { Arguments } from '../engine/formula.ts'
import { picked } from './inputs.ts'
import type { Row } from './table.ts'

export type Inputs = Readonly<Record<string, number>>

/** A formula, the results that a row prints in order, and its arguments from the row's inputs. */
export type Ask = Readonly<{
  formula: string
  results: readonly string[] | ((row: Row) => readonly string[])
  from: (inputs: Inputs, row: Row) => Arguments
}>

/** By the beginning of the formula's name in the table; the first that fits counts. */
export const DECISION_ASKS: Readonly<Record<string, Ask>> = {
  'break_even_uplift with review': {
    formula: 'required-uplift',
    results: ['uplift'],
    from: (i) => {
      const { dc = NaN, V = NaN, C = NaN, h = NaN, r = NaN } = i
      return { extra_usd: dc, value_usd: V, error_cost_usd: (1 - h) * C + h * r }
    },
  },
  break_even_uplift: {
    formula: 'required-uplift',
    results: ['uplift'],
    from: (i) => picked(i, { extra_usd: 'dc', value_usd: 'V', error_cost_usd: 'C' }),
  },
  net_value: {
    formula: 'net-value',
    results: ['usd_per_request'],
    from: (i) => picked(i, { quality: 'q', value_usd: 'V', error_cost_usd: 'C', cost_usd: 'c' }),
  },
  cascade: { formula: 'cascade', results: cascadeResults, from: cascadeArguments },
  'fixed-cost pay-back': {
    formula: 'payback-queries',
    results: ['requests'],
    from: (i) =>
      picked(i, {
        fixed_usd: 'F',
        big_usd: 'c_big',
        small_usd: 'c_small',
        quality_change: 'dq',
        stakes_usd: 'V+C',
      }),
  },
  'PGR=': {
    formula: 'gap-recovered',
    results: ['share'],
    from: (i) => picked(i, { weak: 'weak', strong: 'strong', score: 'router' }),
  },
  'router saving': {
    formula: 'router-cost',
    results: ['saved_share'],
    from: (i) => picked(i, { strong_share: 'p', weak_usd: 'c_w', strong_usd: 'c_s' }),
  },
  'EVPI per query': {
    formula: 'perfect-information',
    results: ['usd'],
    from: (i) => picked(i, { mean_usd: 'mu', sd_usd: 's' }),
  },
  'EVSI per query': {
    formula: 'value-of-information',
    results: ['sample_usd_per_request', 'net_usd'],
    from: (i, row) => ({
      ...picked(i, {
        stakes_usd: 'V+C',
        extra_usd: 'dc',
        uplift_mean: 'prior uplift mean',
        uplift_sd: 'sd',
        discordance: 'discordance',
        items: 'n',
      }),
      ...evaluationTerms(row),
    }),
  },
  'price decline half-life': {
    formula: 'price-half-life',
    results: ['months'],
    from: (i) => picked(i, { fold_per_year: 'g' }),
  },
  'density doubling': {
    formula: 'fold-per-year',
    results: ['fold_per_year'],
    from: (i) => picked(i, { months: 't' }),
  },
  'test-time budget matching': {
    formula: 'test-time-budget',
    results: ['inference_multiple'],
    from: (i) => picked(i, { size_ratio: 'M', tokens_ratio: 'R' }),
  },
  'speculative decoding': {
    formula: 'speculative-decoding',
    results: ({ output = '' }) => [output.startsWith('tokens') ? 'tokens_per_step' : 'speedup'],
    from: ({ a = NaN, c = 0, k = NaN, g = k }) => ({
      acceptance: a,
      drafted: g,
      draft_share: c,
    }),
  },
  'MFU over billed hours': {
    formula: 'mfu',
    results: ['mfu'],
    from: (i) => picked(i, { flops: '6ND', gpu_hours: 'h', peak_tflops: 'peak' }),
  },
  'P(uplift': {
    formula: 'worthwhile-probability',
    results: ['probability'],
    // With one dollar at stake the uplift that pays is the extra cost itself.
    from: ({ dq = NaN, SD = NaN, 'dq*': required = NaN }) => ({
      gap_points: 100 * dq,
      sd_points: 100 * SD,
      extra_usd: required,
      stakes_usd: 1,
    }),
  },
  'SE of paired gap': {
    formula: 'paired-gap-error',
    results: ['error'],
    from: (i) => picked(i, { discordance: 'psi', gap: 'delta', items: 'n' }),
  },
  discordance: {
    formula: 'discordance',
    results: ['discordance'],
    from: (i) => picked(i, { share_a: 'p1', share_b: 'p2', correlation: 'rho' }),
  },
}

/** The table states these in the name of its output: `ENBS at 100k queries, 1.50 per label`. */
function evaluationTerms({ output = '' }: Row): Arguments {
  const [, count = '', scale = '', label = ''] =
    /at ([\d.]+)([kM]?) queries, \$?([\d.]+) per label/.exec(output) ?? []
  const times = { k: 1e3, M: 1e6 }[scale] ?? 1
  return { requests: Number(count) * times, usd_per_item: Number(label) }
}

/** Names of a cascade's inputs once case, spaces and underscores are gone. */
const CASCADE_NAMES = {
  quality_small: ['qs', 'qsmall'],
  sensitivity: ['sens', 'sensitivity'],
  specificity: ['spec', 'specificity'],
  large_right_when_small_wrong: ['ql|sw', 'ql|smallwrong', 'qlarge|smallwrong'],
  large_right_when_small_right: ['ql|sr', 'ql|smallright', 'qlarge|smallright'],
  small_usd: ['cs', 'csmall'],
  verifier_usd: ['cv', 'cverifier', 'cverify'],
  large_usd: ['cl', 'clarge', 'cbig'],
} as const

function cascadeArguments(inputs: Inputs): Arguments {
  const plain = new Map(
    Object.entries(inputs).map(([name, v]) => [name.toLowerCase().replace(/[_\s]/g, ''), v]),
  )
  return Object.fromEntries(
    Object.entries(CASCADE_NAMES).map(([key, names]) => [
      key,
      names.map((name) => plain.get(name)).find((v) => v !== undefined) ?? Number.NaN,
    ]),
  )
}

/** A cascade's rows name their results in words of their own. */
function cascadeResults({ output = '' }: Row): readonly string[] {
  return output.split(';').map((name) => {
    if (/esc/i.test(name)) return 'escalated_share'
    return /^\s*(cost|c\b|usd)/i.test(name) ? 'usd_per_request' : 'quality'
  })
}
