import { isObject, type Json, list, textOf, within } from './json.ts'
import { LIMITS } from './limits.ts'

/** What Slack would refuse a table for. */
export function tableProblems(block: Json): string[] {
  const rows = list(block.rows).map(list)
  return [
    ...(rows.length > LIMITS.tableRows ? [`more than ${LIMITS.tableRows} rows`] : []),
    ...gridProblems(rows),
  ]
}

/** What Slack would refuse a data table for; the first row holds its head. */
export function dataTableProblems(block: Json): string[] {
  const rows = list(block.rows).map(list)
  const [head = [], ...body] = rows
  const size = rows.flat().reduce((sum: number, cell) => sum + textOf(cell).length, 0)
  const page = block.page_size
  return [
    ...within('caption', textOf(block.caption), LIMITS.dataTableCharacters, 1),
    ...(body.length > LIMITS.dataTableRows ? [`more than ${LIMITS.dataTableRows} rows`] : []),
    ...(head.some((c) => isObject(c) && c.type === 'rich_text') ? ['rich_text in the head'] : []),
    ...(size > LIMITS.dataTableCharacters
      ? [`${size} characters in cells, at most ${LIMITS.dataTableCharacters}`]
      : []),
    ...(page !== undefined && !(Number(page) >= 1 && Number(page) <= LIMITS.dataTablePage)
      ? [`page_size is not 1 to ${LIMITS.dataTablePage}`]
      : []),
    ...gridProblems(rows),
  ]
}

function gridProblems(rows: readonly (readonly unknown[])[]): string[] {
  return [
    ...(rows.length === 0 ? ['no rows'] : []),
    ...(rows.some((r) => r.length > LIMITS.tableColumns)
      ? [`more than ${LIMITS.tableColumns} columns`]
      : []),
    ...(new Set(rows.map((r) => r.length)).size > 1 ? ['rows of different lengths'] : []),
    ...(rows.flat().some(isEmptyCell) ? ['an empty cell'] : []),
  ]
}

/** A number needs its text too. */
function isEmptyCell(cell: unknown): boolean {
  return !isObject(cell) || (cell.type !== 'rich_text' && textOf(cell).trim() === '')
}
