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

/**
 * How many times the total grows when use answers to its price: efficiency^(elasticity - 1). Above an
 * elasticity of 1 the total rises in spite of the gain (Jevons); use itself grows efficiency^elasticity.
 *
 * @param elasticity per cent more use for a per cent less energy a unit; 0 where demand is fixed
 * Source: constant-elasticity demand, https://jonmoshier.com/notes/jevons-paradox/.
 * Errors: elasticities of computing demand are guesses; show the break-even, 1, beside the result.
 * Example: 2 times more efficient, elasticity 0.5 -> 0.707 of the old total; elasticity 1.5 -> 1.414.
 */
export function totalAfterGain(efficiencyGain: number, elasticity: number): number {
  requireWithin('efficiencyGain', efficiencyGain, 1.000001, 1e6, 'times')
  requireWithin('elasticity', elasticity, 0, 10, 'ratio')
  return efficiencyGain ** (elasticity - 1)
}
