import { requireWithin } from '../domain.ts'
import { ECO } from './constants.ts'

/**
 * Accelerators of 80 GB that hold a model: the power of two that fits the weights and a fifth more.
 * 2 ^ ceil(log2(ceil(1.2 x total parameters x bits / 8 / 80 GB))).
 *
 * @param totalB all parameters, billions
 * Source: EcoLogits (constants.ts); leaves out the KV cache, so long contexts need more.
 * Example: 440 billion at 16 bits -> 16; 70 billion at 8 bits -> 2.
 */
export function gpusNeeded(totalB: number, weightBits: number): number {
  requireWithin('totalB', totalB, Number.MIN_VALUE, 1e5, 'billion parameters')
  requireWithin('weightBits', weightBits, 1, 64, 'bits')
  const memoryGB = (ECO.memoryOverhead.value * totalB * weightBits) / 8
  return 2 ** Math.ceil(Math.log2(Math.ceil(memoryGB / ECO.gpuMemoryGB.value)))
}
