import { requireWithin } from '../domain.ts'
import type { ChinchillaFit } from './constants.ts'
import { inferenceAwareOptimum } from './inference-aware.ts'

/** An accelerator at work: USD an hour, peak operations a second, share of the peak that is reached. */
export type Machine = Readonly<{ usdPerHour: number; peakTflops: number; utilisation: number }>

/** Tokens over a model's life, and who reads and writes them. */
export type Use = Readonly<{
  promptTokens: number
  answerTokens: number
  prefill: Machine
  decode: Machine
}>

/**
 * Size and training tokens that reach a loss for the least money over training and use:
 * minimise 6 N D c_train + 2 N (T_in c_prefill + T_out c_decode), c in USD per operation. It is the
 * optimum in operations with the tokens of use weighted by what an operation costs there against training.
 *
 * @param loss nats to be reached, above the fit's irreducible loss
 * @returns parameters, tokens and USD; `usd` is training and use together
 * Range: to about 1,000 tokens per parameter.
 * Source: https://arxiv.org/abs/2401.00448. Example: quality of 30e9 on 1.556e12 tokens, 17.5e9 requests of
 * 70 + 215 tokens, A100 at $1.50 (bf16, 50 %) and $1.00 (INT8, 50 % and 1 %) -> 8.56e9 on 12.2e12.
 */
export function inferenceAwareCost(
  loss: number,
  training: Machine,
  use: Use,
  fit?: ChinchillaFit,
): { parameters: number; tokens: number; usd: number } {
  requireWithin('promptTokens', use.promptTokens, 0, 1e18, 'tokens')
  requireWithin('answerTokens', use.answerTokens, 0, 1e18, 'tokens')
  const perTraining = usdPerOperation('training', training)
  const weighted =
    (use.promptTokens * usdPerOperation('prefill', use.prefill) +
      use.answerTokens * usdPerOperation('decode', use.decode)) /
    perTraining
  const { parameters, tokens, flops } = inferenceAwareOptimum(loss, weighted, fit)
  return { parameters, tokens, usd: flops * perTraining }
}

/** USD that one operation costs on a machine. */
export function usdPerOperation(name: string, machine: Machine): number {
  requireWithin(`${name} price`, machine.usdPerHour, 1e-6, 1e6, 'USD an hour')
  requireWithin(`${name} peak`, machine.peakTflops, 1e-3, 1e6, 'TFLOP/s')
  requireWithin(`${name} utilisation`, machine.utilisation, 1e-6, 1, 'share of the peak')
  return machine.usdPerHour / (3600 * machine.peakTflops * 1e12 * machine.utilisation)
}
