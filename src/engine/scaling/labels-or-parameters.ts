import { requireWithin } from '../domain.ts'
import { type Unknown, unknown } from '../unknown.ts'
import { FURTHEST, type LearningCurve } from './learning-curve.ts'
import type { CurveForecast } from './learning-curve-interval.ts'

/** The other way to the same error: a larger model, and what it costs more over the time that counts. */
export type LargerModel = Readonly<{ error: number; extraUsd: number }>

/**
 * Examples in all with which the curve reaches an error: (amount / (error - floor))^(1 / exponent).
 * Unknown (`does-not-apply`) where the curve levels off above it, or needs more than may be read off it.
 * Example: floor 0.05, amount 2, exponent 0.4, error 0.1225 -> 4,000.
 */
export function examplesFor(
  { floor, amount, exponent }: LearningCurve,
  error: number,
  most: number,
): number | Unknown {
  requireWithin('error', error, 1e-9, 1e9, 'of the measured unit')
  const examples =
    error > floor ? (amount / (error - floor)) ** (1 / exponent) : Number.POSITIVE_INFINITY
  return examples <= most ? examples : unknown('does-not-apply')
}

/**
 * Whether more labels beat more parameters: labels still to be bought until the small model is as good
 * as the larger one, their cost, and the share of resampled curves in which that is the cheaper way.
 * A resampled curve that does not get there within 8 times the largest size counts for the larger model.
 *
 * @param held labelled examples at hand
 * @param usdPerLabel cost of one more
 * Example: curve 0.05 + 2 n^-0.4 measured up to 2,000, 2,000 held, larger model's error 0.1225 -> 2,000
 * labels more.
 */
export function labelsOrParameters(
  { curve, resamples, largest }: CurveForecast,
  larger: LargerModel,
  held: number,
  usdPerLabel: number,
): { labels: number | Unknown; labelsUsd: number | Unknown; chanceLabelsAreCheaper: number } {
  requireWithin('extraUsd', larger.extraUsd, 0, 1e15, 'USD')
  requireWithin('held', held, 0, 1e15, 'examples')
  requireWithin('usdPerLabel', usdPerLabel, 0, 1e6, 'USD')
  const missing = (c: LearningCurve) => {
    const examples = examplesFor(c, larger.error, FURTHEST * largest)
    return typeof examples === 'number' ? Math.max(0, Math.ceil(examples - held)) : examples
  }
  const labels = missing(curve)
  const cheaper = resamples.filter((c) => {
    const more = missing(c)
    return typeof more === 'number' && more * usdPerLabel < larger.extraUsd
  })
  return {
    labels,
    labelsUsd: typeof labels === 'number' ? labels * usdPerLabel : labels,
    chanceLabelsAreCheaper: cheaper.length / resamples.length,
  }
}
