import { numberIn } from './columns.ts'
import type { Case, Row } from './table.ts'

const ONE_PERCENT = { relative: 0.01 } as const

/**
 * The money columns of a table of training runs: the rent that a bill implies, the bill and the hours
 * from 6ND at the share of peak printed, and the share of billed hours that trained.
 */
export function trainingBillCases(row: Row): Case[] {
  const size = {
    parameters: billions(row, 'params_active_b'),
    tokens: billions(row, 'tokens_b'),
  }
  const run = {
    ...size,
    peak_tflops: numberIn(row, 'peak_tflops_dense_bf16'),
    mfu: numberIn(row, 'mfu_computed_6nd'),
    goodput: 1,
  }
  return [
    ...asked(row, 'accel_hours', 'training-cost', 'gpu_hours', { ...run, usd_per_gpu_hour: 0 }),
    ...asked(row, 'cost_usd_reported', 'training-cost', 'usd', {
      ...run,
      usd_per_gpu_hour: numberIn(row, 'implied_usd_per_hour'),
    }),
    ...asked(row, 'implied_usd_per_hour', 'implied-rent', 'usd_per_gpu_hour', {
      usd: numberIn(row, 'cost_usd_reported'),
      gpu_hours: numberIn(row, 'accel_hours'),
    }),
    ...asked(row, 'goodput_ratio', 'goodput', 'goodput', {
      billed_mfu: numberIn(row, 'mfu_computed_6nd'),
      steady_mfu: numberIn(row, 'mfu_reported'),
    }),
  ].filter(() => !row.note?.includes('not a golden case'))
}

function billions(row: Row, column: string): number | undefined {
  const value = numberIn(row, column)
  return value === undefined ? undefined : value * 1e9
}

/** A case for a column that is printed, when all its arguments are. */
function asked(
  row: Row,
  column: string,
  formula: string,
  result: string,
  from: Readonly<Record<string, number | undefined>>,
): Case[] {
  const expected = numberIn(row, column)
  const given = Object.entries(from).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  )
  if (expected === undefined || given.length < Object.keys(from).length) return []
  return [
    {
      row: `${row.model}: ${column}`,
      formula,
      arguments: Object.fromEntries(given),
      expected: { [result]: expected },
      tolerance: ONE_PERCENT,
      source: row.source_url ?? '',
    },
  ]
}
