import { requireWithin } from '../domain.ts'
import { DEEPSEEK as K } from './constants.ts'

/**
 * Compute-optimal model scale and tokens after DeepSeek: M = 0.1715 C^0.5243, D = 5.8316 C^0.4757,
 * C = M D. M counts the FLOP of one token without embeddings, attention included; it is not 6 N.
 * Source: https://arxiv.org/abs/2401.02954 (constants.ts). Example: 1e22 FLOP -> M 5.87e10, D 1.70e11.
 */
export function deepseekOptimum(flops: number): { flopsPerToken: number; tokens: number } {
  requireWithin('flops', flops, 1e15, 1e30, 'FLOP')
  return {
    flopsPerToken: K.modelScale * flops ** K.modelExponent,
    tokens: K.dataScale * flops ** K.dataExponent,
  }
}
