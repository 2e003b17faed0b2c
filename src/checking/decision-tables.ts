import type { Arguments } from '../engine/formula.ts'
import { inputsOf, picked } from './inputs.ts'
import type { Case, LeftOut, Row, Table } from './table.ts'

type Inputs = Readonly<Record<string, number>>
/** A formula, the results that a row prints in order, and its arguments from the row's inputs. */
type Ask = Readonly<{ formula: string; results: readonly string[]; from: (i: Inputs) => Arguments }>

/** The table states these in the name of its output. */
const EVSI_TERMS = { requests: 100_000, usd_per_item: 1.5 } as const

/** By the beginning of the formula's name in the table. */
const ASKS: Readonly<Record<string, Ask>> = {
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
  'EVPI per query': {
    formula: 'perfect-information',
    results: ['usd'],
    from: (i) => picked(i, { mean_usd: 'mu', sd_usd: 's' }),
  },
  'EVSI per query': {
    formula: 'value-of-information',
    results: ['sample_usd_per_request', 'net_usd'],
    from: (i) => ({
      ...picked(i, {
        stakes_usd: 'V+C',
        extra_usd: 'dc',
        uplift_mean: 'prior uplift mean',
        uplift_sd: 'sd',
        discordance: 'discordance',
        items: 'n',
      }),
      ...EVSI_TERMS,
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
  'MFU over billed hours': {
    formula: 'mfu',
    results: ['mfu'],
    from: (i) => picked(i, { flops: '6ND', gpu_hours: 'h', peak_tflops: 'peak' }),
  },
}

const DECISIONS: Table = {
  name: 'decision formulas',
  columns: ['formula', 'inputs', 'output', 'value', 'rel_tol'],
  cases: (row) => [decision(row)],
}

function decision(row: Row): Case | LeftOut {
  const { formula = '', inputs = '', value = '', rel_tol = '', source_url = '' } = row
  const name = `${formula}: ${inputs}`
  const ask = Object.entries(ASKS).find(([start]) => formula.startsWith(start))?.[1]
  if (!ask) return { row: name, leftOut: 'no formula of this name is known here' }
  const printed = value.split(';').map(Number)
  return {
    row: name,
    formula: ask.formula,
    arguments: ask.from(inputsOf(inputs)),
    expected:
      value === 'never'
        ? 'refused'
        : Object.fromEntries(ask.results.map((key, i) => [key, printed[i] ?? Number.NaN])),
    tolerance: { relative: Number(rel_tol) },
    source: source_url,
  }
}

const SAMPLE_SIZES: Table = {
  name: 'sample sizes',
  columns: ['design', 'discordance_psi', 'delta', 'n_power80', 'n_power90', 'alpha'],
  cases: (row) =>
    (['n_power80', 'n_power90'] as const).flatMap((column) => sampleSize(row, column)),
}

function sampleSize(row: Row, column: 'n_power80' | 'n_power90'): readonly (Case | LeftOut)[] {
  const { design = '', discordance_psi = '', delta = '', p1 = '', p2 = '', alpha = '' } = row
  const items = row[column]
  if (!items) return []
  const power = column === 'n_power80' ? 0.8 : 0.9
  const common = {
    row: `${design}: ${discordance_psi || `${p1} and ${p2}`}, ${delta}, power ${power}`,
    expected: { items: Number(items) },
    tolerance: { decimals: 0 },
    source: row.source_url ?? '',
  }
  const test = { power, alpha: Number(alpha) }
  if (design.startsWith('paired'))
    return [
      {
        ...common,
        formula: 'pilot-size',
        arguments: { discordance: Number(discordance_psi), gap: Number(delta), ...test },
      },
    ]
  if (design.startsWith('independent'))
    return [
      {
        ...common,
        formula: 'independent-sample-size',
        arguments: { share_a: Number(p1), share_b: Number(p2), ...test },
      },
    ]
  return [{ row: common.row, leftOut: 'the variance stands in a note, not in a column' }]
}

export const DECISION_TABLES: readonly Table[] = [DECISIONS, SAMPLE_SIZES]
