import type { Arguments } from '../engine/formula.ts'
import { decimalsOf } from './inputs.ts'
import { printedFigure } from './printed.ts'
import type { Case, Row } from './table.ts'

/** Questions to a formula, one for each figure that the row prints; or why none can be asked. */
export type Ask = readonly Pick<Case, 'formula' | 'arguments' | 'expected' | 'tolerance'>[] | string

export const NOT_READ = 'the inputs are not printed in a form that is known here'

/** A question whose row prints one figure. */
export function one(row: Row, formula: string, result: string, given: Arguments, scale = 1): Ask {
  const printed = printedFigure(row.expected ?? '', row.tolerance ?? '', scale)
  if (!printed) return 'no figure with a tolerance is printed'
  const { value, tolerance } = printed
  return [{ formula, arguments: given, expected: { [result]: value }, tolerance }]
}

/**
 * Several figures in one row, a question each: a plain tolerance is then relative, for they have no
 * common unit. No figure is asked for more digits than it prints.
 */
export function several(
  row: Row,
  formula: string,
  printed: Readonly<Record<string, string | undefined>>,
  given: Arguments,
): Ask {
  const { tolerance = '' } = row
  const relative = Number(tolerance.replace('%', '')) / (tolerance.endsWith('%') ? 100 : 1)
  return Object.entries(printed).map(([key, text = '']) => ({
    formula,
    arguments: given,
    expected: { [key]: text === '' ? Number.NaN : Number(text) },
    tolerance: { relative, decimals: decimalsOf(text) },
  }))
}
