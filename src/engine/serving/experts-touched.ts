import { requireWithin } from '../domain.ts'

/**
 * Expected share of a mixture's experts read in one decode step of a batch: 1 - (1 - k/E)^batch,
 * routing taken as uniform. A sparse model is quick at batch 1 because few experts are read.
 * Source: docs/method.md "experts-touched". Example: 4 of 128 at batch 64 -> 0.869.
 */
export function expertsTouched(active: number, experts: number, batch: number): number {
  requireWithin('active', active, 1, experts, 'experts')
  requireWithin('batch', batch, 1, 1e6, 'sequences')
  return 1 - (1 - active / experts) ** batch
}
