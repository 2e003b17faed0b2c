import type { Defaults } from '../catalog/defaults.ts'
import type { Catalog, Model, Task } from '../catalog/types.ts'
import type { Choice } from '../engine/decision/choice.ts'
import { type Chosen, type Contender, chooseOption } from '../engine/decision/choose-option.ts'
import { netValue } from '../engine/decision/net-value.ts'
import { normalCdf } from '../engine/decision/normal.ts'
import type { Gap } from '../engine/decision/worthwhile.ts'
import { add, type Range } from '../engine/range.ts'
import { isUnknown } from '../engine/unknown.ts'
import { buildDrafts } from './build-drafts.ts'
import type { Draft } from './draft.ts'
import { gapOf, meanOf } from './quality-model.ts'
import type { SizingRequest } from './request.ts'

/** The part of a recommendation that flip points are searched on: cheap enough to run hundreds of times. */
export type Decision = Readonly<{
  drafts: readonly Draft[]
  chosen: Chosen
  choice: Choice
  gap: (a: string, b: string) => Gap
  quality: (id: string) => number
}>

/** Drafts the options and applies the rule. `at` is the ISO date-time whose prices count. */
export function decide(
  request: SizingRequest,
  task: Task,
  catalog: Catalog,
  defaults: Defaults,
  at: string,
): Decision {
  const drafts = buildDrafts(request, task, catalog, defaults, at)
  const models = new Map<string, Model>(
    drafts.flatMap((d) => modelsOf(d, catalog)).map((m) => [m.id, m]),
  )
  const byId = new Map(drafts.map((d) => [d.id, d]))
  const quality = (id: string) => {
    const draft = byId.get(id)
    return draft ? meanOf(draft.quality, models, task) : 0
  }
  const gap = (a: string, b: string): Gap => {
    const [one, other] = [byId.get(a), byId.get(b)]
    return one && other
      ? gapOf(one.quality, other.quality, models, task, defaults)
      : { mean: 0, sd: 0 }
  }
  const eligible = drafts.filter((d) => d.refused === undefined)
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
  const stakes = add(moneyRange(request.value), moneyRange(request.errorCost))
  const profitable = (id: string) => profitProbability(byId.get(id), quality(id), request, defaults)
  const chosen: Chosen =
    contenders.length === 0
      ? { outcome: 'undecided', confidence: 0, standings: [] }
      : chooseOption(contenders, gap, stakes, defaults.decision_bar, profitable)
  return { drafts, chosen, choice: choiceFor(chosen, byId), gap, quality }
}

function choiceFor(chosen: Chosen, byId: ReadonlyMap<string, Draft>): Choice {
  if (chosen.outcome === 'none') return 'no-ai'
  if (chosen.outcome === 'undecided' || chosen.id === undefined) return 'cannot-tell'
  return byId.get(chosen.id)?.choice ?? 'cannot-tell'
}

/** Probability that the option earns more than it costs, its absolute quality being known only within a spread. */
function profitProbability(
  draft: Draft | undefined,
  percent: number,
  request: SizingRequest,
  defaults: Defaults,
): number {
  if (!draft || isUnknown(draft.usdPerRequest)) return 0
  const [value, errorCost] = [request.value.central, request.errorCost.central]
  const net = netValue({
    quality: percent / 100,
    valueUsd: value,
    errorCostUsd: errorCost,
    costUsd: draft.usdPerRequest.central,
  })
  const spread = (value + errorCost) * (defaults.level_sd_points / 100)
  return spread === 0 ? (net > 0 ? 1 : 0) : normalCdf(net / spread)
}

function moneyRange({ low, central, high }: SizingRequest['value']): Range {
  return { low, central, high }
}

function modelsOf(draft: Draft, catalog: Catalog): Model[] {
  return Object.keys(draft.quality.weights).flatMap((id) => catalog.model(id) ?? [])
}
