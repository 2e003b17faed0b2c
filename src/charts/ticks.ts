/** Most lines across a chart. */
const MOST = 5

/**
 * Round values from at most `low` to at least `high`, zero among them, evenly spaced by 1, 2 or 5
 * times a power of ten. Example: ticks(0, 430) = [0, 100, 200, 300, 400, 500].
 */
export function ticks(low: number, high: number): readonly number[] {
  const [from, to] = [Math.min(0, low), Math.max(0, high)]
  const span = to - from || 1
  const power = 10 ** Math.floor(Math.log10(span / MOST))
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => span / s <= MOST) ?? 10 * power
  const first = Math.floor(from / step)
  const last = Math.max(first + 1, Math.ceil(to / step))
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  )
}
