import { requireWithin } from '../domain.ts'
import { DomainError } from '../formula.ts'
import { goldenMinimum } from './minimum.ts'

/** A model's error measured after training on `size` examples; `standardError` of that error, if known. */
export type CurvePoint = Readonly<{ size: number; error: number; standardError?: number }>

/** error(size) = floor + amount x size^-exponent; `misfit` is the weighted sum of squares left over. */
export type LearningCurve = Readonly<{
  floor: number
  amount: number
  exponent: number
  misfit: number
}>

/** Numbers that are fitted; at least one more point than these is needed to see an error. */
export const PARAMETERS = 3
/** Exponents tried. Published ones are 0.07 to 0.5; narrow tasks that are learnt quickly lie above. */
const EXPONENTS = { from: 0.02, to: 2, steps: 40 } as const
/** How far beyond the largest measured size a curve is read. Our own rule. */
export const FURTHEST = 8

/**
 * Fits the three-parameter power law to a user's own points by least squares, each weighted by
 * 1 / standardError^2, or all alike unless every point has one. Floor and amount are never negative.
 * Range: at least 4 sizes, the largest at least twice the smallest; errors above 0 in any one unit.
 * Source: families of curves in Kolachina et al. 2012, https://aclanthology.org/P12-1003/; the shape in
 * Hestness et al. 2017, https://arxiv.org/abs/1712.00409.
 * Example: 0.05 + 2 n^-0.4 measured without error at 250, 500, 1000 and 2000 -> those three numbers.
 */
export function fitLearningCurve(points: readonly CurvePoint[]): LearningCurve {
  for (const { size, error, standardError = 1 } of points) {
    requireWithin('size', size, 1, 1e15, 'examples')
    requireWithin('error', error, 1e-9, 1e9, 'of the measured unit')
    requireWithin('standardError', standardError, 1e-12, 1e9, 'of the measured unit')
  }
  const sizes = [...new Set(points.map((p) => p.size))]
  if (sizes.length <= PARAMETERS || Math.max(...sizes) < 2 * Math.min(...sizes))
    throw new DomainError(
      `points must be at least ${PARAMETERS + 1} different sizes, the largest at least twice the smallest; received ${sizes.join(', ') || 'none'}.`,
    )
  const weights = weightsOf(points)
  const at = (logExponent: number) => linearFit(points, weights, Math.exp(logExponent))
  const misfitAt = (logExponent: number) => at(logExponent).misfit
  const [from, to] = [Math.log(EXPONENTS.from), Math.log(EXPONENTS.to)]
  const step = (to - from) / EXPONENTS.steps
  let best = from
  for (let i = 1; i <= EXPONENTS.steps; i++)
    if (misfitAt(from + i * step) < misfitAt(best)) best = from + i * step
  return at(goldenMinimum(misfitAt, Math.max(from, best - step), Math.min(to, best + step)))
}

/** The curve's error at a size. Example: floor 0.05, amount 2, exponent 0.4, 4000 examples -> 0.1225. */
export function errorAt({ floor, amount, exponent }: LearningCurve, size: number): number {
  return floor + amount * size ** -exponent
}

/** 1 / standardError^2 where every point has one, else 1 for all. */
export function weightsOf(points: readonly CurvePoint[]): readonly number[] {
  return points.every((p) => p.standardError !== undefined)
    ? points.map(({ standardError = 1 }) => standardError ** -2)
    : points.map(() => 1)
}

/** Best floor and amount for one exponent, neither below 0. */
function linearFit(
  points: readonly CurvePoint[],
  weights: readonly number[],
  exponent: number,
): LearningCurve {
  // Sizes relative to their geometric mean keep the sums near 1.
  const scale = Math.exp(mean(points.map((p) => Math.log(p.size))))
  const rows = points.map(({ size, error }, i) => ({
    x: (size / scale) ** -exponent,
    y: error,
    w: weights[i] ?? 1,
  }))
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((s, r) => s + of(r), 0)
  const [w, x, y] = [sum((r) => r.w), sum((r) => r.w * r.x), sum((r) => r.w * r.y)]
  const [xx, xy] = [sum((r) => r.w * r.x * r.x), sum((r) => r.w * r.x * r.y)]
  const slope = Math.max(0, (w * xy - x * y) / (w * xx - x * x))
  const free = (y - slope * x) / w
  const [floor, amount] = free >= 0 ? [free, slope] : [0, xy / xx]
  const misfit = sum((r) => r.w * (r.y - floor - amount * r.x) ** 2)
  return { floor, amount: amount * scale ** exponent, exponent, misfit }
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length
}
