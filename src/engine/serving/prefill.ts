import type { ModelDimensions } from './dimensions.ts'
import { matmulParameters } from './parameters.ts'

/**
 * Floating-point operations to read a prompt: 2 x N x T + 2 x layers x heads x head size x T^2
 * (causal attention), N without the input embedding.
 * Source: docs/method.md "prefill-flops". Example: Llama 3.1 70B, 5,000 tokens -> 7.28e14.
 */
export function prefillFlops(d: ModelDimensions, promptTokens: number): number {
  return (
    2 * matmulParameters(d) * promptTokens +
    2 * d.layers * d.queryHeads * d.headSize * promptTokens ** 2
  )
}
