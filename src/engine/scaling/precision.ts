import { requireWithin } from '../domain.ts'
import { PRECISION as P } from './constants.ts'

/**
 * Share of a model's parameters that count when it is *trained* at fewer bits:
 * (1 - e^(-bits / gamma)) for weights, activations and KV cache, multiplied.
 * Range: 2 to 16 bits, up to 1.7e9 parameters and 26e9 tokens, integer types.
 * Source: constants.ts. Example: weights at 4 bits, the rest at 16 -> 0.775; all at 4 -> 0.639.
 */
export function effectiveParameterShare(bits: {
  weights: number
  activations: number
  kvCache: number
}): number {
  return (
    kept('weights', bits.weights, P.weights) *
    kept('activations', bits.activations, P.activations) *
    kept('kvCache', bits.kvCache, P.kvCache)
  )
}

/**
 * Loss in nats that quantising the weights *after* training adds: C e^(-bits / gamma) D^d / N^n.
 * Range: up to 1.7e9 parameters and 26e9 tokens. Beyond, it promises harm that practice does not see, so
 * larger models are refused.
 * Source: constants.ts. Example: 1.7e9 parameters, 26e9 tokens, 4 bits -> 0.0087.
 */
export function quantisationLoss(parameters: number, tokens: number, bits: number): number {
  requireWithin('parameters', parameters, 1e6, 2e9, 'parameters')
  requireWithin('tokens', tokens, 1e8, 3e10, 'tokens')
  requireWithin('bits', bits, 2, 16, 'bits')
  const { scale, bitsScale, tokensExponent, parametersExponent } = P.afterTraining
  return (
    (scale * Math.exp(-bits / bitsScale) * tokens ** tokensExponent) /
    parameters ** parametersExponent
  )
}

function kept(name: string, bits: number, gamma: number): number {
  requireWithin(name, bits, 1, Number.POSITIVE_INFINITY, 'bits')
  return 1 - Math.exp(-bits / gamma)
}
