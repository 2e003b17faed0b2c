/** One example: its features, whether it is a positive, and how much it counts. */
export type Example = Readonly<{ features: readonly number[]; positive: boolean; weight: number }>

/** Pull towards zero of each (standardised) weight; little, for there are few features. */
const RIDGE = 0.01
const STEPS = 4000
const RATE = 0.5
/** A step that moves no coefficient further than this ends the descent. */
const SETTLED = 1e-8

/** Logistic regression by gradient descent on standardised features; weights are given for the raw ones. */
export function fitLogistic(examples: readonly Example[]): { bias: number; weights: number[] } {
  const width = examples[0]?.features.length ?? 0
  const total = examples.reduce((sum, e) => sum + e.weight, 0)
  const mean = column(width, (f) => sumOf(examples, (e) => e.weight * (e.features[f] ?? 0)) / total)
  const spread = column(width, (f) => {
    const squares = sumOf(examples, (e) => e.weight * ((e.features[f] ?? 0) - (mean[f] ?? 0)) ** 2)
    return Math.sqrt(squares / total) || 1
  })
  const rows = examples.map((e) => ({
    ...e,
    scaled: e.features.map((x, f) => (x - (mean[f] ?? 0)) / (spread[f] ?? 1)),
  }))
  let bias = 0
  let weights = column(width, () => 0)
  for (let step = 0; step < STEPS; step++) {
    const errors = rows.map((row) => {
      const sum = bias + row.scaled.reduce((s, x, f) => s + x * (weights[f] ?? 0), 0)
      return row.weight * (1 / (1 + Math.exp(-sum)) - Number(row.positive))
    })
    const move = (RATE * errors.reduce((a, b) => a + b, 0)) / total
    const moves = weights.map((weight, f) => {
      const slope = rows.reduce((s, row, i) => s + (errors[i] ?? 0) * (row.scaled[f] ?? 0), 0)
      return RATE * (slope / total + RIDGE * weight)
    })
    bias -= move
    weights = weights.map((weight, f) => weight - (moves[f] ?? 0))
    if (Math.max(Math.abs(move), ...moves.map(Math.abs)) < SETTLED) break
  }
  const raw = weights.map((weight, f) => weight / (spread[f] ?? 1))
  return { bias: bias - raw.reduce((s, weight, f) => s + weight * (mean[f] ?? 0), 0), weights: raw }
}

function column(width: number, value: (index: number) => number): number[] {
  return Array.from({ length: width }, (_, f) => value(f))
}

function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0)
}
