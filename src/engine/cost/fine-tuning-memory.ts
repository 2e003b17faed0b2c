import { requireWithin } from '../domain.ts'
import { FINE_TUNING_BYTES } from './tuning-memory-constants.ts'

/** How a model is tuned: all weights in mixed precision, or adapters on weights of 16, 8 or 4 bits. */
export type TuningMethod = keyof typeof FINE_TUNING_BYTES

/**
 * Accelerator memory that tuning takes, GB (1e9 bytes), with one short sequence at a time: bytes per
 * parameter of the method x parameters. Long sequences add activations that this leaves out.
 * Range: 7e9 to 70e9 parameters; published tables agree within 25 %.
 * Source: tuning-memory-constants.ts. Example: 30e9 parameters, adapters on 4-bit weights -> 24 GB.
 */
export function fineTuningMemoryGB(parameters: number, method: TuningMethod): number {
  requireWithin('parameters', parameters, 1e8, 1e12, 'parameters')
  return (parameters * FINE_TUNING_BYTES[method].value) / 1e9
}
