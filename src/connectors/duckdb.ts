import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { SourceError } from '../ingest/ports.ts'

/** A DuckDB in memory that may read the named files and nothing else. */
export type Duck = Readonly<{ connection: DuckDBConnection; close: () => Promise<void> }>

/** Memory of the reader; what does not fit is put into a temporary folder. */
const MEMORY = '256MB'

/**
 * Opens DuckDB, which is loaded on first use.
 * @throws {SourceError} when the optional package is not installed
 */
export async function openDuck(paths: readonly string[]): Promise<Duck> {
  const { DuckDBInstance } = await import('@duckdb/node-api').catch(() => {
    throw new SourceError({
      en: 'Reading FOCUS and Parquet files needs the optional package @duckdb/node-api, which is not installed here. Run npm install with optional packages; plain CSV is read without it.',
      ko: 'FOCUS 파일과 Parquet 파일을 읽으려면 선택 패키지 @duckdb/node-api가 필요하지만 설치되어 있지 않습니다. 선택 패키지를 포함해 npm install을 실행해 주십시오. 일반 CSV는 없이도 읽습니다.',
    })
  })
  const spill = await mkdtemp(join(tmpdir(), 'rightsize-duckdb-'))
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: MEMORY,
    temp_directory: spill,
    threads: '2',
  })
  const connection = await instance.connect()
  const allowed = paths.map(quoted).join(', ')
  for (const setting of [
    `allowed_paths = [${allowed}]`,
    'enable_external_access = false',
    "TimeZone = 'UTC'",
    'enable_progress_bar = true',
    'enable_progress_bar_print = false',
    'lock_configuration = true',
  ])
    await connection.run(`SET ${setting}`)
  return {
    connection,
    close: async () => {
      connection.closeSync()
      instance.closeSync()
      await rm(spill, { recursive: true, force: true })
    },
  }
}

/** Text as an SQL literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A name as an SQL identifier. */
export function named(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
