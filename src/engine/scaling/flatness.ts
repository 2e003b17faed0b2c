import { requireWithin } from '../domain.ts'
import { chinchillaOptimum } from './chinchilla.ts'
import { CHINCHILLA_FITS, type ChinchillaFit } from './constants.ts'
import { fallingRoot } from './minimum.ts'
import { excessLoss } from './over-training.ts'

/**
 * How flat the optimum is: the ratios of tokens to parameters, below and above it, that lose a given
 * share of the reducible loss at equal compute, and the sizes they stand for.
 *
 * @param share of the reducible loss that may be lost, e.g. 0.01
 * Range: optimistic beyond 100 tokens per parameter.
 * Source: the refit, https://arxiv.org/abs/2404.10102. Example: 1e23 FLOP, 1 % -> 8.7 to 42.4 tokens per parameter.
 */
export function plateau(
  flops: number,
  share: number,
  fit: ChinchillaFit = CHINCHILLA_FITS['besiroglu-2024'],
): { fewestTokens: number; mostTokens: number; largest: number; smallest: number } {
  requireWithin('share', share, 1e-6, 1, 'share of the reducible loss')
  const best = chinchillaOptimum(flops, fit)
  const middle = Math.log(best.tokens / best.parameters)
  const over = (logRatio: number) => excessLoss(flops, Math.exp(logRatio), fit) - share
  const fewestTokens = Math.exp(fallingRoot(over, Math.log(0.01), middle))
  const mostTokens = Math.exp(fallingRoot((x) => -over(x), middle, Math.log(1e6)))
  return {
    fewestTokens,
    mostTokens,
    largest: Math.sqrt(flops / 6 / fewestTokens),
    smallest: Math.sqrt(flops / 6 / mostTokens),
  }
}
