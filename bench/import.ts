/**
 * Measures the import of a FOCUS file, from the file to stored daily groups, beside the same sums by
 * a bare two-step query of DuckDB; each in a process of its own, for its peak of memory. 100,000 rows;
 * with `--full` 5 million.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { focusSource } from '../src/connectors/focus/focus-source.ts'
import { importCharges } from '../src/ingest/import-charges.ts'
import { chargeStore } from '../src/storage/charge-store.ts'
import { openDatabase } from '../src/storage/database.ts'
import { writeFocusRows } from './focus-rows.ts'
import { print } from './measure.ts'

const JOBS = { generate, bare, ours } as const

const [job, file] = process.argv.slice(2)
if (job !== undefined && job in JOBS) await JOBS[job as keyof typeof JOBS](file ?? '')
else compare()

function compare(): void {
  const folder = mkdtempSync(join(tmpdir(), 'rightsize-bench-'))
  const path = join(folder, 'focus.csv')
  try {
    run('generate', path, process.argv.includes('--full') ? '5000000' : '100000')
    print(`file: ${(statSync(path).size / 1e9).toFixed(2)} GB`)
    const seconds = (['bare', 'ours'] as const).map((name) => Number(run(name, path)))
    print(`ratio: ${((seconds[1] ?? 0) / (seconds[0] ?? 1)).toFixed(2)}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function run(name: keyof typeof JOBS, ...words: string[]): string {
  const { stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', import.meta.filename, name, ...words],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [line = '', seconds = ''] = stdout.trim().split('\n')
  print(line)
  return seconds
}

async function generate(path: string): Promise<void> {
  const rows = Number(process.argv[4])
  await writeFocusRows(path, rows)
  print(`${rows} FOCUS rows`)
}

/** Cost, tokens and rows by day, provider, model and team: groups of raw text first, JSON then. */
async function bare(path: string): Promise<void> {
  const db = await (
    await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '512MB' })
  ).connect()
  const start = performance.now()
  const result = await db.runAndReadAll(`WITH raw AS (
      SELECT ChargePeriodStart[:10] AS day, ProviderName, SkuPriceDetails, Tags,
        sum(EffectiveCost::DECIMAL(18, 9)) AS cost, sum(ConsumedQuantity::DECIMAL(18, 9)) AS quantity,
        count(*) AS n
      FROM read_csv('${path}', all_varchar = true) WHERE ChargeCategory <> 'Tax' GROUP BY ALL)
    SELECT day, ProviderName, SkuPriceDetails->>'x_ModelId' AS model, Tags->>'team' AS team,
      sum(cost), sum(quantity), sum(n) FROM raw GROUP BY ALL`)
  tell('bare two-step query', start, `${result.currentRowCount} groups`)
}

async function ours(path: string): Promise<void> {
  const db = await openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'rightsize-bench-data-')) })
  const start = performance.now()
  const { charges } = await importCharges(focusSource([path]), {
    charges: chargeStore(db),
    tenant: 'T1',
    models: { isKnown: () => false, isPriced: () => false },
    now: () => 0,
    newId: () => 'import',
  })
  tell('import to stored daily groups', start, `${charges} charges`)
  await db.destroy()
}

function tell(name: string, start: number, got: string): void {
  const seconds = (performance.now() - start) / 1000
  const peak = process.resourceUsage().maxRSS / 1024
  print(`${name}: ${seconds.toFixed(1)} s, peak ${peak.toFixed(0)} MB, ${got}`)
  print(String(seconds))
}
