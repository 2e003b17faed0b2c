/** Middle value, or the mean of the two in the middle; of no values NaN. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/**
 * Value below which a share of the values lies, between neighbours in proportion; of no values NaN.
 * Example: quantile([1, 2, 3, 4, 5], 0.1) = 1.4.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(at)] ?? NaN, sorted[Math.ceil(at)] ?? NaN]
  return below + (above - below) * (at - Math.floor(at))
}
