import type { Defaults } from '../catalog/defaults.ts'
import { type Model, TIERS } from '../catalog/types.ts'
import type { Gap } from '../engine/decision/worthwhile.ts'
import { type JudgedTask, levelSpread, ownGapVariance, ownPercent } from './own-evaluation.ts'

/** Expected share right on a task, in percent, and what it rests on. */
export type Level = Readonly<{
  percent: number
  basis: 'yours' | 'measured' | 'tier'
  source: string
}>

/** An option's quality as a mix of models plus a shift of its own, in points. */
export type QualityMix = Readonly<{
  weights: Readonly<Record<string, number>>
  shift: number
  shiftSd: number
}>

/** A model alone, or what stands for itself as a model does. */
export function pure({ id }: Readonly<{ id: string }>): QualityMix {
  return { weights: { [id]: 1 }, shift: 0, shiftSd: 0 }
}

/**
 * The asker's own result, else a measured score on the task's own harness, else the score of the vendor
 * ladder's same tier. Beside an own evaluation published scores are moved to its items, and stand in.
 */
export function levelOf(model: Model, task: JudgedTask): Level {
  const yours = ownPercent(model, task)
  if (yours !== undefined) return { percent: yours, basis: 'yours', source: 'yours' }
  const { benchmark, harness, byTier, source } = task.quality
  const own = model.scores.find((s) => s.benchmark === benchmark && s.harness === harness)
  if (task.offset !== undefined) {
    const percent = (own?.value ?? byTier[model.tier]) + task.offset
    return { percent: Math.min(100, Math.max(0, percent)), basis: 'tier', source }
  }
  return own
    ? { percent: own.value, basis: 'measured', source: own.source }
    : { percent: byTier[model.tier], basis: 'tier', source }
}

/** Steps between two models on the ladder of tiers; at least half a step, for two models are never twins. */
function steps(a: Model, b: Model): number {
  return Math.max(0.5, Math.abs(TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier)))
}

/**
 * Variance, in points squared, of the gap between two models when carried over to the asker's task:
 * steps on the ladder, and the doubt of each vendor whose score is only that of the tier. Two models
 * that share a vendor and this doubt have it in common.
 */
export function gapVariance(a: Model, b: Model, task: JudgedTask, defaults: Defaults): number {
  if (a.id === b.id) return 0
  const own = ownGapVariance(a, b, task)
  if (own !== undefined) return own
  const ladder = task.quality.gapSdPerStep ** 2 * steps(a, b)
  const doubts = new Set(
    [a, b].flatMap((m) => (levelOf(m, task).basis === 'tier' ? [m.vendor] : [])),
  )
  const shared =
    a.vendor === b.vendor && levelOf(a, task).basis === levelOf(b, task).basis ? 0 : doubts.size
  return (
    ladder + shared * (defaults.cross_vendor_sd_points ** 2 / 2) + ofItems(a, b, task, defaults)
  )
}

/** What is not known of a measured model's lead over one that the asker did not measure, in points squared. */
function ofItems(a: Model, b: Model, task: JudgedTask, defaults: Defaults): number {
  const measured = [a, b].filter((m) => ownPercent(m, task) !== undefined)
  return measured.length === 1 ? levelSpread(task, defaults) ** 2 : 0
}

/** Expected percent right of a mix. */
export function meanOf(
  mix: QualityMix,
  models: ReadonlyMap<string, Model>,
  task: JudgedTask,
): number {
  return Object.entries(mix.weights).reduce((sum, [id, weight]) => {
    const model = models.get(id)
    return model ? sum + weight * levelOf(model, task).percent : sum
  }, mix.shift)
}

/**
 * Gap between two mixes, in points. The variance of a weighted difference whose weights sum to zero
 * follows from the pairwise gap variances alone: -1/2 * sum of w_i w_j D_ij (the variogram identity).
 */
export function gapOf(
  a: QualityMix,
  b: QualityMix,
  models: ReadonlyMap<string, Model>,
  task: JudgedTask,
  defaults: Defaults,
): Gap {
  const ids = [...new Set([...Object.keys(a.weights), ...Object.keys(b.weights)])]
  const difference = ids.map((id) => ({
    model: models.get(id),
    weight: (a.weights[id] ?? 0) - (b.weights[id] ?? 0),
  }))
  let variance = a.shiftSd ** 2 + b.shiftSd ** 2
  for (const one of difference)
    for (const other of difference)
      if (one.model && other.model)
        variance -=
          0.5 * one.weight * other.weight * gapVariance(one.model, other.model, task, defaults)
  return {
    mean: meanOf(a, models, task) - meanOf(b, models, task),
    sd: Math.sqrt(Math.max(0, variance)),
  }
}
