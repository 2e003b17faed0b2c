import type { Defaults } from '../catalog/defaults.ts'
import type { Catalog, Model, Task } from '../catalog/types.ts'
import type { Choice } from '../engine/decision/choice.ts'
import { type Chosen, type Contender, chooseOption } from '../engine/decision/choose-option.ts'
import type { Draws } from '../engine/decision/draws.ts'
import type { Simulation } from '../engine/decision/simulate.ts'
import type { Gap } from '../engine/decision/worthwhile.ts'
import { remembered } from '../engine/remembered.ts'
import { isUnknown } from '../engine/unknown.ts'
import { buildDrafts } from './build-drafts.ts'
import type { Draft } from './draft.ts'
import { type JudgedTask, judgedBy } from './own-evaluation.ts'
import { gapOf, type Level, levelOf, meanOf, pure } from './quality-model.ts'
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
  /** What the quality of an option rests on, a model it is made of each. */
  bases: (id: string) => readonly Level['basis'][]
  /** The task with the evidence that counted. */
  task: JudgedTask
}>

/** Decides a request; made once a workload, so that the searches of flip points share what they draw. */
export type Decider = (request: SizingRequest, task: Task, draws: Draws) => Decision

/** What of a decision does not depend on what an answer is worth. */
type Field = Readonly<{
  drafts: readonly Draft[]
  byId: ReadonlyMap<string, Draft>
  eligible: readonly Draft[]
  contenders: readonly Contender[]
  models: readonly Model[]
  quality: (id: string) => number
  bases: (id: string) => readonly Level['basis'][]
  gap: (a: string, b: string) => Gap
}>

/** `at` is the ISO date-time whose prices count. */
export function createDecider(catalog: Catalog, defaults: Defaults, at: string): Decider {
  const players = new Map<string, Player>()
  let judged: JudgedTask | undefined
  let first: Readonly<{ workload: string; field: Field }> | undefined
  return (request, plain, draws) => {
    judged ??= judgedTask(request, plain, catalog, defaults, at)
    const task = judged
    // What an answer is worth moves no option's cost, speed or quality.
    const { value: _value, 'error-cost': _errorCost, ...rest } = request.input
    const workload = JSON.stringify(rest)
    const field =
      first?.workload === workload
        ? first.field
        : fieldOf(buildDrafts(request, task, catalog, defaults, at), task, catalog, defaults)
    // The others are met once or twice in a search, and a hundred of them would fill the memory.
    first ??= { workload, field }
    const { drafts, byId, contenders, models, quality, bases, gap } = field
    const key = [task.id, draws.count, ...models.map((m) => m.id)].join(' ')
    const player = remembered(players, key, () => createPlayer(models, task, defaults, draws))
    const simulation = player(field.eligible, request)
    const chosen: Chosen =
      contenders.length === 0
        ? {
            outcome: 'undecided',
            confidence: () => 0,
            against: () => undefined,
            standings: () => [],
          }
        : chooseOption(contenders, simulation.beats, defaults.decision_bar, simulation.profitable)
    const choice = choiceFor(chosen, byId)
    return { drafts, chosen, choice, simulation, quality, bases, gap, task }
  }
}

/** The task as the request's own evaluation has it, where there is one. */
function judgedTask(
  request: SizingRequest,
  task: Task,
  catalog: Catalog,
  defaults: Defaults,
  at: string,
): JudgedTask {
  const { evaluation } = request
  if (!evaluation) return task
  const drafts = buildDrafts(request, task, catalog, defaults, at)
  const { quality } = fieldOf(drafts, task, catalog, defaults)
  const expected = (id: string) => {
    const model = catalog.model(id)
    if (model) return levelOf(model, task).percent
    return drafts.some((d) => d.id === id) ? quality(id) : undefined
  }
  return judgedBy(task, evaluation, expected)
}

function fieldOf(
  built: readonly Draft[],
  task: JudgedTask,
  catalog: Catalog,
  defaults: Defaults,
): Field {
  const drafts = built.map((draft) => measured(draft, task, catalog))
  const models = modelsOf(drafts, catalog)
  const byModel = new Map(models.map((m) => [m.id, m]))
  const byId = new Map(drafts.map((d) => [d.id, d]))
  const eligible = drafts.filter((d) => d.refused === undefined)
  const quality = (id: string) => {
    const draft = byId.get(id)
    return draft ? meanOf(draft.quality, byModel, task) : 0
  }
  const contenders = eligible.flatMap(({ id, usdPerRequest, choice, upFront }): Contender[] =>
    isUnknown(usdPerRequest)
      ? []
      : [{ id, usdPerRequest, quality: quality(id), kind: choice, upFront }],
  )
  const gap = (a: string, b: string) => {
    const [one, other] = [byId.get(a), byId.get(b)]
    return one && other
      ? gapOf(one.quality, other.quality, byModel, task, defaults)
      : { mean: 0, sd: 0 }
  }
  const bases = (id: string) =>
    Object.keys(byId.get(id)?.quality.weights ?? {}).map((name) => {
      const model = byModel.get(name)
      return model ? levelOf(model, task).basis : 'tier'
    })
  return { drafts, byId, eligible, contenders, models, quality, bases, gap }
}

function choiceFor(chosen: Chosen, byId: ReadonlyMap<string, Draft>): Choice {
  if (chosen.outcome === 'none') return 'no-ai'
  if (chosen.outcome === 'undecided' || chosen.id === undefined) return 'cannot-tell'
  return byId.get(chosen.id)?.choice ?? 'cannot-tell'
}

/** What is made of models and was measured by the asker stands for itself, as a model does. */
function measured(draft: Draft, { own }: JudgedTask, catalog: Catalog): Draft {
  const made = catalog.model(draft.id) === undefined
  return made && (draft.id === own?.a || draft.id === own?.b)
    ? { ...draft, quality: pure(draft) }
    : draft
}

/** The models that the drafts' quality rests on, in an order that does not depend on theirs. */
function modelsOf(drafts: readonly Draft[], catalog: Catalog): Model[] {
  const made = new Map(drafts.map(({ id, model }) => [id, { ...model, id }]))
  const ids = new Set(drafts.flatMap((d) => Object.keys(d.quality.weights)))
  return [...ids].sort().flatMap((id) => catalog.model(id) ?? made.get(id) ?? [])
}
