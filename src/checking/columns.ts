import type { Row } from './table.ts'

/** The number in a column; undefined where the column is absent, empty or holds words. */
export function numberIn(row: Row, column: string): number | undefined {
  const text = row[column]?.trim() ?? ''
  return text === '' || Number.isNaN(Number(text)) ? undefined : Number(text)
}

/** The numbers of columns by the names they have elsewhere; those without a number are left away. */
export function numbersIn(
  row: Row,
  names: Readonly<Record<string, string>>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([key, column]) => {
      const number = numberIn(row, column)
      return number === undefined ? [] : [[key, number]]
    }),
  )
}
