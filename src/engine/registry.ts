import { type Arguments, checkArguments, DomainError, type Formula } from './formula.ts'
import { API_PRICE } from './formulas/api-price.ts'
import { ARITHMETIC } from './formulas/arithmetic.ts'
import { DATA_COSTS } from './formulas/data-costs.ts'
import { DECISION } from './formulas/decision.ts'
import { DISTILLATION } from './formulas/distillation.ts'
import { ELECTRICITY } from './formulas/electricity.ts'
import { EVALUATION } from './formulas/evaluation.ts'
import { FOOTPRINT } from './formulas/footprint.ts'
import { HARDWARE } from './formulas/hardware.ts'
import { INFORMATION } from './formulas/information.ts'
import { LEARNING_CURVE } from './formulas/learning-curve.ts'
import { LIFE_CYCLE } from './formulas/life-cycle.ts'
import { MEASURED_THROUGHPUT } from './formulas/measured-throughput.ts'
import { MEMORY } from './formulas/memory.ts'
import { MONEY } from './formulas/money.ts'
import { MONTHS } from './formulas/months.ts'
import { ONE_OFF } from './formulas/one-off.ts'
import { OWN_FIGURES } from './formulas/own-figures.ts'
import { PAIRS } from './formulas/pairs.ts'
import { PHYSICAL } from './formulas/physical.ts'
import { QUALITY } from './formulas/quality.ts'
import { QUEUEING } from './formulas/queueing.ts'
import { REQUEST } from './formulas/request.ts'
import { SCALING } from './formulas/scaling.ts'
import { SCALING_HISTORY } from './formulas/scaling-history.ts'
import { SERVING } from './formulas/serving.ts'
import { SHAPE } from './formulas/shape.ts'
import { TRAINING } from './formulas/training.ts'
import { TRAINING_BILLS } from './formulas/training-bills.ts'
import { TRAINING_CHOICES } from './formulas/training-choices.ts'

/** Every formula that can be run by name. */
export const FORMULAS: readonly Formula[] = [
  ...ARITHMETIC,
  ...OWN_FIGURES,
  ...DECISION,
  ...INFORMATION,
  ...EVALUATION,
  ...PAIRS,
  ...API_PRICE,
  ...MONEY,
  ...ONE_OFF,
  ...MONTHS,
  ...DATA_COSTS,
  ...DISTILLATION,
  ...TRAINING,
  ...TRAINING_BILLS,
  ...SERVING,
  ...MEMORY,
  ...HARDWARE,
  ...QUEUEING,
  ...MEASURED_THROUGHPUT,
  ...SHAPE,
  ...PHYSICAL,
  ...REQUEST,
  ...LIFE_CYCLE,
  ...ELECTRICITY,
  ...FOOTPRINT,
  ...SCALING,
  ...TRAINING_CHOICES,
  ...LEARNING_CURVE,
  ...QUALITY,
  ...SCALING_HISTORY,
]

/** Runs a formula by id after checking its arguments; throws DomainError with the valid ids or ranges. */
export function runFormula(
  id: string,
  given: Arguments,
): { formula: Formula; used: Arguments; results: Readonly<Record<string, number>> } {
  const formula = FORMULAS.find((f) => f.id === id)
  if (!formula)
    throw new DomainError(
      `There is no formula "${id}". The nearest are ${nearest(id).join(', ')}; there are: ${FORMULAS.map((f) => f.id).join(', ')}.`,
    )
  const used = checkArguments(formula, given)
  return { formula, used, results: computed(formula, used) }
}

/** The results; arguments that are each in their domain may still be too large or too small together. */
function computed(formula: Formula, used: Arguments): Readonly<Record<string, number>> {
  const results = finiteOrNone(() => formula.compute(used))
  if (results && Object.values(results).every(Number.isFinite)) return results
  const received = Object.entries(used).map(([key, value]) => `${key} ${value}`)
  throw new DomainError(
    `The arguments of ${formula.id} must together give finite results, each within its own range; received ${received.join(', ')}.`,
  )
}

/** What a computation gives; nothing where a range on the way would not be finite. */
function finiteOrNone<T>(compute: () => T): T | undefined {
  try {
    return compute()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The three ids that share most pairs of letters with what was asked for. */
function nearest(id: string): string[] {
  const pairs = (word: string) => new Set([...word].map((_, i) => word.slice(i, i + 2)))
  const asked = pairs(id.toLowerCase())
  const shared = (f: Formula) => {
    const own = pairs(f.id)
    return [...own].filter((p) => asked.has(p)).length / (own.size + asked.size)
  }
  return [...FORMULAS]
    .sort((a, b) => shared(b) - shared(a))
    .slice(0, 3)
    .map((f) => f.id)
}
