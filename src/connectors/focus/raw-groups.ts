import type { DuckDBDecimalValue, DuckDBValue } from '@duckdb/node-api'
import { ATTO_PER_NANO } from '../atto.ts'
import type { Duck } from '../duckdb.ts'
import { AMOUNT_NAMES, CELL_NAMES, type Cell, type Cells } from './columns.ts'
import type { Amounts } from './groups.ts'
import { FAULTS } from './scan.ts'

/** Rows with equal cells, with the sums of their amounts. */
export type RawGroup = Amounts &
  Readonly<{
    id: number
    cells: Cells
    fault: (typeof FAULTS)[number]
    /** Whether the quantities are below zero. */
    negative: boolean
    rows: number
    mended: number
  }>

/** The groups that DuckDB has added up, a chunk at a time. */
export async function* rawGroups({ connection }: Duck): AsyncGenerator<RawGroup> {
  const result = await connection.stream(`SELECT rowid AS id, ${CELL_NAMES.join(', ')},
    fault, negative, n, mended, lists, quantities,
    ${AMOUNT_NAMES.map((name) => `${name}9, ${name}18`).join(', ')} FROM grouped`)
  for (;;) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) return
    for (const row of chunk.getRows()) yield groupOf(row)
  }
}

function groupOf(row: readonly DuckDBValue[]): RawGroup {
  const cells: Partial<Record<Cell, string>> = {}
  for (const [i, name] of CELL_NAMES.entries()) {
    const value = row[i + 1]
    if (typeof value === 'string') cells[name] = value
  }
  const [fault, negative, n, mended, lists, quantities, ...sums] = row.slice(CELL_NAMES.length + 1)
  const atto = (i: number) => {
    const [nine, eighteen] = [sums[i * 2], sums[i * 2 + 1]] as DuckDBDecimalValue[]
    return (nine?.value ?? 0n) * ATTO_PER_NANO + (eighteen?.value ?? 0n)
  }
  return {
    id: Number(row[0]),
    cells,
    fault: FAULTS[Number(fault)],
    negative: negative === true,
    rows: Number(n),
    mended: Number(mended),
    effective: atto(0),
    billed: atto(1),
    ...(lists === n ? { list: atto(2) } : {}),
    ...(quantities === n ? { quantity: atto(3) } : {}),
  }
}
