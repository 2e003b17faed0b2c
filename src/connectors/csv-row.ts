import { dayNumber } from '../spend/calendar.ts'
import type { Charge } from '../spend/charge.ts'
import type { Column, Positions } from './csv-columns.ts'
import type { RowProblem, TokenColumn } from './csv-sentences.ts'
import { toNano } from './decimal.ts'

/** A row read, or why there is none. `rounded` says that its cost had more than nine decimals. */
export type Row = Readonly<{ charge: Charge; rounded: boolean }> | RowProblem

/** A date, alone or with a time of day in UTC; another zone would move the charge to another day. */
const DAY = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|\+00:00)?)?$/

/** Reads the cells of one row, which must be as many as the header has. */
export function readRow(cells: readonly string[], at: Positions, width: number): Row {
  if (cells.length !== width) return { kind: 'cells', received: cells.length, width }
  const cell = (column: Column): string => {
    const index = at[column]
    const text = index === undefined ? '' : (cells[index] ?? '')
    return text === 'NULL' ? '' : text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  }
  const [provider, model, team] = [cell('provider'), cell('model'), cell('team')]
  const day = DAY.exec(cell('date'))?.[1]
  if (day === undefined || !isDay(day)) return { kind: 'date', received: cell('date') }
  if (provider === '') return { kind: 'empty', column: 'provider' }
  if (model === '') return { kind: 'empty', column: 'model' }
  const currency = cell('currency').toUpperCase()
  if (!/^[A-Z]{3}$/.test(currency)) return { kind: 'currency', received: cell('currency') }
  const cost = toNano(cell('cost'))
  if (cost === undefined) return { kind: 'cost', received: cell('cost') }
  const tokens: Partial<Record<TokenColumn, number>> = {}
  for (const column of ['input', 'output', 'cached'] as const) {
    const text = cell(column)
    if (text === '') continue
    const value = /^\d+(\.0+)?$/.test(text) ? Number(text) : Number.NaN
    if (!Number.isSafeInteger(value)) return { kind: 'tokens', column, received: text }
    tokens[column] = value
  }
  const { input, output, cached } = tokens
  if (input !== undefined && cached !== undefined && cached > input)
    return { kind: 'cached', cached, input }
  return {
    rounded: cost.rounded,
    charge: {
      source: 'csv',
      basis: 'billed',
      day,
      provider,
      model,
      meter: 'tokens',
      category: 'usage',
      ...(team === '' ? {} : { team }),
      tokens: {
        ...(input === undefined ? {} : { input: input - (cached ?? 0) }),
        ...(cached === undefined ? {} : { cacheRead: cached }),
        ...(output === undefined ? {} : { output }),
      },
      effectiveNano: cost.nano,
      billedNano: cost.nano,
      currency,
    },
  }
}

function isDay(text: string): boolean {
  try {
    dayNumber(text)
    return true
  } catch {
    return false
  }
}
