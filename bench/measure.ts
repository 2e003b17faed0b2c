import { cpus, loadavg } from 'node:os'
import { percentile } from '../eval/ranking.ts'

/** Milliseconds that passed, and milliseconds of processor time of this process in them. */
export type Times = Readonly<{ wall: number[]; cpu: number[] }>

export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

export function machine(): string {
  const [one] = cpus()
  const load = loadavg()[0] ?? 0
  return `${new Date().toISOString().slice(0, 10)}, ${cpus().length} x ${one?.model}, Node ${process.version}, load ${load.toFixed(1)}`
}

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

/** One line with median and 95th percentile; returns the medians. */
export function report(name: string, { wall, cpu }: Times): { wall: number; cpu: number } {
  const show = (values: readonly number[]) =>
    `p50 ${digits(percentile(values, 0.5))}, p95 ${digits(percentile(values, 0.95))}`
  const processor = cpu.length > 0 ? `; processor ms: ${show(cpu)}` : ''
  print(`${name}: wall ms: ${show(wall)}${processor} (n ${wall.length})`)
  return { wall: percentile(wall, 0.5), cpu: percentile(cpu, 0.5) }
}

function digits(value: number): string {
  return value.toFixed(value < 10 ? 2 : 0)
}
