import type { Defaults } from '../catalog/defaults.ts'
import type { Model, Task } from '../catalog/types.ts'
import { CHOICES } from '../engine/decision/choice.ts'
import { correlatedDraws } from '../engine/decision/correlated.ts'
import { type Draws, fromRange } from '../engine/decision/draws.ts'
import { type Simulated, type Simulation, simulate } from '../engine/decision/simulate.ts'
import type { Range } from '../engine/range.ts'
import { remembered } from '../engine/remembered.ts'
import { isUnknown } from '../engine/unknown.ts'
import type { Draft } from './draft.ts'
import { type JudgedTask, levelSpread } from './own-evaluation.ts'
import { gapVariance, levelOf } from './quality-model.ts'
import type { SizingRequest } from './request.ts'

/** Columns of the draws: which figure each belongs to. */
const COLUMN = { level: 0, cost: 1, value: 2, errorCost: 3, option: 10, model: 100 } as const

/** Plays drafts through draws; remembers what does not depend on the request, for the many runs of a search. */
export type Player = (drafts: readonly Draft[], request: SizingRequest) => Simulation

/**
 * Makes a player for one task and one set of models. Costs of all options move together, for they
 * hang on the same rents and tokens; so does the level of the task on the asker's own data.
 */
export function createPlayer(
  models: readonly Model[],
  task: JudgedTask,
  defaults: Defaults,
  draws: Draws,
): Player {
  const perModel = new Map(
    correlatedDraws(
      (i, j) => varianceBetween(models[i], models[j], task, defaults),
      models.map((_, i) => draws.normal(COLUMN.model + i)),
    ).map((points, i) => [models[i]?.id ?? '', { points, level: levelAt(models[i], task) }]),
  )
  const right = ({ quality, choice }: Draft): Float64Array => {
    const level = draws.normal(COLUMN.level)
    const own = draws.normal(COLUMN.option + CHOICES.indexOf(choice))
    const parts = Object.entries(quality.weights).flatMap(([id, weight]) => {
      const model = perModel.get(id)
      return model ? [{ weight, ...model }] : []
    })
    const points = new Float64Array(draws.count).fill(
      parts.reduce((sum, p) => sum + p.weight * p.level, quality.shift),
    )
    addScaled(points, level, levelSpread(task, defaults))
    addScaled(points, own, quality.shiftSd)
    for (const part of parts) addScaled(points, part.points, part.weight)
    for (let i = 0; i < points.length; i++)
      points[i] = Math.min(1, Math.max(0, (points[i] as number) / 100))
    return points
  }
  const known = new Map<string, Float64Array>()
  const options = lastOf((drafts: readonly Draft[]) =>
    drafts.flatMap((draft): Simulated[] =>
      isUnknown(draft.usdPerRequest)
        ? []
        : [
            {
              id: draft.id,
              right: remembered(known, `${draft.choice} ${JSON.stringify(draft.quality)}`, () =>
                right(draft),
              ),
              usd: draft.usdPerRequest,
            },
          ],
    ),
  )
  const money = (column: number) => lastOf((of: Range) => fromRange(of, draws.sides(column)))
  const [value, errorCost] = [money(COLUMN.value), money(COLUMN.errorCost)]
  const sum = lastOf((of: Float64Array) => lastOf((other: Float64Array) => plus(of, other)))
  return (drafts, request) => {
    const wrong = errorCost(request.errorCost)
    const stakes = { sum: sum(value(request.value))(wrong), errorCost: wrong }
    return simulate(options(drafts), stakes, draws.sides(COLUMN.cost))
  }
}

/** Remembers the last result: runs of a search that turn one number come with the rest as it was. */
function lastOf<A extends object, R>(make: (argument: A) => R): (argument: A) => R {
  let last: Readonly<{ argument: A; result: R }> | undefined
  return (argument) => {
    if (last?.argument !== argument) last = { argument, result: make(argument) }
    return last.result
  }
}

function varianceBetween(
  a: Model | undefined,
  b: Model | undefined,
  task: Task,
  defaults: Defaults,
): number {
  return a && b ? gapVariance(a, b, task, defaults) : 0
}

function levelAt(model: Model | undefined, task: Task): number {
  return model ? levelOf(model, task).percent : 0
}

function plus(a: Float64Array, b: Float64Array): Float64Array {
  const sum = a.slice()
  addScaled(sum, b, 1)
  return sum
}

function addScaled(sum: Float64Array, column: Float64Array, factor: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + factor * (column[i] as number)
}
