import { requireWithin } from '../domain.ts'

/**
 * Accelerator hours that a computation takes: FLOP / (peak x MFU x 3600).
 * @param flops operations in all, >= 0
 * @param peakTeraFlops speed of one accelerator in TFLOP/s, > 0
 * @param mfu share of that speed that is reached; 1 where the speed is a sustained one
 * Source: definition of model FLOPs utilisation, https://arxiv.org/abs/2204.02311.
 * Example: 1e24 FLOP at a sustained 400 TFLOP/s -> 694,444 hours.
 */
export function acceleratorHours(flops: number, peakTeraFlops: number, mfu: number): number {
  requireWithin('flops', flops, 0, 1e32, 'FLOP')
  requireWithin('peakTeraFlops', peakTeraFlops, 1e-9, 1e9, 'TFLOP/s')
  requireWithin('mfu', mfu, 0.001, 1, 'share of peak')
  return flops / (peakTeraFlops * 1e12 * mfu * 3600)
}
