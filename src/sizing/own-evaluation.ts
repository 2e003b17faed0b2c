import type { Defaults } from '../catalog/defaults.ts'
import type { Model, Task } from '../catalog/types.ts'
import { type PairedResult, pairedEvaluation } from '../engine/quality/paired-evaluation.ts'
import type { Evaluation } from './request.ts'

/**
 * A task whose quality evidence is the asker's own evaluation. What was published about other models is
 * moved to the asker's items by `offset` points: as far as the two measured options lie from what was
 * expected of them, on average.
 */
export type JudgedTask = Task & Readonly<{ own?: Evaluation; offset?: number }>

/** The task with an own evaluation; `expected` gives an option's score without it, in percent. */
export function judgedBy(
  task: Task,
  own: Evaluation,
  expected: (option: string) => number | undefined,
): JudgedTask {
  const moved = [own.a, own.b].flatMap((id) => {
    const score = expected(id)
    const right = id === own.a ? own.aRight : own.bRight
    return score === undefined ? [] : [(100 * right) / own.items - score]
  })
  const offset = moved.reduce((sum, points) => sum + points, 0) / Math.max(1, moved.length)
  return { ...task, own, offset }
}

/** The asker's own share right of a model, in percent; undefined for models that were not in it. */
export function ownPercent(model: Model, { own }: JudgedTask): number | undefined {
  if (model.id === own?.a) return (100 * own.aRight) / own.items
  if (model.id === own?.b) return (100 * own.bRight) / own.items
  return undefined
}

/** Variance of the measured gap in points squared, when both are those of the evaluation. */
export function ownGapVariance(a: Model, b: Model, { own }: JudgedTask): number | undefined {
  const both = own && [own.a, own.b].includes(a.id) && [own.a, own.b].includes(b.id)
  return both ? resultOf(own).sd ** 2 : undefined
}

/** Spread of the task's absolute level on the asker's own data, in points. */
export function levelSpread({ own }: JudgedTask, defaults: Defaults): number {
  if (!own) return defaults.level_sd_points
  const share = (own.aRight + own.bRight) / 2 / own.items
  return 100 * Math.sqrt((share * (1 - share)) / own.items)
}

/** What the evaluation says, the first option being the larger. */
export function resultOf({ aRight, bRight, bothRight, items }: Evaluation): PairedResult {
  return pairedEvaluation({
    bothRight,
    onlyLarge: aRight - bothRight,
    onlySmall: bRight - bothRight,
    bothWrong: items - aRight - bRight + bothRight,
  })
}
