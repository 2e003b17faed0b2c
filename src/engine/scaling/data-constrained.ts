import { requireWithin } from '../domain.ts'
import { DATA_CONSTRAINED as M } from './constants.ts'
import { goldenMinimum } from './minimum.ts'

/** Ratio of parameters to tokens at the optimum of the base law. */
const G = ((M.alpha * M.A) / (M.beta * M.B)) ** (1 / (M.alpha + M.beta))

/**
 * Fresh tokens that reading `tokens` from `unique` ones is worth: U + U R (1 - e^(-r/R)), r repeats.
 * Four epochs are nearly as good as fresh data; beyond 16.4 times U no number of epochs leads.
 * Range: C4 and OSCAR, up to 9e9 parameters. Source: https://arxiv.org/abs/2305.16264 (constants.ts).
 * Example: 25e9 unique tokens read 4 times (100e9) -> 93.1e9.
 */
export function effectiveTokens(tokens: number, unique: number): number {
  requireWithin('unique', unique, 1e3, 1e17, 'tokens')
  requireWithin('tokens', tokens, 1e3, 1e18, 'tokens')
  if (tokens <= unique) return tokens
  return unique + saturating(unique, tokens / unique - 1, M.repeatScale)
}

/**
 * Training loss in nats when tokens repeat; parameters beyond what the unique data can feed saturate too.
 * Example: 6.34e9 parameters, 242e9 tokens, 25e9 unique -> 2.22564.
 */
export function dataConstrainedLoss(parameters: number, tokens: number, unique: number): number {
  requireWithin('parameters', parameters, 1e3, 1e15, 'parameters')
  const fed = Math.min(parameters, (Math.min(tokens, unique) * G) ** (M.beta / M.alpha) * G)
  const useful = fed + saturating(fed, parameters / fed - 1, M.parameterScale)
  return M.E + M.A / useful ** M.alpha + M.B / effectiveTokens(tokens, unique) ** M.beta
}

/**
 * Parameters, tokens and epochs of least loss for C = 6 N D training FLOP on `unique` tokens.
 * Example: 1e22 FLOP, 25e9 unique -> 7.03e9 parameters, 237e9 tokens, 9.49 epochs.
 */
export function dataConstrainedOptimum(
  flops: number,
  unique: number,
): { parameters: number; tokens: number; epochs: number; loss: number } {
  requireWithin('flops', flops, 1e15, 1e30, 'FLOP')
  requireWithin('unique', unique, 1e6, 1e17, 'tokens')
  const lossAt = (logN: number) =>
    dataConstrainedLoss(Math.exp(logN), flops / 6 / Math.exp(logN), unique)
  const middle = Math.log(Math.sqrt(flops / 6))
  const parameters = Math.exp(goldenMinimum(lossAt, middle - 6, middle + 6))
  const tokens = flops / 6 / parameters
  return {
    parameters,
    tokens,
    epochs: tokens / unique,
    loss: dataConstrainedLoss(parameters, tokens, unique),
  }
}

function saturating(base: number, repeats: number, scale: number): number {
  return base * scale * (1 - Math.exp(-repeats / scale))
}
