import { requireWithin } from '../domain.ts'

/** Forgives what binary fractions are off by. */
const ROUNDING = 1e-12

/**
 * Share of items on which exactly one of two models is right, from how often each is and how their
 * successes go together: p1 + p2 - 2 (p1 p2 + rho sqrt(p1 (1 - p1) p2 (1 - p2))).
 *
 * @param correlation rho between the successes of the two on an item, -1 to 1
 * @returns a share of items; correlations that no two such models can have are refused
 * Source: variance of a difference of two shares; as used in https://arxiv.org/abs/2411.00640.
 * Example: 85 % and 80 % right, correlation 0.5 -> 0.1472.
 */
export function discordance(shareA: number, shareB: number, correlation: number): number {
  requireWithin('shareA', shareA, 0, 1, 'share right')
  requireWithin('shareB', shareB, 0, 1, 'share right')
  requireWithin('correlation', correlation, -1, 1, 'correlation')
  const together =
    shareA * shareB + correlation * Math.sqrt(shareA * (1 - shareA) * shareB * (1 - shareB))
  const [least, most] = [Math.max(0, shareA + shareB - 1), Math.min(shareA, shareB)]
  const both = 'share right of both at this correlation'
  requireWithin(both, together, least - ROUNDING, most + ROUNDING, 'share of items')
  return Math.max(0, shareA + shareB - 2 * together)
}
