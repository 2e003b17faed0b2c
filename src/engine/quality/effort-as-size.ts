import { requireWithin } from '../domain.ts'

/** A model's scores with less and with more reasoning on one harness, percent, and what more costs. */
export type EffortStep = Readonly<{
  less: number
  more: number
  /** Score of guessing, percent. */
  chance: number
  /** Gain in logits per doubling of parameters on the same benchmark. */
  slopePerDoubling: number
  /** Cost of an answer with more reasoning over one with less. */
  costMultiple: number
}>

/**
 * Reasoning effort read as size: the doublings of parameters that would gain as much,
 * (logit(more) - logit(less)) / slope on chance-corrected scores, and the size they make. Where that size
 * is above the cost multiple, thinking is the cheaper way, if serving costs as much as it has parameters.
 * Range: slope above 0; a benchmark that follows size at all; easy and medium questions more than the
 * hardest, which more thinking hardly helps.
 * Source: size slopes as sizeGap (quality/size-slopes.ts); https://arxiv.org/abs/2408.03314 for the limits.
 * Example: 60.5 -> 71.2, chance 25, slope 0.3113 -> 1.86 doublings, 3.6 times the size.
 */
export function effortAsSize({ less, more, chance, slopePerDoubling, costMultiple }: EffortStep): {
  doublings: number
  sizeMultiple: number
  sizePerCost: number
} {
  requireWithin('chance', chance, 0, 99, 'percent')
  requireWithin('less', less, chance + 0.01, 99.99, 'percent')
  requireWithin('more', more, chance + 0.01, 99.99, 'percent')
  requireWithin('slopePerDoubling', slopePerDoubling, 0.01, 2, 'logits per doubling')
  requireWithin('costMultiple', costMultiple, 1, 1e6, 'times')
  const logit = (percent: number) => Math.log((percent - chance) / (100 - percent))
  const doublings = (logit(more) - logit(less)) / slopePerDoubling
  return { doublings, sizeMultiple: 2 ** doublings, sizePerCost: 2 ** doublings / costMultiple }
}
