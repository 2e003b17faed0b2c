import { basename } from 'node:path'
import { SourceError } from '../../ingest/ports.ts'
import { type Duck, quoted } from '../duckdb.ts'
import { fileSentence } from '../file-sentences.ts'
import { readHeader } from '../header.ts'
import type { Opened } from '../opened.ts'
import { doubledColumns, isFocus, missingColumns } from './columns.ts'
import type { Scanned } from './scan.ts'

/** No bill has more rows in one file. */
const MOST_ROWS = 1_000_000_000

/**
 * Looks at the columns of opened files.
 * @throws {SourceError} when one is not FOCUS, lacks a column or has one twice
 */
export async function lookAt({ connection }: Duck, files: readonly Opened[]): Promise<Scanned[]> {
  const scanned: Scanned[] = []
  for (const { path, original, kind } of files) {
    const name = basename(original)
    const file = kind === 'parquet' ? await parquet(connection, path, name) : await csv(path, name)
    const missing = isFocus(file.columns)
      ? missingColumns(file.columns)
      : ['ChargePeriodStart', 'EffectiveCost']
    if (missing.length > 0)
      throw new SourceError(
        fileSentence({ kind: 'missing', name, columns: missing, header: file.columns }),
      )
    scanned.push(file)
  }
  return scanned
}

async function csv(path: string, name: string): Promise<Scanned> {
  const { names, delimiter, bom } = await readHeader(path, name)
  const columns = doubledColumns(names)
  if (columns.length > 0) throw new SourceError(fileSentence({ kind: 'twice', name, columns }))
  return { path, name, columns: distinct(names), delimiter, bom, nested: new Set() }
}

async function parquet(
  connection: Duck['connection'],
  path: string,
  name: string,
): Promise<Scanned> {
  const rowsOf = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson()
  try {
    const described = await rowsOf(`DESCRIBE SELECT * FROM read_parquet(${quoted(path)})`)
    const [counted] = await rowsOf(`SELECT num_rows FROM parquet_file_metadata(${quoted(path)})`)
    const rows = Number(counted?.num_rows)
    if (rows > MOST_ROWS)
      throw new SourceError(fileSentence({ kind: 'many-rows', name, rows, most: MOST_ROWS }))
    const nested = described.filter((d) => /^(MAP|STRUCT|JSON)|\[\]$/.test(String(d.column_type)))
    return {
      path,
      name,
      columns: described.map((d) => String(d.column_name)),
      nested: new Set(nested.map((d) => String(d.column_name))),
      bom: false,
    }
  } catch (error) {
    if (error instanceof SourceError) throw error
    throw new SourceError(fileSentence({ kind: 'no-parquet', name }))
  }
}

/** Names for columns that have none or one that is taken, so that each can be spoken of. */
function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name, i) => {
    const free = name !== '' && !taken.has(name.toLowerCase()) ? name : `column ${i + 1} ${name}`
    taken.add(free.toLowerCase())
    return free
  })
}
