import type { Arguments } from '../engine/formula.ts'
import type { CHINCHILLA_FITS } from '../engine/scaling/constants.ts'
import { numberIn } from './columns.ts'
import { inputsOf } from './inputs.ts'
import type { Case, LeftOut, Row, Table } from './table.ts'

/** Fits by the names the tables give them. */
const FIT_NAMES: Readonly<Record<string, keyof typeof CHINCHILLA_FITS>> = {
  hoffmann_printed: 'hoffmann-2022-printed',
  hoffmann_sardana_rounding: 'sardana-2024',
  hoffmann_unrounded_log_params: 'hoffmann-2022-unrounded',
  besiroglu_final_lbfgs: 'besiroglu-2024',
  besiroglu_as_printed: 'besiroglu-2024-printed',
  muennighoff_c4: 'muennighoff-2023',
}

type Inputs = Readonly<Record<string, number>>
type Ask = Readonly<{ formula: string; results: readonly string[]; arguments: Arguments }>

/** A law as the table names it, as a question; undefined where none is known. */
function lawOf(law: string, i: Inputs): Ask | undefined {
  const [name = '', fitName = ''] = law.split(':')
  const fit = FIT_NAMES[fitName]
  const kaplan = (of: string, amount: number | undefined): Ask => ({
    formula: 'kaplan-loss',
    results: ['loss'],
    arguments: { of, amount: amount ?? Number.NaN },
  })
  switch (name) {
    case 'kaplan_L_N':
      return kaplan('parameters', i.N)
    case 'kaplan_L_D':
      return kaplan('tokens', i.D)
    case 'kaplan_L_Cmin':
      return kaplan('pf-days', i.C)
    case 'kaplan_L_C':
      return kaplan('pf-days-fixed-batch', i.C)
    case 'kaplan_L_ND':
      return {
        formula: 'kaplan-joint-loss',
        results: ['loss'],
        arguments: { parameters: i.N ?? Number.NaN, tokens: i.D ?? Number.NaN },
      }
    case 'kaplan_L_NS':
      return {
        formula: 'kaplan-steps-loss',
        results: ['loss'],
        arguments: { parameters: i.N ?? Number.NaN, steps: i.S ?? Number.NaN },
      }
    case 'kaplan_Bcrit':
      return {
        formula: 'critical-batch',
        results: ['tokens'],
        arguments: { loss: i.L ?? Number.NaN },
      }
    case 'chinchilla_opt':
      return (
        fit && {
          formula: 'chinchilla-optimum',
          results: ['parameters', 'tokens', 'tokens_per_parameter', 'loss'],
          arguments: { flops: i.C ?? Number.NaN, fit },
        }
      )
    case 'chinchilla_L':
      return (
        fit && {
          formula: 'chinchilla-loss',
          results: ['loss'],
          arguments: { parameters: i.N ?? Number.NaN, tokens: i.D ?? Number.NaN, fit },
        }
      )
    case 'deepseek_llm':
      return {
        formula: 'deepseek-optimum',
        results: ['flops_per_token', 'tokens'],
        arguments: { flops: i.C ?? Number.NaN },
      }
    default:
      return undefined
  }
}

const LAWS: Table = {
  name: 'scaling laws',
  columns: ['law', 'inputs', 'output', 'value', 'rel_tol'],
  cases: ({ law = '', inputs = '', value = '', rel_tol = '', source_url = '' }) => {
    const row = `${law}: ${inputs}`
    const ask = lawOf(law, inputsOf(inputs))
    if (!ask) return [{ row, leftOut: 'a published headline whose fit is not printed with it' }]
    const printed = value.split(';').map(Number)
    return [
      {
        row,
        formula: ask.formula,
        arguments: ask.arguments,
        expected: expectedOf(ask.results, printed),
        tolerance: { relative: Number(rel_tol) },
        source: source_url,
      },
    ]
  },
}

/** Sizes with their compute and tokens; 6 N D must give the compute that is printed. */
const COMPUTE: Table = {
  name: 'compute-optimal sizes',
  columns: ['table', 'params', 'flops_published', 'tokens_published', 'rel_tol'],
  cases: (row) => {
    const name = `${row.table}: ${row.params} parameters`
    const [parameters, tokens, flops] = ['params', 'tokens_published', 'flops_published'].map(
      (column) => numberIn(row, column) ?? Number.NaN,
    ) as [number, number, number]
    const common = {
      row: name,
      tolerance: { relative: Number(row.rel_tol) },
      source: row.source_url ?? '',
    }
    const off = (6 * parameters * tokens) / flops
    const compute: Case | LeftOut =
      off > 2 || off < 0.5
        ? {
            row: name,
            leftOut: `a misprint: 6 N D is ${off.toPrecision(2)} times the compute printed`,
          }
        : {
            ...common,
            formula: 'training-flops',
            arguments: { parameters, tokens },
            expected: { flops },
          }
    const closedForm = numberIn(row, 'flops_from_sardana_constants')
    return closedForm === undefined
      ? [compute]
      : [
          compute,
          {
            ...common,
            row: `${name}, closed form`,
            formula: 'chinchilla-optimum',
            arguments: { flops: closedForm, fit: 'sardana-2024' },
            expected: { parameters },
          },
        ]
  },
}

const REPEATED: Table = {
  name: 'repeated data',
  columns: ['case', 'inputs', 'output', 'value', 'rel_tol'],
  cases: (row) => [repeated(row)],
}

/** Results of the best split of a budget, by the beginning of the names that the table gives them. */
const OPTIMUM_NAMES = [
  ['epochs', 'epochs'],
  ['N', 'parameters'],
  ['D', 'tokens'],
  ['L', 'loss'],
  ['loss', 'loss'],
] as const

function repeated({
  case: kind = '',
  inputs = '',
  output = '',
  value = '',
  rel_tol = '',
  source_url = '',
}: Row) {
  const row = `${kind}: ${inputs}`
  const i = inputsOf(inputs)
  const printed = value.split(';').map(Number)
  const common = {
    row,
    formula: 'data-constrained-loss',
    tolerance: { relative: Number(rel_tol) },
    source: source_url,
  }
  if (kind === 'loss' && i.N && i.D && i.U)
    return {
      ...common,
      arguments: { parameters: i.N, tokens: i.D, unique: i.U },
      expected: expectedOf(['loss'], printed),
    }
  if (kind.startsWith('effective data') && i.epochs)
    return {
      ...common,
      // A ratio does not depend on how many tokens there are.
      arguments: { parameters: 1e9, tokens: i.epochs * 1e9, unique: 1e9 },
      expected: expectedOf(['effective_epochs', 'effective_share'], printed),
    }
  if (kind.includes('optim') && i.C && i.U) {
    const keys = output
      .split(';')
      .map((name) => OPTIMUM_NAMES.find(([start]) => name.trim().startsWith(start))?.[1])
    return {
      ...common,
      formula: 'data-constrained-optimum',
      arguments: { flops: i.C, unique: i.U },
      expected: Object.fromEntries(
        keys.flatMap((key, n) => (key === undefined ? [] : [[key, printed[n] ?? Number.NaN]])),
      ),
    }
  }
  return { row, leftOut: 'constants or a rule in words, nothing to compute' }
}

function expectedOf(keys: readonly string[], values: readonly number[]) {
  return Object.fromEntries(keys.map((key, i) => [key, values[i] ?? Number.NaN]))
}

export const SCALING_TABLES: readonly Table[] = [LAWS, COMPUTE, REPEATED]
