import { readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { percentile } from '../eval/ranking.ts'

/** Milliseconds that passed, and milliseconds of processor time of this process in them. */
export type Times = Readonly<{ wall: number[]; cpu: number[] }>

export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

export function machine(): string {
  const [one] = cpus()
  const load = loadavg()[0] ?? 0
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${new Date().toISOString().slice(0, 10)} on ${cpus().length} x ${one?.model}, ${memory} GB, load ${load.toFixed(1)}`
}

/** Packages that something here is measured against, or with. */
const MEASURED = [
  '@slack/bolt',
  '@langchain/community',
  'minisearch',
  '@orama/orama',
  'wink-bm25-text-search',
  '@duckdb/node-api',
  'papaparse',
  'csv-parse',
  '@pydantic/genai-prices',
]

/** Versions of Node and of the packages measured, as they are pinned. */
export function versions(): string {
  const manifest = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>
  const pinned = {
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  }
  return [`Node ${process.version}`, ...MEASURED.map((name) => `${name} ${pinned[name]}`)].join(
    ', ',
  )
}

/** Prints rows as a table of Markdown; numbers are the caller's to round. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  const rule = head.map(() => '---')
  print(`\n${[head, rule, ...rows].map(line).join('\n')}\n`)
}

/** Whether the stated sizes were asked for, which take hours, instead of the reduced ones. */
export const FULL = process.argv.includes('--full')

/** Runs each job `rounds` times, one round after another; the first round warms up and is not counted. */
export async function timed(jobs: readonly (() => unknown)[], rounds: number): Promise<Times> {
  const times: Times = { wall: [], cpu: [] }
  for (let round = 0; round <= rounds; round++)
    for (const job of jobs) {
      const [start, used] = [performance.now(), process.cpuUsage()]
      await job()
      const { user, system } = process.cpuUsage(used)
      if (round === 0) continue
      times.wall.push(performance.now() - start)
      times.cpu.push((user + system) / 1000)
    }
  return times
}

/** One line of a list with median and 95th percentile; returns the medians. */
export function report(name: string, { wall, cpu }: Times): { wall: number; cpu: number } {
  const show = (values: readonly number[]) =>
    `p50 ${digits(percentile(values, 0.5))}, p95 ${digits(percentile(values, 0.95))}`
  const processor = cpu.length > 0 ? `; processor ms: ${show(cpu)}` : ''
  print(`- ${name.trim()}: wall ms: ${show(wall)}${processor} (n ${wall.length})`)
  return { wall: percentile(wall, 0.5), cpu: percentile(cpu, 0.5) }
}

function digits(value: number): string {
  return value.toFixed(value < 10 ? 2 : 0)
}
