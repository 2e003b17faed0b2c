import { seeded } from '../src/engine/random.ts'

const RESAMPLES = 2000

/** Mean of paired differences with the middle 95 % of means over seeded resamples (percentile bootstrap). */
export function meanWithInterval(
  differences: readonly number[],
): Readonly<{ mean: number; low: number; high: number }> {
  const n = differences.length
  const random = seeded(n)
  const means = Float64Array.from({ length: RESAMPLES }, () => {
    let sum = 0
    for (let i = 0; i < n; i++) sum += differences[Math.floor(random() * n)] ?? 0
    return sum / Math.max(1, n)
  }).sort()
  const at = (share: number) => means[Math.floor(share * (RESAMPLES - 1))] ?? Number.NaN
  const mean = differences.reduce((sum, d) => sum + d, 0) / Math.max(1, n)
  return { mean, low: at(0.025), high: at(0.975) }
}
