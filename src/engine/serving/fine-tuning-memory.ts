import { requireWithin } from '../domain.ts'
import { FINE_TUNING_MEMORY as M } from './constants.ts'
import { BYTES_PER_PARAMETER } from './weights.ts'

/** Bytes kept per parameter of the model: all training states, or frozen weights under adapters. */
const KEPT_BYTES = {
  full: M.fullBytes.value,
  'lora-16-bit': BYTES_PER_PARAMETER.bf16,
  'qlora-8-bit': BYTES_PER_PARAMETER.int8,
  'qlora-4-bit': BYTES_PER_PARAMETER.int4,
} as const

export type FineTuningMethod = keyof typeof KEPT_BYTES
export const FINE_TUNING_METHODS = Object.keys(KEPT_BYTES) as FineTuningMethod[]

/**
 * Accelerator memory of fine-tuning in GB, over all accelerators: what is kept of the model, a quarter
 * more to work with, and a fixed part. Within 25 % of published tables from 7B to 70B at batch 1 and
 * short contexts; long contexts add activations that depend on checkpointing.
 * Source: FINE_TUNING_MEMORY. Example: 7e9 parameters, 4-bit adapters -> 5.5 GB; in full -> 158.5 GB.
 */
export function fineTuningGB(parameters: number, method: FineTuningMethod): number {
  requireWithin('parameters', parameters, 1e6, 1e13, 'parameters')
  return (parameters * KEPT_BYTES[method] * M.workingShare.value) / 1e9 + M.fixedGB.value
}
