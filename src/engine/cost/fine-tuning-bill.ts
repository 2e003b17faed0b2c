import { requireWithin } from '../domain.ts'

/** Fine-tuning billed by the token. */
export type TuningService = Readonly<{
  trainingTokens: number
  epochs: number
  validationTokens: number
  evaluations: number
  usdPer1MTokens: number
}>

/**
 * Tokens billed and bill of fine-tuning as a service, USD: every pass over the training data and every
 * evaluation of the validation data counts. Minimum charges and hosting come on top.
 * Source: https://docs.together.ai/docs/fine-tuning/pricing.
 * Example: 16e6 tokens once at $0.46 per million -> $7.36.
 */
export function fineTuningBill(job: TuningService): { tokens: number; usd: number } {
  requireWithin('trainingTokens', job.trainingTokens, 0, 1e15, 'tokens')
  requireWithin('epochs', job.epochs, 0, 1000, 'epochs')
  requireWithin('validationTokens', job.validationTokens, 0, 1e15, 'tokens')
  requireWithin('evaluations', job.evaluations, 0, 1000, 'evaluations')
  requireWithin('usdPer1MTokens', job.usdPer1MTokens, 0, 1e6, 'USD')
  const tokens = job.epochs * job.trainingTokens + job.evaluations * job.validationTokens
  return { tokens, usd: (tokens * job.usdPer1MTokens) / 1e6 }
}
