import { requireWithin } from '../domain.ts'
import { DomainError } from '../formula.ts'
import { CHINCHILLA_FITS, type ChinchillaFit } from './constants.ts'
import { fallingRoot } from './minimum.ts'

/**
 * Size and training tokens that reach a loss with the least compute over training and use:
 * minimise 6 N D + 2 N T with L(N, D) = loss. The more it is used, the smaller and longer trained.
 * Range: to about 1,000 tokens per parameter; beyond, the law promises too much.
 *
 * @param loss nats to be reached, above the fit's irreducible loss
 * @param inferenceTokens T, tokens read and written over the model's life
 * Throws a DomainError when no size reaches the loss.
 * Source: https://arxiv.org/abs/2401.00448 with its own constants.
 * Example: quality of a 13e9 model trained on 576.5e9 tokens, 2e12 tokens of use -> 6.97e9 on 1.25e12.
 */
export function inferenceAwareOptimum(
  loss: number,
  inferenceTokens: number,
  fit: ChinchillaFit = CHINCHILLA_FITS['sardana-2024'],
): { parameters: number; tokens: number; tokensPerParameter: number; flops: number } {
  const { E, A, B, alpha, beta } = fit
  requireWithin('loss', loss, E + 1e-6, 20, 'nats')
  requireWithin('inferenceTokens', inferenceTokens, 0, 1e18, 'tokens')
  // First-order condition in D, with N eliminated by the constraint; it falls as D grows.
  const slope = (logD: number) => {
    const d = Math.exp(logD)
    const perUse = ((inferenceTokens * beta * B) / (3 * alpha)) * d ** (-beta - 1)
    return ((beta * B) / alpha + B) * d ** -beta + perUse + E - loss
  }
  const tokens = Math.exp(fallingRoot(slope, Math.log(1e6), Math.log(1e20)))
  const left = loss - E - B / tokens ** beta
  if (!(left > 0))
    throw new DomainError(`loss must be reachable with up to 1e20 tokens; received ${loss} nats.`)
  const parameters = (A / left) ** (1 / alpha)
  return {
    parameters,
    tokens,
    tokensPerParameter: tokens / parameters,
    flops: parameters * (6 * tokens + 2 * inferenceTokens),
  }
}
