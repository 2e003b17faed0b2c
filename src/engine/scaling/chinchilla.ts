import { requireWithin } from '../domain.ts'
import { CHINCHILLA_FITS, type ChinchillaFit } from './constants.ts'

/**
 * Training loss in nats of a model of N parameters on D tokens: E + A / N^alpha + B / D^beta.
 * Range: fitted on 70M to 16B parameters and 5B to 500B tokens; beyond 100 tokens per parameter optimistic.
 * Source: constants.ts. Example: 70e9 parameters, 1.4e12 tokens, refit -> 1.9734.
 */
export function chinchillaLoss(
  parameters: number,
  tokens: number,
  fit: ChinchillaFit = CHINCHILLA_FITS['besiroglu-2024'],
): number {
  requireWithin('parameters', parameters, 1e6, 1e14, 'parameters')
  requireWithin('tokens', tokens, 1e6, 1e16, 'tokens')
  return fit.E + fit.A / parameters ** fit.alpha + fit.B / tokens ** fit.beta
}

/**
 * Parameters and tokens of least loss for C training FLOP, C = 6 N D:
 * N = G (C/6)^(beta/(alpha+beta)), D = (C/6)/N, G = (alpha A / (beta B))^(1/(alpha+beta)).
 * The optimum is flat: 10 to 40 tokens per parameter lose about 1 % of the reducible loss at most.
 * Example: 1e21 FLOP, refit -> 2.78e9 parameters, 5.99e10 tokens.
 */
export function chinchillaOptimum(
  flops: number,
  fit: ChinchillaFit = CHINCHILLA_FITS['besiroglu-2024'],
): { parameters: number; tokens: number; loss: number } {
  requireWithin('flops', flops, 1e15, 1e30, 'FLOP')
  const { A, B, alpha, beta } = fit
  const g = ((alpha * A) / (beta * B)) ** (1 / (alpha + beta))
  const parameters = g * (flops / 6) ** (beta / (alpha + beta))
  const tokens = flops / 6 / parameters
  return { parameters, tokens, loss: chinchillaLoss(parameters, tokens, fit) }
}
