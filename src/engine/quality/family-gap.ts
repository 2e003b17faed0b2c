import { requireWithin } from '../domain.ts'
import { logitGap } from './size-gap.ts'
import type { SizeSlope } from './size-slopes.ts'

/**
 * Score of another size of a family on a benchmark, from one measured size: percent, the gap to the
 * measured score and the gap's standard deviation, points (the error that predicting the largest from the
 * smallest had on that benchmark, times sqrt(doublings)).
 * Only with the harness of the slope, only inside a family, dense models; groundedness does not follow size.
 *
 * @param percent measured score, above chance
 * @param fromB parameters of the measured size, billions
 * @param toB parameters of the size asked for, billions
 * Source: quality/size-slopes.ts. Example: MMLU-Pro 43.7 at 7.6B -> 69.8 at 72.7B, gap 26.1, sd 8.1.
 */
export function familyGap(
  { chance, slope, gapSd }: SizeSlope,
  percent: number,
  fromB: number,
  toB: number,
): { percent: number; gap: number; sd: number } {
  requireWithin('fromB', fromB, 0.01, 1e5, 'billion parameters')
  requireWithin('toB', toB, 0.01, 1e5, 'billion parameters')
  const doublings = Math.log2(toB / fromB)
  const expected = logitGap({ score: percent, chance, slopePerDoubling: slope, doublings })
  return {
    percent: expected,
    gap: expected - percent,
    sd: gapSd * Math.sqrt(Math.abs(doublings)),
  }
}
