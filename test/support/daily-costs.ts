import { type Random, seeded } from '../../src/engine/random.ts'
import { dayNumber, isoDay, weekday } from '../../src/spend/calendar.ts'

/** Daily cost of a made-up group with a weekly cycle, drift, noise and spikes that are known. */
export type MadeUp = Readonly<{
  /** Nano-units by day, oldest first. */
  nano: ReadonlyMap<string, bigint>
  spikes: ReadonlySet<string>
}>

/** How the cycle of a week runs, Monday first. */
const CYCLE = [1, 1.05, 1.05, 1.02, 0.95, 0.35, 0.3]

/**
 * A series as in the comparison of storage-spend.md, section 5: 200 to 2,000 a day, a weekly cycle,
 * up to 2 % of drift a week, 7 % of noise, and spikes of 1.45 to 2.25 times on working days.
 * @param spikeShare probability of a spike on a working day after the first five weeks
 */
export function madeUpSeries(
  seed: number,
  { first, days, spikeShare = 0 }: Readonly<{ first: string; days: number; spikeShare?: number }>,
): MadeUp {
  const random = seeded(seed)
  const base = 200 + 1800 * random()
  const drift = 0.04 * (random() - 0.5)
  const nano = new Map<string, bigint>()
  const spikes = new Set<string>()
  for (let i = 0; i < days; i++) {
    const day = isoDay(dayNumber(first) + i)
    const noise = Math.exp(0.07 * normal(random))
    const isSpike = i >= 35 && weekday(day) <= 5 && random() < spikeShare
    const times = 1.45 + 0.8 * random()
    if (isSpike) spikes.add(day)
    const cost = base * (CYCLE[weekday(day) - 1] ?? 1) * (1 + drift) ** (i / 7) * noise
    nano.set(day, BigInt(Math.round(cost * (isSpike ? times : 1) * 1e6)) * 1000n)
  }
  return { nano, spikes }
}

/** Box–Muller. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
