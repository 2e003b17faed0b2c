import { describe, expect, it } from 'vitest'
import { answerQuestion } from '../../src/answering/answer-question.ts'
import type { Estimate } from '../../src/engine/estimate.ts'
import { FORMULAS, runFormula } from '../../src/engine/registry.ts'
import { isUnknown } from '../../src/engine/unknown.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const knowledge = await shippedKnowledge()
const answers = await Promise.all(
  [
    'Do we need GPT-class models to tag 200k support tickets a month?',
    'What would a 70B model cost us to self-host for 50 requests a second?',
    '티켓 분류를 월 200만 건 하는데 큰 모델이 꼭 필요해?',
    'When does distilling to a small model pay back?',
  ].map((q) => answerQuestion(q, knowledge).then(({ answer }) => answer)),
)
const figures = answers.flatMap((a) => a.estimates)

/** Result of a formula that a figure of a quantity is. */
const RESULTS: Readonly<Record<string, string>> = {
  'api-price USD/month': 'usd_per_month',
  'api-price USD/request': 'usd_per_request',
  'pilot-size items': 'items',
  'pilot-cost USD': 'usd',
  'required-uplift points': 'uplift',
  'monthly-saving USD/month': 'usd_per_month',
  'router-cost USD/request': 'usd_per_request',
}

const again = (e: Estimate): number | undefined => {
  const key = RESULTS[`${e.formula} ${e.unit}`]
  if (key === undefined || isUnknown(e.value)) return undefined
  const { requests_per_month: _volume, ...inputs } = e.inputs
  return runFormula(e.formula ?? '', inputs).results[key]
}

describe('figures of answers', () => {
  it('can be computed again by name from the inputs that the working shows', () => {
    const checked = figures.flatMap((e) => {
      const value = again(e)
      return value === undefined || isUnknown(e.value) ? [] : [{ id: e.id, value, shown: e.value }]
    })
    expect(checked.length).toBeGreaterThan(20)
    for (const { id, value, shown } of checked) {
      const scale = id === 'compare.required' ? 100 : 1
      expect(value * scale, id).toBeCloseTo(shown.central, 6)
    }
  })
  it('name a formula of the list, or one of those that only the whole sizing can run', () => {
    const composed = new Set([
      'task-quality',
      'quality-gap',
      'flip-point',
      'api-latency',
      'carbon-ratio',
      'inference-carbon',
      'inference-water',
      'inference-energy',
    ])
    const known = new Set(FORMULAS.map((f) => f.id))
    const missing = figures.flatMap((e) =>
      e.formula === undefined || known.has(e.formula) || composed.has(e.formula) ? [] : [e.formula],
    )
    expect([...new Set(missing)]).toEqual([])
  })
})
