import { z } from 'zod'
import type { Estimate } from '../../engine/estimate.ts'
import { DomainError } from '../../engine/formula.ts'
import { seeded } from '../../engine/random.ts'
import { exactly, range } from '../../engine/range.ts'
import type { CurvePoint } from '../../engine/scaling/learning-curve.ts'
import { forecastAt, forecastLearningCurve } from '../../engine/scaling/learning-curve-interval.ts'
import { coverageOf } from '../../sizing/coverage.ts'
import type { Answer } from '../answer.ts'
import { sourceNumbers } from '../compose/reasons.ts'
import { cited, figure, say } from '../compose/say.ts'
import { createCitations } from '../evidence.ts'
import { plain } from '../plain-answer.ts'
import { asErrors, type Measured, measuredIn } from './measured-points.ts'
import { type About, planTool } from './part.ts'

const TITLE = { en: 'Your learning curve', ko: '측정하신 학습 곡선' }
const FITTED = {
  en: 'Your curve was fitted to {count} points up to {largest}.',
  ko: '측정값 {count}, 최대 {largest}에 곡선을 맞췄습니다.',
}
const FORECAST = {
  en: 'With {size} I expect {score} right.',
  ko: '{size}에서는 정답률이 {score:으로/로} 예상됩니다.',
}
const SCOPE = {
  en: 'The ranges come from refitting the curve to measurements redrawn with the same noise; they do not cover another kind of data.',
  ko: '범위는 같은 잡음으로 다시 뽑은 측정값에 곡선을 다시 맞춰 얻은 것이며, 다른 종류의 데이터는 포함하지 않습니다.',
}
const SOURCES = ['kolachina-2012', 'hestness-2017']
/** The seed of the formula registry, so that "show the working" gives the same figures. */
const SEED = 1
/** How many times the largest measured size is forecast; beyond eight times a curve is not read. */
const FURTHER = [2, 4]

const Points = z.strictObject({
  points: z
    .array(z.strictObject({ n: z.number().positive().max(1e9), score: z.number().min(0).max(1e6) }))
    .min(1)
    .max(50),
})

export const fitCurve = planTool(
  'fit_learning_curve',
  'Fits the scores that the asker measured at several numbers of training examples and forecasts more of them. n and score stand in the question.',
  Points,
  ({ points }, about) => {
    const read = measuredIn(points, about.understood.text)
    if (!read)
      return { told: 'Nothing was done: these pairs of numbers do not stand in the question.' }
    const errors = asErrors(read)
    if (!errors) return { told: 'Nothing was done: the scores are neither shares nor percentages.' }
    try {
      return {
        told: 'The fitted curve is shown to the asker.',
        part: {
          tool: 'fit_learning_curve',
          title: say(TITLE, about.understood.language),
          answer: forecast(errors, read, about),
          same: JSON.stringify(errors),
        },
      }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      return { told: 'Nothing was done: a curve takes at least four different sizes.' }
    }
  },
)

function forecast(
  errors: readonly CurvePoint[],
  read: readonly Measured[],
  { understood, knowledge }: About,
): Answer {
  const { language } = understood
  const curve = forecastLearningCurve(errors, seeded(SEED))
  const given = errors.map((p) => `${p.size}:${p.error}`).join(',')
  const count = counted('curve.count', read.length, 'count', 'yours')
  const largest = counted('curve.largest', curve.largest, 'items', 'yours')
  const citations = createCitations(knowledge.corpus, knowledge.catalog)
  const steps = FURTHER.map((times) => {
    const size = counted(`curve.size.${times}`, times * curve.largest, 'items', 'assumed')
    const { error, low, high } = forecastAt(curve, times * curve.largest)
    const score: Estimate = {
      id: `curve.score.${times}`,
      quantity: 'quality',
      unit: 'percent',
      value: range(Math.max(0, 100 - high), Math.max(0, 100 - error), Math.max(0, 100 - low)),
      kind: 'computed',
      formula: 'learning-curve',
      inputs: { points: given, size: times * curve.largest, seed: SEED },
      sources: SOURCES,
    }
    return { size, score }
  })
  const shown = (e: Estimate) => figure(e, language)
  const fitted = say(FITTED, language, { count: shown(count), largest: shown(largest) })
  const sentences = steps.map(({ size, score }) =>
    cited(
      say(FORECAST, language, { size: shown(size), score: shown(score) }),
      sourceNumbers([score], citations),
    ),
  )
  const estimates = [count, largest, ...steps.flatMap((s) => [s.size, s.score])]
  return {
    ...plain('answer', understood, knowledge, [
      { kind: 'explanation', sentences: [fitted, ...sentences] },
      { kind: 'caveats', sentences: [say(SCOPE, language)] },
    ]),
    estimates,
    citations: citations.list(),
    coverage: coverageOf(estimates),
  }
}

function counted(
  id: string,
  value: number,
  unit: 'count' | 'items',
  kind: 'yours' | 'assumed',
): Estimate {
  return { id, quantity: 'count', unit, value: exactly(value), kind, inputs: {}, sources: [] }
}
