import { requireWithin } from '../domain.ts'
import { DomainError } from '../formula.ts'

/**
 * Share of the gap between a weak and a strong model that a router or cascade recovers:
 * (score - weak) / (strong - weak). Below 0 is worse than the weak model, above 1 better than the
 * strong one. "95 % of the strong score" can be far less of the gap.
 * Source: https://arxiv.org/abs/2406.18665. Example: weak 7.9, strong 9.3, router 8.8 -> 0.643.
 */
export function gapRecovered(weak: number, strong: number, score: number): number {
  const scores = { weak, strong, score }
  for (const [name, value] of Object.entries(scores)) requireWithin(name, value, -1e9, 1e9, 'score')
  if (strong <= weak)
    throw new DomainError(`strong must be above weak (${weak}); received ${strong}.`)
  return (score - weak) / (strong - weak)
}
