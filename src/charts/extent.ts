import type { Chart } from './chart.ts'

/** Lowest and highest point that is drawn; bars stack up from zero and, when negative, down. */
export function extent({
  kind,
  categories,
  series,
}: Pick<Chart, 'kind' | 'categories' | 'series'>): Readonly<{ low: number; high: number }> {
  const at = (i: number) => series.map((s) => s.values[i] ?? 0)
  const sums = (sign: 1 | -1) =>
    categories.map((_, i) => at(i).reduce((sum, v) => (Math.sign(v) === sign ? sum + v : sum), 0))
  const all = kind === 'bar' ? [...sums(1), ...sums(-1)] : series.flatMap((s) => s.values)
  return { low: Math.min(0, ...all), high: Math.max(0, ...all) }
}
