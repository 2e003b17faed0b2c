import { requireWithin } from '../domain.ts'
import { COMPUTE } from './constants.ts'

/** A training run to be priced. */
export type TrainingRun = Readonly<{
  /** Active parameters; all of them for a dense model. */
  parameters: number
  tokens: number
  /** Dense peak of one accelerator. */
  peakTeraFlops: number
  /** Share of peak in steady state: 0.35 to 0.45 well run above 10B, 0.15 to 0.28 else. */
  mfu: number
  /** Share of billed hours that train; failures and restarts take the rest. */
  goodput?: number
  usdPerGpuHour: number
}>

/** Training compute, FLOP: 6 N D. Attention over long sequences adds 4 to 7 % at 2,048 tokens. */
export function trainingFlops(parameters: number, tokens: number): number {
  requireWithin('parameters', parameters, 0, 1e15, 'parameters')
  requireWithin('tokens', tokens, 0, 1e18, 'tokens')
  return COMPUTE.training.value * parameters * tokens
}

/**
 * Compute, accelerator hours and rent of one final run. Development runs cost 0.5 to 4 times as much
 * again and are not in it; nor are data and people.
 * Source: 6ND; shares of peak from published runs (docs/method.md "training-cost").
 * Example: 8.03e9 parameters, 15e12 tokens, 989 TFLOP/s, MFU 0.4, goodput 0.8, $2 -> 634,000 h, $1.27M.
 */
export function trainingCost(run: TrainingRun): { flops: number; gpuHours: number; usd: number } {
  const flops = trainingFlops(run.parameters, run.tokens)
  const goodput = run.goodput ?? COMPUTE.goodput.value
  requireWithin('goodput', goodput, 0.01, 1, 'share of billed hours')
  requireWithin('usdPerGpuHour', run.usdPerGpuHour, 0, 1e4, 'USD')
  const gpuHours = hoursFor(flops, run.peakTeraFlops, run.mfu) / goodput
  return { flops, gpuHours, usd: gpuHours * run.usdPerGpuHour }
}

/**
 * Share of peak that a finished run reached over its billed hours: FLOP / (hours x 3600 x peak).
 * Example: Llama 3.1 405B, 3.799e25 FLOP in 30.84 million H100 hours -> 0.346.
 */
export function modelFlopsUtilisation(
  flops: number,
  gpuHours: number,
  peakTeraFlops: number,
): number {
  requireWithin('flops', flops, 0, 1e30, 'FLOP')
  requireWithin('gpuHours', gpuHours, Number.MIN_VALUE, 1e12, 'hours')
  requireWithin('peakTeraFlops', peakTeraFlops, Number.MIN_VALUE, 1e6, 'TFLOP/s')
  const mfu = flops / (gpuHours * 3600 * peakTeraFlops * 1e12)
  requireWithin('mfu', mfu, 0, 1, 'share of peak: no run exceeds the peak')
  return mfu
}

/** Accelerator hours of an amount of compute at a share of peak. */
export function hoursFor(flops: number, peakTeraFlops: number, mfu: number): number {
  requireWithin('peakTeraFlops', peakTeraFlops, Number.MIN_VALUE, 1e6, 'TFLOP/s')
  requireWithin('mfu', mfu, 0.001, 1, 'share of peak')
  return flops / (peakTeraFlops * 1e12 * mfu * 3600)
}
