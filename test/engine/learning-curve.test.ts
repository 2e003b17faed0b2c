import { describe, expect, it } from 'vitest'
import { DomainError } from '../../src/engine/formula.ts'
import { seeded } from '../../src/engine/random.ts'
import { runFormula } from '../../src/engine/registry.ts'
import { examplesFor, labelsOrParameters } from '../../src/engine/scaling/labels-or-parameters.ts'
import { type CurvePoint, fitLearningCurve } from '../../src/engine/scaling/learning-curve.ts'
import {
  forecastAt,
  forecastLearningCurve,
} from '../../src/engine/scaling/learning-curve-interval.ts'

const truth = (size: number) => 0.05 + 2 * size ** -0.4
const measured = (sizes: readonly number[], off: (i: number) => number = () => 0): CurvePoint[] =>
  sizes.map((size, i) => ({ size, error: truth(size) + off(i) }))
const SIZES = [250, 500, 1000, 2000, 4000]
const bumps = (i: number) => [0.004, -0.003, -0.002, 0.003, -0.001][i] ?? 0

describe('a learning curve', () => {
  it('gives back the power law its points lie on', () => {
    const curve = fitLearningCurve(measured([250, 500, 1000, 2000]))
    expect(curve.floor).toBeCloseTo(0.05, 8)
    expect(curve.amount).toBeCloseTo(2, 6)
    expect(curve.exponent).toBeCloseTo(0.4, 8)
  })
  it('never promises less than no error, even where the points fall faster than any such curve', () => {
    const straight = [100, 200, 400, 800].map((size) => ({ size, error: 0.5 - size / 1700 }))
    expect(fitLearningCurve(straight).floor).toBe(0)
  })
  it('is level where the error grows with the data', () => {
    const rising = [100, 200, 400, 800].map((size) => ({ size, error: 0.1 + size / 8000 }))
    expect(fitLearningCurve(rising).amount).toBe(0)
  })
  it('follows the points that were measured well more than the others', () => {
    const outlier = (standardError: number) =>
      measured(SIZES).map((p, i) => ({
        ...p,
        error: p.error + (i === 4 ? 0.03 : 0),
        standardError: i === 4 ? standardError : 0.002,
      }))
    const at = (se: number) =>
      forecastAt(forecastLearningCurve(outlier(se), seeded(1), 50), 16_000).error
    expect(Math.abs(at(0.05) - truth(16_000))).toBeLessThan(0.002)
    expect(at(0.002) - truth(16_000)).toBeGreaterThan(0.02)
  })
  it.each([
    ['three sizes', measured([250, 500, 1000])],
    ['one size measured four times', measured([250, 250, 250, 250])],
    ['sizes too close together', measured([1000, 1100, 1200, 1300])],
    ['no points', []],
    ['an error of nothing', [...measured([250, 500, 1000]), { size: 2000, error: 0 }]],
    ['a size below one', [...measured([250, 500, 1000]), { size: 0, error: 0.2 }]],
  ])('is refused from %s', (_, points) =>
    expect(() => fitLearningCurve(points)).toThrow(DomainError),
  )
})

