import type { BarChart } from './chart.ts'

/** Lowest and highest point of stacked bars and of what is expected; zero is always among them. */
export function extent({
  categories,
  series,
  expected,
}: Pick<BarChart, 'categories' | 'series' | 'expected'>): Readonly<{ low: number; high: number }> {
  const at = (i: number) => series.map((s) => s.values[i] ?? 0)
  const sums = (sign: 1 | -1) =>
    categories.map((_, i) => at(i).reduce((sum, v) => (Math.sign(v) === sign ? sum + v : sum), 0))
  const all = [...sums(1), ...sums(-1), ...(expected ? Object.values(expected.spread) : [])]
  return { low: Math.min(0, ...all), high: Math.max(0, ...all) }
}
