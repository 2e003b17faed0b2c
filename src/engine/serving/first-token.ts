import { requireWithin } from '../domain.ts'
import type { AcceleratorSpec, ModelDimensions, Precision } from './dimensions.ts'
import { matmulParameters } from './parameters.ts'
import { peakFlops } from './peak-flops.ts'
import { prefillFlops } from './prefill.ts'
import { decodeLowerBoundMs } from './ridge-batch.ts'
import { BYTES_PER_PARAMETER } from './weights.ts'

/**
 * Least time to the first answer token, ms, with no one waiting: the prompt's operations at full peak,
 * or one reading of the weights, whichever takes longer. Measured times are several times as long;
 * under load they cannot be promised, so this is a bound and not a forecast.
 * Source: roofline arithmetic. Example: Llama 3.1 70B fp8 on two H100, 5,000 tokens -> 184 ms.
 */
export function firstTokenLowerBoundMs(s: {
  dimensions: ModelDimensions
  precision: Precision
  spec: AcceleratorSpec
  gpus: number
  inputTokens: number
}): number {
  requireWithin('gpus', s.gpus, 1, 1e5, 'GPUs')
  const compute =
    (1000 * prefillFlops(s.dimensions, s.inputTokens)) / (s.gpus * peakFlops(s.spec, s.precision))
  const reading = decodeLowerBoundMs(
    matmulParameters(s.dimensions),
    BYTES_PER_PARAMETER[s.precision],
    s.gpus,
    s.spec.bandwidthGBPerSecond,
  )
  return Math.max(compute, reading)
}
