import type { Progress } from '../../ingest/ports.ts'
import { SourceError } from '../../ingest/ports.ts'
import type { Duck } from '../duckdb.ts'
import { fileSentence } from '../file-sentences.ts'
import { type LinesSeen, LONGEST_RECORD, lineLengths, lineOfLongRecord } from '../records.ts'
import { type Torn, tornRows } from './rejects.ts'
import { groupsSql, MACROS, type Scanned } from './scan.ts'

const POLL_MS = 250
const READING = { en: 'reading rows', ko: '행을 읽는 중' }

/**
 * Reads all rows into the table `grouped`, and gives those that could not be parted into cells.
 * DuckDB drops a record that does not fit its buffer and says nothing, or takes gigabytes for it, so the
 * lines are counted before: what is no row for longer than a record may be is refused at once, and where
 * there are as many lines as it took, all of them whole, none was dropped and none is longer than its line.
 * @throws {SourceError} when a file as a whole cannot be read, or has a record that is too long
 */
export async function addUp(
  duck: Duck,
  files: readonly Scanned[],
  progress: Progress | undefined,
  signal: AbortSignal | undefined,
): Promise<readonly Torn[]> {
  signal?.throwIfAborted()
  const lines = await Promise.all(files.map(linesOf))
  const failed = await grouped(duck, files, progress)
  signal?.throwIfAborted()
  if (failed) {
    for (const file of files) await refuseLongRecord(file)
    const [file] = files
    const kind = file?.delimiter === undefined ? 'no-parquet' : 'not-csv'
    throw new SourceError(fileSentence({ kind, name: file?.name ?? '', line: 1 }))
  }
  const torn = await tornRows(duck, files).catch(async (error: unknown) => {
    // A cell that swallows the rows after it breaks the file where it ends; what is wrong is its length.
    for (const file of files) await refuseLongRecord(file)
    throw error
  })
  const taken = await takenRows(duck, files, torn)
  // Lines within a cell that is not closed may have been taken for torn rows.
  for (const [i, file] of files.entries())
    if (torn.length > 0 || (lines[i] && lines[i].lines !== (taken[i] ?? 0) + 1))
      await refuseLongRecord(file)
  return torn
}

/** Runs the sums; whether they failed. */
async function grouped(
  { connection }: Duck,
  files: readonly Scanned[],
  progress: Progress | undefined,
): Promise<boolean> {
  const timer = setInterval(
    () => progress?.(connection.progress.percentage / 100, READING),
    POLL_MS,
  )
  try {
    for (const macro of MACROS) await connection.run(macro)
    await connection.run(`CREATE TEMP TABLE grouped AS ${groupsSql(files)}`)
    return false
  } catch {
    return true
  } finally {
    clearInterval(timer)
  }
}

/** Lines of a CSV, which is looked through at once where they are in doubt; Parquet has none. */
async function linesOf(file: Scanned): Promise<LinesSeen | undefined> {
  const { path, delimiter, columns } = file
  if (delimiter === undefined) return undefined
  const seen = await lineLengths(path, { delimiter, columns: columns.length })
  if (seen.astray || seen.longest > LONGEST_RECORD) await refuseLongRecord(file)
  return seen
}

/** Rows of each file, the torn ones too. */
async function takenRows(
  { connection }: Duck,
  files: readonly Scanned[],
  torn: readonly Torn[],
): Promise<readonly number[]> {
  const sums = await connection.runAndReadAll('SELECT file, sum(n) FROM grouped GROUP BY file')
  const rows = new Map(sums.getRows().map(([file, n]) => [Number(file), Number(n)]))
  return files.map((_, i) => (rows.get(i) ?? 0) + torn.filter((t) => t.file === i).length)
}

async function refuseLongRecord({ path, name, delimiter }: Scanned): Promise<void> {
  const line = delimiter === undefined ? undefined : await lineOfLongRecord(path, delimiter)
  if (line !== undefined) throw new SourceError(fileSentence({ kind: 'long-line', name, line }))
}
