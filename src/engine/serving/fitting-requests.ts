import { GPU_MEMORY } from './constants.ts'
import type { AcceleratorSpec, ModelDimensions, Precision } from './dimensions.ts'
import { kvCacheGB } from './kv-cache.ts'
import { weightsGB } from './weights.ts'

/** Where a model is to be held. */
export type Placement = Readonly<{
  dimensions: ModelDimensions
  precision: Precision
  spec: AcceleratorSpec
  gpus: number
}>

/**
 * Requests whose KV cache fits beside the weights of one tensor-parallel group, rounded down; 0 when
 * not even one does, or the weights alone do not. The rule is that of gpusNeeded, so a group sized by
 * it holds what it was sized for.
 * @param meanContext tokens a running request has seen on average, > 0
 * Source: the memory rule of "gpus-needed". Example: Llama 3.1 70B fp8 on two H100, 5,250 tokens at one byte -> 80.
 */
export function fittingRequests(
  p: Placement,
  kvBytesPerValue: number,
  meanContext: number,
): number {
  const usable = GPU_MEMORY.usableShare.value * p.spec.memoryGB - GPU_MEMORY.runtimeGB.value
  return requestsBeside(p, usable, kvBytesPerValue, meanContext)
}

/** The same with every byte of the data sheet used: beyond it nothing runs at all. */
export function tightestRequests(
  p: Placement,
  kvBytesPerValue: number,
  meanContext: number,
): number {
  return requestsBeside(p, p.spec.memoryGB, kvBytesPerValue, meanContext)
}

function requestsBeside(
  { dimensions: d, precision, gpus }: Placement,
  usableGBEach: number,
  kvBytesPerValue: number,
  meanContext: number,
): number {
  const each = kvCacheGB(d, meanContext, 1, kvBytesPerValue)
  const left = gpus * usableGBEach - weightsGB(d.totalParameters, precision)
  return Math.max(0, Math.floor(left / each))
}
