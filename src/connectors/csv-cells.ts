import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { CsvError, parse } from 'csv-parse'
import { SourceError } from '../ingest/ports.ts'
import { openDuck, quoted } from './duckdb.ts'
import { fileSentence } from './file-sentences.ts'
import { readHeader } from './header.ts'
import type { Opened } from './opened.ts'

/** A row's cells, and the line it ends on; in Parquet the number of the row. */
export type CellRow = Readonly<{ cells: readonly string[]; line: number; text: string }>

/** No row of a bill is longer. */
const LONGEST = 2 * 1024 * 1024

/** The names of a file's columns. */
export async function headerOf(file: Opened): Promise<readonly string[]> {
  if (file.kind === 'csv') return (await readHeader(file.path, basename(file.original))).names
  const described = await parquetRows(
    file,
    `DESCRIBE SELECT * FROM read_parquet(${quoted(file.path)})`,
  )
  return described.map(([name]) => name ?? '')
}

/**
 * The rows of a file, in order, without those that are blank.
 * @throws {SourceError} where the file is no longer CSV
 */
export async function* cellRows(file: Opened): AsyncGenerator<CellRow> {
  if (file.kind === 'parquet') {
    const rows = await parquetRows(
      file,
      `SELECT COLUMNS(*)::VARCHAR FROM read_parquet(${quoted(file.path)})`,
    )
    for (const [i, cells] of rows.entries()) yield { cells, line: i + 1, text: cells.join() }
    return
  }
  const name = basename(file.original)
  const { delimiter } = await readHeader(file.path, name)
  const parser = createReadStream(file.path).pipe(
    parse({
      delimiter,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
      info: true,
      raw: true,
      max_record_size: LONGEST,
    }),
  )
  let isHeader = true
  try {
    for await (const row of parser as AsyncIterable<ParsedRow>) {
      if (!isHeader) yield { cells: row.record, line: row.info.lines, text: row.raw.trimEnd() }
      isHeader = false
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : 1
    const kind = error.code === 'CSV_MAX_RECORD_SIZE' ? 'long-line' : 'not-csv'
    throw new SourceError(fileSentence({ kind, name, line }))
  }
}

type ParsedRow = Readonly<{ record: string[]; info: { lines: number }; raw: string }>

async function parquetRows(file: Opened, sql: string): Promise<readonly string[][]> {
  const duck = await openDuck([file.path])
  try {
    const rows = (await duck.connection.runAndReadAll(sql)).getRows()
    return rows.map((row) => row.map((value) => (value === null ? '' : String(value))))
  } catch {
    throw new SourceError(fileSentence({ kind: 'no-parquet', name: basename(file.original) }))
  } finally {
    await duck.close()
  }
}
