import { requireWithin } from '../domain.ts'
import { KAPLAN_BATCH } from './constants.ts'

/**
 * Critical batch in tokens at a loss in nats: B* / L^(1/alpha). Larger batches waste compute, smaller
 * ones time.
 * Range: Kaplan's runs, losses of about 2 to 6 on WebText2.
 * Source: constants.ts. Example: loss 3 -> 1.07e6 tokens; loss 2 -> 7.37e6.
 */
export function criticalBatch(loss: number): number {
  requireWithin('loss', loss, 0.5, 12, 'nats')
  return KAPLAN_BATCH.tokens / loss ** (1 / KAPLAN_BATCH.exponent)
}
