import { requireWithin } from '../domain.ts'
import { DomainError } from '../formula.ts'
import type { AcceleratorSpec, ModelDimensions, Precision } from './dimensions.ts'
import { matmulParameters } from './parameters.ts'
import { peakFlops } from './peak-flops.ts'
import { decodeLowerBoundMs } from './ridge-batch.ts'
import { BYTES_PER_PARAMETER } from './weights.ts'

/** A time per answer token that somebody measured, and on what. */
export type MeasuredDecode = Readonly<{
  dimensions: ModelDimensions
  precision: Precision
  spec: AcceleratorSpec
  gpus: number
  concurrency: number
  measuredMs: number
}>

/**
 * Least time of a decode step, ms: one reading of the weights that a single token uses, or the
 * arithmetic of all answers at full peak, whichever takes longer. Caches, other experts, prompts and
 * latencies only add to it.
 * Source: roofline arithmetic. Example: Llama 3.1 8B bf16 on one H100, one request -> 4.481 ms.
 */
export function leastStepMs(m: Omit<MeasuredDecode, 'measuredMs'>): number {
  requireWithin('concurrency', m.concurrency, 1, 1e5, 'requests')
  const used = matmulParameters(m.dimensions)
  const bytes = BYTES_PER_PARAMETER[m.precision]
  const reading = decodeLowerBoundMs(used, bytes, m.gpus, m.spec.bandwidthGBPerSecond)
  const compute = (2000 * used * m.concurrency) / (m.gpus * peakFlops(m.spec, m.precision))
  return Math.max(reading, compute)
}

/**
 * Share of the roofline that a measured step reached (its model bandwidth utilisation where memory
 * is the limit). Refuses what beats the roofline: such a row is wrong, of another precision, or of a
 * system that gains several tokens a step.
 * Example: 18.58 ms of Llama 3.1 70B fp8 on two H100 -> 0.56; 4.37 ms of 8B bf16 on one -> refused.
 */
export function rooflineReached(m: MeasuredDecode): number {
  const least = leastStepMs(m)
  requireWithin('measuredMs', m.measuredMs, Number.MIN_VALUE, 1e7, 'ms')
  if (m.measuredMs < least)
    throw new DomainError(
      `measuredMs must be at least ${least} ms, what the roofline allows; received ${m.measuredMs}, which is impossible on this accelerator at this precision.`,
    )
  return least / m.measuredMs
}
