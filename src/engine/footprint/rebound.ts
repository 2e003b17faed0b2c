import { requireWithin } from '../domain.ts'

/**
 * Share of an expected saving that more use eats: 1 - actual saving / expected saving. Above 1 the
 * total rises (backfire), which is when use grows more than efficiency.
 *
 * @param efficiencyGain times less energy per unit of use, > 1
 * @param useGrowth times more use
 * Source: definition, https://jonmoshier.com/notes/jevons-paradox/.
 * Example: 2 times more efficient, 1.5 times the use -> 0.5; 3 times the use -> 2.
 */
export function rebound(efficiencyGain: number, useGrowth: number): number {
  requireWithin('efficiencyGain', efficiencyGain, 1.000001, 1e6, 'times')
  requireWithin('useGrowth', useGrowth, 0, 1e9, 'times')
  return 1 - (1 - useGrowth / efficiencyGain) / (1 - 1 / efficiencyGain)
}
