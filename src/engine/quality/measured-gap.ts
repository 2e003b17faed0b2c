import { requireWithin } from '../domain.ts'
import { type Unknown, unknown } from '../unknown.ts'

/** A published score, percent, and the harness, family and number of items behind it. */
export type MeasuredScore = Readonly<{
  percent: number
  items: number
  harness: string
  family: string
}>

/**
 * Gap between two sizes of one family measured on one harness, points, with the standard deviation that
 * the number of items leaves: sqrt(p(1-p)/n) of both, added as squares. Scores of two harnesses or two
 * families say nothing about size: the gap is then unknown.
 * The same model scores 69.4 and 56.1 on MMLU in two harnesses (https://github.com/meta-llama/llama-models,
 * HELM); families of one size lie 8 to 20 points apart. Source: arithmetic of independent samples;
 * where both ran on the same items it overstates the error.
 * Example: Llama 3.1 70B 66.4 and 8B 48.3 on MMLU-Pro, 12,032 items -> 18.1 points, sd 0.63.
 */
export function measuredGap(
  large: MeasuredScore,
  small: MeasuredScore,
): { gap: number; sd: number } | Unknown {
  const variances = [large, small].map(({ percent, items }) => {
    requireWithin('percent', percent, 0, 100, 'percent')
    requireWithin('items', items, 1, 1e9, 'items')
    return (percent * (100 - percent)) / items
  })
  if (large.harness !== small.harness || large.family !== small.family)
    return unknown('does-not-apply')
  return {
    gap: large.percent - small.percent,
    sd: Math.sqrt(variances.reduce((a, b) => a + b, 0)),
  }
}
