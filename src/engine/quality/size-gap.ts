import { requireWithin } from '../domain.ts'
import { GAP_SD } from './constants.ts'

/** A measured score carried along a family's sizes. Shares of percent: `score` and `chance` in percent. */
export type SizeStep = Readonly<{
  score: number
  /** Score of guessing, e.g. 25 for four choices. */
  chance: number
  /** Gain in logits of the chance-corrected score per doubling of parameters: 0.05 to 0.47 on fixed harnesses. */
  slopePerDoubling: number
  /** log2 of the ratio of parameters; negative towards smaller. */
  doublings: number
}>

/**
 * Score expected of another size of the same family on the same harness, percent:
 * logit((s - c) / (1 - c)) moves by slope x doublings.
 * Only inside one family: models of one size from different families lie 8 to 20 points apart. Not
 * for groundedness, which does not follow size. State it with `gapSd`.
 * Source: fits on https://github.com/felipemaiapolo/statistical-scaling-law and
 * https://github.com/ryoungj/ObsScaling. Example: 50 %, chance 25, slope 0.32, one doubling -> 55.6 %.
 */
export function logitGap({ score, chance, slopePerDoubling, doublings }: SizeStep): number {
  requireWithin('chance', chance, 0, 99, 'percent')
  requireWithin('score', score, chance + 0.01, 99.99, 'percent')
  requireWithin('slopePerDoubling', slopePerDoubling, -2, 2, 'logits per doubling')
  requireWithin('doublings', doublings, -12, 12, 'doublings')
  const above = (score - chance) / (100 - chance)
  const logit = Math.log(above / (1 - above)) + slopePerDoubling * doublings
  return chance + (100 - chance) / (1 + Math.exp(-logit))
}

/**
 * Standard deviation of a score carried so far, points: 4 x sqrt(doublings), for maths 9 x sqrt(doublings).
 * Source: leave-one-family-out errors over about 3.5 doublings. Example: 4 doublings -> 8 points.
 */
export function gapSd(doublings: number, skill: 'general' | 'maths' = 'general'): number {
  requireWithin('doublings', doublings, -12, 12, 'doublings')
  return GAP_SD[skill].value * Math.sqrt(Math.abs(doublings))
}
