import { requireWithin } from '../domain.ts'
import { COMPUTE } from './constants.ts'
import { hoursFor } from './training.ts'

/** A fine-tuning job. `adapters` trains small added matrices and leaves the weights as they are. */
export type FineTuning = Readonly<{
  parameters: number
  tokens: number
  epochs: number
  method: 'full' | 'adapters'
  peakTeraFlops: number
  mfu: number
  usdPerGpuHour: number
}>

/**
 * Compute, accelerator hours and rent of fine-tuning: 6 N D in full, 4 N D with frozen weights.
 * Compute is seldom what it costs: labels, evaluation and keeping a deployment up cost more.
 * Source: shares of peak 0.36 to 0.46 on H100 in https://github.com/mosaicml/llm-foundry.
 * Example: 8.03e9 parameters, 10e6 tokens, 3 epochs, full, 989 TFLOP/s, MFU 0.4, $2.95 -> 1.01 h, $2.99.
 */
export function fineTuningCost(job: FineTuning): { flops: number; gpuHours: number; usd: number } {
  requireWithin('parameters', job.parameters, 0, 1e15, 'parameters')
  requireWithin('tokens', job.tokens, 0, 1e15, 'tokens')
  requireWithin('epochs', job.epochs, 0, 1000, 'epochs')
  requireWithin('usdPerGpuHour', job.usdPerGpuHour, 0, 1e4, 'USD')
  const perToken = job.method === 'full' ? COMPUTE.training : COMPUTE.frozenWeights
  const flops = perToken.value * job.parameters * job.tokens * job.epochs
  const gpuHours = hoursFor(flops, job.peakTeraFlops, job.mfu)
  return { flops, gpuHours, usd: gpuHours * job.usdPerGpuHour }
}
