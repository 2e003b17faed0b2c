import type { Charge } from '../spend/charge.ts'
import { toAtto, undressed } from './atto.ts'
import type { Column, Positions } from './csv-columns.ts'
import type { CountColumn, RowProblem } from './csv-sentences.ts'
import { type DateOrder, isAmbiguous, utcDay } from './dates.ts'

/** A row read: its charge without money, its cost in atto-units (1e-18), and whether that was mended. */
export type Row =
  | Readonly<{
      charge: Omit<Charge, 'effectiveNano' | 'billedNano'>
      cost: bigint
      mended: boolean
    }>
  | RowProblem

/** What holds for all rows of a file. */
export type RowRules = Readonly<{
  at: Positions
  width: number
  order?: DateOrder
  /** Where the row does not say. */
  currency?: string
  provider?: string
}>

/** A cell on one line; NULL is nothing. */
export function cellText(text: string | undefined): string {
  return text === undefined || text === 'NULL' ? '' : text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** Reads the cells of one row, which must be as many as the header has. */
export function readRow(cells: readonly string[], rules: RowRules): Row {
  const { at, width, order } = rules
  if (cells.length !== width) return { kind: 'cells', received: cells.length, width }
  const cell = (column: Column): string => {
    const index = at[column]
    return index === undefined ? '' : cellText(cells[index])
  }
  const [model, team, workload] = [cell('model'), cell('team'), cell('workload')]
  const provider = cell('provider') || (rules.provider ?? '')
  const date = cell('date')
  const day = utcDay(date, order)
  if (day === undefined) return { kind: isAmbiguous(date) ? 'ambiguous' : 'date', received: date }
  if (provider === '') return { kind: 'empty', column: 'provider' }
  if (model === '') return { kind: 'empty', column: 'model' }
  const currency = (cell('currency') || (rules.currency ?? '')).toUpperCase()
  if (!/^[A-Z]{3}$/.test(currency)) return { kind: 'currency', received: cell('currency') }
  const cost = toAtto(cell('cost'))
  if (cost === undefined) return { kind: 'cost', received: cell('cost') }
  const counts: Partial<Record<CountColumn, number>> = {}
  for (const column of ['input', 'output', 'cached', 'requests'] as const) {
    const text = undressed(cell(column))
    if (text === '') continue
    const value = /^\d+(\.0+)?$/.test(text) ? Number(text) : Number.NaN
    if (!Number.isSafeInteger(value)) return { kind: 'count', column, received: cell(column) }
    counts[column] = value
  }
  const { input, output, cached, requests } = counts
  if (input !== undefined && cached !== undefined && cached > input)
    return { kind: 'cached', cached, input }
  return {
    cost,
    mended: undressed(cell('cost')) !== cell('cost'),
    charge: {
      source: 'csv',
      basis: 'billed',
      day,
      provider,
      model,
      meter: 'tokens',
      category: 'usage',
      ...(team === '' ? {} : { team }),
      ...(workload === '' ? {} : { workload }),
      tokens: {
        ...(input === undefined ? {} : { input: input - (cached ?? 0) }),
        ...(cached === undefined ? {} : { cacheRead: cached }),
        ...(output === undefined ? {} : { output }),
      },
      ...(requests === undefined ? {} : { requests }),
      currency,
    },
  }
}
