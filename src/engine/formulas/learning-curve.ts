import { type Arguments, DomainError, type Formula } from '../formula.ts'
import { seeded } from '../random.ts'
import { labelsOrParameters } from '../scaling/labels-or-parameters.ts'
import type { CurvePoint } from '../scaling/learning-curve.ts'
import { forecastAt, forecastLearningCurve } from '../scaling/learning-curve-interval.ts'
import { applying, arg, NOT_NEGATIVE, num } from './arguments.ts'

const SOURCE = 'https://aclanthology.org/P12-1003/, https://arxiv.org/abs/1712.00409'
const MEASURED = '250:0.2697,500:0.2165,1000:0.1762,2000:0.1456'

const points = {
  ...arg(
    'points',
    'size:error[:standard error]',
    'measured errors by number of examples, at least 4, separated by commas',
  ),
  text: true,
} as const
const resamples = arg('resamples', 'curves', 'how often the measurement is redrawn', {
  min: 50,
  max: 10_000,
  default: 400,
  integer: true,
})
const seed = arg('seed', 'number', 'of the random numbers; the same seed gives the same interval', {
  min: 0,
  max: 2 ** 32 - 1,
  default: 1,
  integer: true,
})

/** What a user's own measurements at several sizes say about more data. */
export const LEARNING_CURVE: readonly Formula[] = [
  {
    id: 'learning-curve',
    title: 'Error of a model trained on more of your own examples',
    equation: 'floor + amount n^-exponent (pow3), fitted to the points by weighted least squares',
    parameters: [
      points,
      arg('size', 'examples', 'n, number of examples to forecast', { min: 1, max: 1e15 }),
      resamples,
      seed,
    ],
    results: [
      { key: 'error', unit: 'as measured' },
      { key: 'error_low', unit: 'as measured, 5th percentile' },
      { key: 'error_high', unit: 'as measured, 95th percentile' },
      { key: 'floor', unit: 'as measured' },
      { key: 'amount', unit: 'as measured' },
      { key: 'exponent', unit: 'number' },
    ],
    source: SOURCE,
    validity: 'at least 4 sizes; up to 8 times the largest, further is refused; bootstrap interval',
    example: {
      arguments: { points: MEASURED, size: 8000 },
      results: { error: 0.1048, floor: 0.0497, amount: 1.994, exponent: 0.3992 },
      tolerance: 1e-3,
    },
    compute: (g) => {
      const forecast = forecastOf(g)
      const { error, low, high } = forecastAt(forecast, num(g, 'size'))
      const { floor, amount, exponent } = forecast.curve
      return { error, error_low: low, error_high: high, floor, amount, exponent }
    },
  },
  {
    id: 'labels-or-parameters',
    title: 'When more labels beat more parameters',
    equation:
      'labels = (amount / (target - floor))^(1 / exponent) - held; their cost against the larger model',
    parameters: [
      points,
      arg('target_error', 'as measured', 'error of the larger model', { min: 1e-9, max: 1e9 }),
      arg('extra_usd', 'USD', 'what the larger model costs more over the time that counts', {
        min: 0,
        max: 1e15,
      }),
      arg('held', 'examples', 'labelled examples at hand', NOT_NEGATIVE),
      arg('usd_per_label', 'USD', 'one more label', { min: 0, max: 1e6 }),
      resamples,
      seed,
    ],
    results: [
      { key: 'labels', unit: 'labels more' },
      { key: 'labels_usd', unit: 'USD' },
      { key: 'saving_usd', unit: 'USD, positive where labels are cheaper' },
      { key: 'chance_labels_are_cheaper', unit: 'probability' },
    ],
    source: SOURCE,
    validity: 'as learning-curve; refused where no number of labels that may be forecast is enough',
    example: {
      arguments: {
        points: MEASURED,
        target_error: 0.11,
        extra_usd: 5000,
        held: 2000,
        usd_per_label: 0.5,
      },
      results: { labels: 4394, labels_usd: 2197, saving_usd: 2803 },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const [target, extra] = [num(g, 'target_error'), num(g, 'extra_usd')]
      const r = labelsOrParameters(
        forecastOf(g),
        { error: target, extraUsd: extra },
        num(g, 'held'),
        num(g, 'usd_per_label'),
      )
      const refusal = `The curve does not reach an error of ${target} within 8 times the largest size: only a larger model may; received ${g.points}.`
      const usd = applying(r.labelsUsd, refusal)
      return {
        labels: applying(r.labels, refusal),
        labels_usd: usd,
        saving_usd: extra - usd,
        chance_labels_are_cheaper: r.chanceLabelsAreCheaper,
      }
    },
  },
]

function forecastOf(given: Arguments) {
  return forecastLearningCurve(
    pointsIn(String(given.points)),
    seeded(num(given, 'seed')),
    num(given, 'resamples'),
  )
}

function pointsIn(text: string): CurvePoint[] {
  return text.split(',').map((part) => {
    const numbers = part
      .split(':')
      .map((field) => (field.trim() === '' ? Number.NaN : Number(field)))
    const [size = Number.NaN, error = Number.NaN, standardError] = numbers
    if (numbers.length > 3 || numbers.some(Number.isNaN) || Number.isNaN(error))
      throw new DomainError(
        `points must be size:error or size:error:standard-error, separated by commas; received "${part}".`,
      )
    return { size, error, ...(standardError === undefined ? {} : { standardError }) }
  })
}
