import { requireWithin } from '../domain.ts'
import { COMPUTE } from './constants.ts'

/** A training run in steady state, as throughput tables print it. */
export type TrainingStep = Readonly<{
  parameters: number
  layers: number
  hidden: number
  sequenceTokens: number
  /** Of the whole run. */
  tokensPerSecond: number
  gpus: number
  peakTeraFlops: number
  /** The forward pass is repeated in the backward one to save memory. */
  checkpointing: boolean
}>

/**
 * Share of peak that training reaches while it runs, attention included: operations a token are
 * 3 (2 N + 4 layers x width x sequence). `parametersOnly` leaves attention out (6 N) and reads 4 to
 * 7 % lower at 2,048 tokens, far lower at longer ones. `hardware` counts the forward pass again that
 * activation checkpointing repeats: 4 passes' worth of work for 3.
 * Source: https://github.com/mosaicml/llm-foundry (benchmarking tables).
 * Example: 64.86e9 parameters, 80 x 8,192, 2,048 tokens, 515,636 tokens/s on 512 H100 -> 0.4127.
 */
export function stepMfu(s: TrainingStep): {
  mfu: number
  parametersOnly: number
  hardware: number
} {
  requireWithin('parameters', s.parameters, 1, 1e15, 'parameters')
  requireWithin('layers', s.layers, 1, 1e5, 'layers')
  requireWithin('hidden', s.hidden, 1, 1e7, 'width')
  requireWithin('sequenceTokens', s.sequenceTokens, 1, 1e8, 'tokens')
  requireWithin('tokensPerSecond', s.tokensPerSecond, 0, 1e15, 'tokens/s')
  requireWithin('gpus', s.gpus, 1, 1e7, 'GPUs')
  requireWithin('peakTeraFlops', s.peakTeraFlops, 1, 1e6, 'TFLOP/s')
  const perSecond = s.tokensPerSecond / (s.gpus * s.peakTeraFlops * 1e12)
  const parametersOnly = COMPUTE.training.value * s.parameters * perSecond
  const attention = 12 * s.layers * s.hidden * s.sequenceTokens * perSecond
  const mfu = parametersOnly + attention
  return { mfu, parametersOnly, hardware: s.checkpointing ? (4 / 3) * mfu : mfu }
}
