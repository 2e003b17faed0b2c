import type { Catalog } from '../catalog/types.ts'
import { DomainError } from '../engine/formula.ts'
import { runFormula } from '../engine/registry.ts'
import type { Case, Expected, LeftOut, Row, Table, Tolerance } from './table.ts'

/** What came of a row: one outcome a case, or the reason why there is none. */
export type Outcome =
  | (Case & Readonly<{ got: Readonly<Record<string, number>> | string; pass: boolean }>)
  | LeftOut

/** The layout whose columns a header has, the one with most columns where several do. */
export function layoutOf(header: readonly string[], tables: readonly Table[]): Table | undefined {
  return tables
    .filter((table) => table.columns.every((column) => header.includes(column)))
    .sort((a, b) => b.columns.length - a.columns.length)[0]
}

/** Asks the engine every question of a table's rows. */
export function checkRows(table: Table, rows: readonly Row[], catalog: Catalog): Outcome[] {
  return rows.flatMap((row) =>
    table.cases(row, catalog).map((c) => ('leftOut' in c ? c : checkCase(c))),
  )
}

/** Asks the engine one question; a refusal is an answer too, as the sentence it gives. */
export function checkCase(question: Case): Outcome {
  const { formula, arguments: given, expected, tolerance } = question
  try {
    const { results } = runFormula(formula, given)
    const got =
      expected === 'refused'
        ? results
        : Object.fromEntries(Object.keys(expected).map((key) => [key, results[key] ?? Number.NaN]))
    const pass =
      expected !== 'refused' &&
      Object.entries(expected).every(([key, value]) =>
        agrees(got[key] ?? Number.NaN, value, tolerance),
      )
    return { ...question, got, pass }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { ...question, got: error.message, pass: expected === 'refused' }
  }
}

function agrees(got: number, expected: Expected, tolerance: Tolerance): boolean {
  if (typeof expected === 'number') return isNear(got, expected, tolerance)
  return 'atMost' in expected ? got <= expected.atMost : got >= expected.atLeast
}

function isNear(got: number, expected: number, { relative = 0, decimals }: Tolerance): boolean {
  const digits = decimals === undefined ? 0 : 0.5 * 10 ** -decimals
  const most = Math.max(relative * Math.abs(expected), digits)
  // Decimal fractions are not exact in binary; a billionth of the allowance forgives that and no more.
  return Math.abs(got - expected) <= most * (1 + 1e-9) + Number.EPSILON * Math.abs(expected)
}
