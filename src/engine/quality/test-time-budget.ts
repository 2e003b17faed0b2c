import { requireWithin } from '../domain.ts'

/**
 * How many times its usual inference compute a small model may spend before a model M times its size
 * costs the same over training and use together: M + 3 (M - 1) / R, where R is inference tokens per
 * pre-training token. Beyond that multiple the larger model is the cheaper way to the same compute.
 * Source: Snell et al. 2024, arXiv 2408.03314. Range: M of at least 1, R above 0.
 * Example: M = 14, R = 0.16 -> 257.75; R = 22 -> 15.77.
 */
export function testTimeBudget(sizeRatio: number, tokensRatio: number): number {
  requireWithin('sizeRatio', sizeRatio, 1, 1e6, 'times')
  requireWithin('tokensRatio', tokensRatio, 1e-9, 1e9, 'inference tokens per training token')
  return sizeRatio + (3 * (sizeRatio - 1)) / tokensRatio
}
