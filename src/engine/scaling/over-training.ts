import { requireWithin } from '../domain.ts'
import { chinchillaLoss, chinchillaOptimum } from './chinchilla.ts'
import { CHINCHILLA_FITS, type ChinchillaFit } from './constants.ts'
import { fallingRoot } from './minimum.ts'

const REFIT = CHINCHILLA_FITS['besiroglu-2024']

/**
 * What training past the optimum costs and buys: a model of N on D against the compute-optimal one of
 * equal loss. `computeRatio` times the training compute for a model `sizeRatio` times smaller to serve.
 * Range: optimistic beyond 100 tokens per parameter (2 to 9 % of loss at 250 to 1,000).
 * Source: the refit, https://arxiv.org/abs/2404.10102. Example: 8e9 on 15e12 -> 5.52 times, 4.22 times.
 */
export function overTraining(
  parameters: number,
  tokens: number,
  fit: ChinchillaFit = REFIT,
): { loss: number; computeRatio: number; sizeRatio: number } {
  const loss = chinchillaLoss(parameters, tokens, fit)
  const above = (logC: number) => chinchillaOptimum(Math.exp(logC), fit).loss - loss
  const flops = Math.exp(fallingRoot(above, Math.log(1e15), Math.log(1e30)))
  return {
    loss,
    computeRatio: (6 * parameters * tokens) / flops,
    sizeRatio: chinchillaOptimum(flops, fit).parameters / parameters,
  }
}

/**
 * Loss added by spending the same compute at another ratio of tokens to parameters, as a share of the
 * reducible loss at the optimum. 10 to 40 is a plateau.
 * Example: 1e23 FLOP at 40 tokens per parameter -> 0.0086; at 1,000 -> 0.256.
 */
export function excessLoss(
  flops: number,
  tokensPerParameter: number,
  fit: ChinchillaFit = REFIT,
): number {
  requireWithin('tokensPerParameter', tokensPerParameter, 0.01, 1e6, 'tokens per parameter')
  const best = chinchillaOptimum(flops, fit).loss
  const parameters = Math.sqrt(flops / 6 / tokensPerParameter)
  const loss = chinchillaLoss(parameters, parameters * tokensPerParameter, fit)
  return (loss - best) / (best - fit.E)
}
