/** Most lines across a chart. */
const MOST = 5

/**
 * Round values from at most `low` to at least `high`, zero among them, evenly spaced by 1, 2 or 5
 * times a power of ten. Example: ticks(0, 430) = [0, 100, 200, 300, 400, 500].
 */
export function ticks(low: number, high: number): readonly number[] {
  return ticksBetween(Math.min(0, low), Math.max(0, high))
}

/** The same without a need for zero. Example: ticksBetween(81, 98) = [80, 85, 90, 95, 100]. */
export function ticksBetween(low: number, high: number): readonly number[] {
  const span = high - low || Math.abs(high) / 10 || 1
  const power = 10 ** Math.floor(Math.log10(span / MOST))
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => span / s <= MOST) ?? 10 * power
  const first = Math.floor(low / step)
  const last = Math.max(first + 1, Math.ceil(high / step))
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  )
}

/**
 * Round values between two positive ones: powers of ten, and 2 and 5 times them where there would be few.
 * Example: logTicks(150, 22000) = [1000, 10000], logTicks(150, 900) = [200, 500].
 */
export function logTicks(low: number, high: number): readonly number[] {
  const [from, to] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))]
  const powers = Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i))
  const inside = (value: number) => value >= low && value <= high
  const whole = powers.filter(inside)
  const every = Math.ceil(whole.length / MOST)
  return whole.length > 1
    ? whole.filter((_, i) => i % every === 0)
    : powers
        .flatMap((power) => [1, 2, 5].map((m) => Number((m * power).toPrecision(12))))
        .filter(inside)
}
