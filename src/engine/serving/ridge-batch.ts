import { requireWithin } from '../domain.ts'

const ABOVE_ZERO = Number.MIN_VALUE
const ANY = Number.POSITIVE_INFINITY

/**
 * Batch at which reading the weights takes as long as computing with them: F x bytes / (2 x B).
 * Below it decode waits for memory and another request is nearly free; above it compute is full.
 * Ignores the KV cache, whose reads grow with the batch: at long contexts the ridge lies higher or nowhere.
 *
 * @param peakTeraFlops dense peak at the weights' precision
 * @param bandwidthGBPerSecond memory bandwidth
 * @param bytesPerParameter e.g. 2 for bf16
 * @returns sequences
 * Source: roofline arithmetic on data-sheet peaks. Example: H100 bf16, 989 TFLOP/s, 3,350 GB/s -> 295.2.
 */
export function ridgeBatch(
  peakTeraFlops: number,
  bandwidthGBPerSecond: number,
  bytesPerParameter: number,
): number {
  requireWithin('peakTeraFlops', peakTeraFlops, ABOVE_ZERO, ANY, 'TFLOP/s')
  requireWithin('bandwidthGBPerSecond', bandwidthGBPerSecond, ABOVE_ZERO, ANY, 'GB/s')
  requireWithin('bytesPerParameter', bytesPerParameter, 0.1, 8, 'bytes')
  return (peakTeraFlops * 1000 * bytesPerParameter) / (2 * bandwidthGBPerSecond)
}

/**
 * Least time of one answer token at batch 1, in ms: weights read / bandwidth of all accelerators.
 * No real system is faster, so a measured row below it is wrong or of another precision.
 *
 * @param parameters parameters read per token, the input embedding left out
 * Example: 7.505e9 parameters in bf16 on one H100 -> 4.48 ms; measured systems reach about 56 % of it.
 */
export function decodeLowerBoundMs(
  parameters: number,
  bytesPerParameter: number,
  gpus: number,
  bandwidthGBPerSecond: number,
): number {
  requireWithin('parameters', parameters, ABOVE_ZERO, ANY, 'parameters')
  requireWithin('bytesPerParameter', bytesPerParameter, 0.1, 8, 'bytes')
  requireWithin('gpus', gpus, 1, 1e5, 'GPUs')
  requireWithin('bandwidthGBPerSecond', bandwidthGBPerSecond, ABOVE_ZERO, ANY, 'GB/s')
  return (parameters * bytesPerParameter) / (gpus * bandwidthGBPerSecond * 1e6)
}