describe('the interval of a learning curve', () => {
  it('is the same for the same seed, and another for another', () => {
    const at = (seed: number) =>
      forecastAt(forecastLearningCurve(measured(SIZES, bumps), seeded(seed), 50), 8000)
    expect(at(1)).toEqual(at(1))
    expect(at(1)).not.toEqual(at(2))
  })
  it('grows the further the curve is read', () => {
    const forecast = forecastLearningCurve(measured(SIZES, bumps), seeded(3))
    const width = (size: number) => forecastAt(forecast, size).high - forecastAt(forecast, size).low
    expect(width(32_000)).toBeGreaterThan(width(8000))
    expect(width(8000)).toBeGreaterThan(width(2000))
  })
  it('is as wide as the standard errors say, even if the points happen to lie on a curve', () => {
    const width = (standardError: number) => {
      const points = measured(SIZES).map((p) => ({ ...p, standardError }))
      const { low, high } = forecastAt(forecastLearningCurve(points, seeded(1), 100), 8000)
      return high - low
    }
    expect(width(0.004)).toBeGreaterThan(0.004)
    expect(width(0.004)).toBeGreaterThan(2 * width(0.001))
  })
  it('holds the truth about as often as it says', () => {
    const random = seeded(11)
    // A sum of twelve uniform numbers is near enough to normal here.
    const normal = () => Array.from({ length: 12 }, random).reduce((a, b) => a + b, -6)
    const held = Array.from({ length: 20 }, (_, i) => {
      const points = measured(SIZES, () => 0.004 * normal())
      const { low, high } = forecastAt(forecastLearningCurve(points, seeded(i), 60), 16_000)
      return low <= truth(16_000) && truth(16_000) <= high
    })
    expect(held.filter(Boolean).length).toBeGreaterThanOrEqual(15)
  })
  it('is given up to 8 times the largest size and refused beyond, naming both', () => {
    const forecast = forecastLearningCurve(measured(SIZES), seeded(1), 50)
    expect(forecastAt(forecast, 32_000).error).toBeCloseTo(truth(32_000), 6)
    expect(() => forecastAt(forecast, 32_001)).toThrow(/1 to 32000 .*8 times.*received 32001/)
  })
})

describe('labels or parameters', () => {
  const forecast = forecastLearningCurve(measured(SIZES, bumps), seeded(5))
  const ask = (error: number, extraUsd: number, held = 4000) =>
    labelsOrParameters(forecast, { error, extraUsd }, held, 1)
  it('reads off the curve how many examples reach an error', () => {
    const curve = fitLearningCurve(measured(SIZES))
    expect(examplesFor(curve, truth(8000), 32_000)).toBeCloseTo(8000, 0)
  })
  it('does not promise an error below the floor, nor one beyond what may be forecast', () => {
    const curve = fitLearningCurve(measured(SIZES))
    expect(examplesFor(curve, 0.04, 32_000)).toEqual({ unknown: 'does-not-apply' })
    expect(examplesFor(curve, truth(64_000), 32_000)).toEqual({ unknown: 'does-not-apply' })
  })
  it('finds labels cheaper where the larger model costs much more, and dearer where it does not', () => {
    expect(ask(0.11, 1e6).chanceLabelsAreCheaper).toBeGreaterThan(0.9)
    expect(ask(0.11, 10).chanceLabelsAreCheaper).toBeLessThan(0.1)
  })
  it('counts for the larger model what no number of labels reaches', () =>
    expect(ask(0.01, 1e6)).toMatchObject({
      labels: { unknown: 'does-not-apply' },
      labelsUsd: { unknown: 'does-not-apply' },
      chanceLabelsAreCheaper: 0,
    }))
  it('asks for no more labels where those at hand are enough', () =>
    expect(ask(0.15, 1e6)).toMatchObject({ labels: 0, labelsUsd: 0 }))
})

describe('learning curves by name', () => {
  const run = (given: object) =>
    runFormula('learning-curve', {
      points: '250:0.2697:0.004,500:0.2165:0.004,1000:0.1762:0.004,2000:0.1456:0.004',
      size: 4000,
      ...given,
    }).results
  it('take standard errors with the points', () => {
    const { error = 0, error_low = 0, error_high = 0 } = run({})
    expect(error_low).toBeLessThan(error)
    expect(error_high).toBeGreaterThan(error)
  })
  it.each(['250:0.3,500', '250:0.3,500:x', '1:2:3:4', '', 5])(
    'refuse points such as "%s"',
    (points) => expect(() => run({ points })).toThrow(/points must be/),
  )
  it('say that only a larger model may do where labels cannot', () =>
    expect(() =>
      runFormula('labels-or-parameters', {
        points: '250:0.2697,500:0.2165,1000:0.1762,2000:0.1456',
        target_error: 0.03,
        extra_usd: 5000,
        held: 2000,
        usd_per_label: 0.5,
      }),
    ).toThrow(/only a larger model may/))
})
