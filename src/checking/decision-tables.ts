import { DECISION_ASKS } from './decision-asks.ts'
import { inputsOf } from './inputs.ts'
import type { Case, LeftOut, Row, Table } from './table.ts'

const DECISIONS: Table = {
  name: 'decision formulas',
  columns: ['formula', 'inputs', 'output', 'value', 'rel_tol'],
  cases: (row) => [decision(row)],
}

function decision(row: Row): Case | LeftOut {
  const { formula = '', inputs = '', value = '', rel_tol = '', source_url = '' } = row
  const name = `${formula}: ${inputs}`
  const ask = Object.entries(DECISION_ASKS).find(([start]) => formula.startsWith(start))?.[1]
  if (!ask) return { row: name, leftOut: 'no formula of this name is known here' }
  const printed = value.split(';').map(Number)
  const results = typeof ask.results === 'function' ? ask.results(row) : ask.results
  return {
    row: name,
    formula: ask.formula,
    arguments: ask.from(inputsOf(inputs), row),
    expected:
      value === 'never'
        ? 'refused'
        : Object.fromEntries(results.map((key, i) => [key, printed[i] ?? Number.NaN])),
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
