import { GPU_MEMORY } from './constants.ts'
import type { AcceleratorSpec } from './dimensions.ts'

/** Sizes of tensor-parallel groups. */
const SIZES = [1, 2, 4, 8, 16] as const

/**
 * Smallest tensor-parallel group that holds weights and KV cache: n x (0.9 x memory - 2 GB) >= need.
 * @returns 1, 2, 4, 8 or 16 GPUs; undefined when not even 16 hold it
 * Source: docs/method.md "gpus-needed". Example: 70B bf16 with 8 x 4,096 tokens on 80 GB -> 4.
 */
export function gpusNeeded(
  weightsGB: number,
  kvCacheGB: number,
  spec: Pick<AcceleratorSpec, 'memoryGB'>,
): number | undefined {
  const usable = GPU_MEMORY.usableShare.value * spec.memoryGB - GPU_MEMORY.runtimeGB.value
  return SIZES.find((n) => n * usable >= weightsGB + kvCacheGB)
}
