import type { Rejected } from '../../ingest/ports.ts'
import { SourceError } from '../../ingest/ports.ts'
import type { Duck } from '../duckdb.ts'
import { fileSentence } from '../file-sentences.ts'
import { findRecords, lineOf, type Place } from '../records.ts'
import { AMOUNT_NAMES, CELL_NAMES } from './columns.ts'
import { rowsSql, type Scanned } from './scan.ts'
import { type FocusProblem, focusSentence } from './sentences.ts'

/** A row that could not even be parted into cells. */
export type Torn = Readonly<{ file: number; offset: number; problem: FocusProblem }>

type Row = Readonly<Record<string, unknown>>

async function rowsOf({ connection }: Duck, sql: string): Promise<readonly Row[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJson()
}

/**
 * The rows that DuckDB put aside while it read.
 * @throws {SourceError} when the file as a whole is no UTF-8 CSV
 */
export async function tornRows(duck: Duck, files: readonly Scanned[]): Promise<readonly Torn[]> {
  if (files.every((file) => file.delimiter === undefined)) return []
  const rows = await rowsOf(
    duck,
    `SELECT file_path, line_byte_position - 1 AS start, first(error_type) AS type,
       last(error_message ORDER BY byte_position) AS message
     FROM reject_errors JOIN reject_scans USING (scan_id, file_id)
     GROUP BY file_path, start ORDER BY file_path, start`,
  )
  const torn: Torn[] = []
  for (const row of rows) {
    const file = files.findIndex((f) => f.path === row.file_path)
    const { path, name } = files[file] as Scanned
    const offset = Number(row.start)
    if (row.type === 'MISSING COLUMNS' || row.type === 'TOO MANY COLUMNS') {
      const [width = 0, received = 0] = (String(row.message).match(/\d+/g) ?? []).map(Number)
      torn.push({ file, offset, problem: { kind: 'cells', received: String(received), width } })
      continue
    }
    const line = await lineOf(path, offset)
    if (row.type === 'INVALID ENCODING')
      throw new SourceError(fileSentence({ kind: 'encoding', name, line, received: 'other' }))
    const kind = row.type === 'LINE SIZE OVER MAXIMUM' ? 'long-line' : 'not-csv'
    throw new SourceError(fileSentence({ kind, name, line }))
  }
  return torn
}

/** A group whose rows are refused; those with a faulty amount say what stands in it themselves. */
export type Refused = Readonly<{ id: number; problem: FocusProblem }>

/** Finds refused rows in their files, with line, text and reason, in the order of the files. */
export async function rejectedRows(
  duck: Duck,
  files: readonly Scanned[],
  refused: readonly Refused[],
  torn: readonly Torn[],
): Promise<readonly Rejected[]> {
  const problems = new Map(refused.map(({ id, problem }) => [id, problem]))
  const found = refused.length === 0 ? [] : await rowsOf(duck, refusedSql(files, refused))
  const rejected: Rejected[] = []
  for (const [index, file] of files.entries()) {
    const own = new Map(found.filter((r) => r.file === index).map((r) => [Number(r.number), r]))
    const ownTorn = torn.filter((t) => t.file === index)
    const places =
      file.delimiter === undefined || own.size + ownTorn.length === 0
        ? undefined
        : await findRecords(file.path, file.delimiter, {
            numbers: new Set(own.keys()),
            offsets: new Set(ownTorn.map((t) => t.offset)),
          })
    const at = (place: Place | undefined, otherwise: number, problem: FocusProblem): Rejected => ({
      line: place?.line ?? otherwise,
      reason: focusSentence(problem),
      ...(place ? { text: place.text } : {}),
      file: file.name,
    })
    const rows = [
      ...[...own].map(([number, row]) =>
        at(places?.byNumber.get(number), number, withReceived(problems, row)),
      ),
      ...ownTorn.map(({ offset, problem }) => at(places?.byOffset.get(offset), 1, problem)),
    ]
    rejected.push(...rows.sort((a, b) => a.line - b.line))
  }
  return rejected
}

function withReceived(problems: ReadonlyMap<number, FocusProblem>, row: Row): FocusProblem {
  const problem = problems.get(Number(row.id)) as FocusProblem
  const column = { effective: 'EffectiveCost', billed: 'BilledCost', list: 'ListCost' }
  if (problem.kind === 'negative-tokens')
    return { ...problem, received: String(row.quantity ?? '') }
  if (problem.kind !== 'amount') return problem
  return {
    kind: 'amount',
    column: column[problem.column as keyof typeof column] ?? 'ConsumedQuantity',
    received: String(row[problem.column] ?? ''),
  }
}

/** SQL: the numbers of the rows that belong to refused groups. */
function refusedSql(files: readonly Scanned[], refused: readonly Refused[]): string {
  const same = ['file', ...CELL_NAMES, 'fault', 'negative']
    .map((name) => `r.${name} IS NOT DISTINCT FROM g.${name}`)
    .join(' AND ')
  return `SELECT r.file, r.number_in_file AS number, g.rowid AS id,
      ${AMOUNT_NAMES.map((name) => `r.${name}`).join(', ')}
    FROM (${rowsSql(files, true)}) r JOIN grouped g ON ${same}
    WHERE g.rowid IN (${refused.map(({ id }) => id).join(', ')})`
}
