import { requireWithin } from '../domain.ts'
import { GADRE, type GadreFit } from './constants.ts'

/**
 * Loss in nats of an over-trained model: E + a N^b + c 6^(b/2) (M N)^b, M tokens per parameter.
 * Range: 11M to 6.9B parameters, up to 640 tokens per parameter.
 * Source: constants.ts. Example: RedPajama, 1.44e9 parameters, M = 640 -> 2.5198.
 */
export function overTrainedLoss(
  parameters: number,
  tokensPerParameter: number,
  fit: GadreFit = GADRE.rpj,
): number {
  requireWithin('parameters', parameters, 1e6, 1e13, 'parameters')
  requireWithin('tokensPerParameter', tokensPerParameter, 1, 1e5, 'tokens per parameter')
  const { a, c, exponent, E } = fit
  return (
    E +
    a * parameters ** exponent +
    c * 6 ** (exponent / 2) * (tokensPerParameter * parameters) ** exponent
  )
}

/**
 * Average error over 17 tasks, a share, from a loss in nats on the same data: eps - k e^(-gamma L).
 * An average, never one task; held-out predictions miss by up to 4 points.
 * Source: constants.ts. Example: RedPajama, loss 2.5198 -> 0.4925.
 */
export function downstreamError(loss: number, fit: GadreFit = GADRE.rpj): number {
  requireWithin('loss', loss, fit.E, 12, 'nats')
  return fit.eps - fit.k * Math.exp(-fit.gamma * loss)
}
