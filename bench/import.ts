/**
 * Measures the import of FOCUS files, from the file to stored daily groups, beside a bare two-step query of DuckDB
 * and beside summing with papaparse and csv-parse; each in a process of its own, for its peak of memory. 100,000
 * rows; with `--full` 1 and 5 million too.
 */
import { spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { parse } from 'csv-parse'
import papa from 'papaparse'
import { focusSource } from '../src/connectors/focus/focus-source.ts'
import { importCharges } from '../src/ingest/import-charges.ts'
import { chargeStore } from '../src/storage/charge-store.ts'
import { openDatabase } from '../src/storage/database.ts'
import { writeFocusRows } from './focus-rows.ts'
import { FULL, print, table } from './measure.ts'

const SIZES = FULL ? [100_000, 1_000_000, 5_000_000] : [100_000]
const JOBS = { generate, duckdb, ours, papaparse, csvParse } as const
const NAMES = {
  duckdb: 'bare two-step query of DuckDB',
  ours: 'import to stored daily groups',
  papaparse: 'papaparse, summed',
  csvParse: 'csv-parse, summed',
} as const

type Told = Readonly<{ seconds: number; peakMB: number; groups: number }>

const [job, file] = process.argv.slice(2)
if (job !== undefined && job in JOBS) await JOBS[job as keyof typeof JOBS](file ?? '')
else SIZES.forEach(compare)

function compare(rows: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'rightsize-bench-'))
  const path = join(folder, 'focus.csv')
  try {
    run('generate', path, String(rows))
    print(
      `\n${rows.toLocaleString('en')} FOCUS rows of 53 columns, ${(statSync(path).size / 1e9).toFixed(2)} GB. Ours keeps more than the others sum: groups by region and meter too, three costs in exact decimals, rejected rows named, everything stored; papaparse and csv-parse stream, with sums in floating point.`,
    )
    const told = Object.keys(NAMES).map(
      (name) => [name, run(name as keyof typeof NAMES, path)] as const,
    )
    const bare = told.find(([name]) => name === 'duckdb')?.[1]
    table(
      ['what', 'seconds', 'times DuckDB alone', 'rows a second', 'peak memory, MB', 'groups'],
      told.map(([name, { seconds, peakMB, groups }]) => [
        NAMES[name as keyof typeof NAMES],
        seconds.toFixed(2),
        (seconds / (bare?.seconds ?? Number.NaN)).toFixed(1),
        Math.round(rows / seconds).toLocaleString('en'),
        Math.round(peakMB),
        groups.toLocaleString('en'),
      ]),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function run(name: keyof typeof JOBS, ...words: string[]): Told {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', import.meta.filename, name, ...words],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  if (status !== 0) throw new Error(`${name} ended with ${status}.`)
  return JSON.parse(stdout || '{}') as Told
}

async function generate(path: string): Promise<void> {
  await writeFocusRows(path, Number(process.argv[4]))
}

/** Cost, tokens and rows by day, provider, model and team: groups of raw text first, JSON then. */
async function duckdb(path: string): Promise<void> {
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
  tell(start, result.currentRowCount)
}

async function ours(path: string): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'rightsize-bench-data-'))
  const db = await openDatabase({ dataDir: data })
  const start = performance.now()
  const { charges } = await importCharges(focusSource([path]), {
    charges: chargeStore(db),
    tenant: 'T1',
    models: { isKnown: () => false, isPriced: () => false },
    now: () => 0,
    newId: () => 'import',
  })
  tell(start, charges)
  await db.destroy()
  rmSync(data, { recursive: true })
}

type Cells = Readonly<Record<string, string>>

/** The sums of the bare query, a row at a time; JSON is read once for each of its texts. */
function summing() {
  const sums = new Map<string, { cost: number; quantity: number; rows: number }>()
  const read = new Map<string, Cells>()
  const json = (text = '{}') => {
    const known = read.get(text) ?? (JSON.parse(text) as Cells)
    read.set(text, known)
    return known
  }
  return {
    add: (row: Cells) => {
      if (row.ChargeCategory === 'Tax') return
      const model = json(row.SkuPriceDetails).x_ModelId
      const key = `${row.ChargePeriodStart?.slice(0, 10)}|${row.ProviderName}|${model}|${json(row.Tags).team}`
      const sum = sums.get(key) ?? { cost: 0, quantity: 0, rows: 0 }
      sum.cost += Number(row.EffectiveCost)
      sum.quantity += Number(row.ConsumedQuantity)
      sum.rows += 1
      sums.set(key, sum)
    },
    groups: () => sums.size,
  }
}

async function papaparse(path: string): Promise<void> {
  const { add, groups } = summing()
  const start = performance.now()
  await new Promise<void>((resolve) =>
    papa.parse(createReadStream(path), {
      header: true,
      step: ({ data }) => {
        if (data.ChargePeriodStart) add(data)
      },
      complete: resolve,
    }),
  )
  tell(start, groups())
}

async function csvParse(path: string): Promise<void> {
  const { add, groups } = summing()
  const start = performance.now()
  for await (const row of createReadStream(path).pipe(parse({ columns: true }))) add(row as Cells)
  tell(start, groups())
}

function tell(start: number, groups: number): void {
  const seconds = (performance.now() - start) / 1000
  const peakMB = process.resourceUsage().maxRSS / 1024
  print(JSON.stringify({ seconds, peakMB, groups }))
}
