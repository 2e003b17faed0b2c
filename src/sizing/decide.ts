import type { Defaults } from '../catalog/defaults.ts'
import type { Catalog, Model, Task } from '../catalog/types.ts'
import type { Choice } from '../engine/decision/choice.ts'
import { type Chosen, type Contender, chooseOption } from '../engine/decision/choose-option.ts'
import type { Draws } from '../engine/decision/draws.ts'
import type { Simulation } from '../engine/decision/simulate.ts'
import type { Gap } from '../engine/decision/worthwhile.ts'
import { isUnknown } from '../engine/unknown.ts'
import { buildDrafts } from './build-drafts.ts'
import type { Draft } from './draft.ts'
import { gapOf, meanOf } from './quality-model.ts'
import type { SizingRequest } from './request.ts'
import { createPlayer, type Player } from './simulate-options.ts'

/** A choice and all it rests on. */
export type Decision = Readonly<{
  drafts: readonly Draft[]
  chosen: Chosen
  choice: Choice
  simulation: Simulation
  gap: (a: string, b: string) => Gap
  quality: (id: string) => number
}>

/** Decides a request; made once a workload, so that the searches of flip points share what they draw. */
export type Decider = (request: SizingRequest, task: Task, draws: Draws) => Decision

/** `at` is the ISO date-time whose prices count. */
export function createDecider(catalog: Catalog, defaults: Defaults, at: string): Decider {
  const players = new Map<string, Player>()
  const drafted = new Map<string, readonly Draft[]>()
  return (request, task, draws) => {
    // What an answer is worth moves no option's cost, speed or quality.
    const { value: _value, 'error-cost': _errorCost, ...rest } = request.input
    const drafts = remembered(drafted, JSON.stringify(rest), () =>
      buildDrafts(request, task, catalog, defaults, at),
    )
    const models = modelsOf(drafts, catalog)
    const key = [task.id, draws.count, ...models.map((m) => m.id)].join(' ')
    const player = remembered(players, key, () => createPlayer(models, task, defaults, draws))
    const byModel = new Map(models.map((m) => [m.id, m]))
    const byId = new Map(drafts.map((d) => [d.id, d]))
    const eligible = drafts.filter((d) => d.refused === undefined)
    const simulation = player(eligible, request)
    const quality = (id: string) => {
      const draft = byId.get(id)
      return draft ? meanOf(draft.quality, byModel, task) : 0
    }
    const contenders = eligible.flatMap((d): Contender[] =>
      isUnknown(d.usdPerRequest)
        ? []
        : [
            {
              id: d.id,
              usdPerRequest: d.usdPerRequest,
              quality: quality(d.id),
              kind: d.choice,
              upFront: d.upFront,
            },
          ],
    )
    const chosen: Chosen =
      contenders.length === 0
        ? {
            outcome: 'undecided',
            confidence: () => 0,
            against: () => undefined,
            standings: () => [],
          }
        : chooseOption(contenders, simulation.beats, defaults.decision_bar, simulation.profitable)
    return {
      drafts,
      chosen,
      choice: choiceFor(chosen, byId),
      simulation,
      quality,
      gap: (a, b) => {
        const [one, other] = [byId.get(a), byId.get(b)]
        return one && other
          ? gapOf(one.quality, other.quality, byModel, task, defaults)
          : { mean: 0, sd: 0 }
      },
    }
  }
}

function remembered<V>(known: Map<string, V>, key: string, make: () => V): V {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}

function choiceFor(chosen: Chosen, byId: ReadonlyMap<string, Draft>): Choice {
  if (chosen.outcome === 'none') return 'no-ai'
  if (chosen.outcome === 'undecided' || chosen.id === undefined) return 'cannot-tell'
  return byId.get(chosen.id)?.choice ?? 'cannot-tell'
}

/** The models that the drafts' quality rests on, in an order that does not depend on theirs. */
function modelsOf(drafts: readonly Draft[], catalog: Catalog): Model[] {
  const ids = new Set(drafts.flatMap((d) => Object.keys(d.quality.weights)))
  return [...ids].sort().flatMap((id) => catalog.model(id) ?? [])
}
