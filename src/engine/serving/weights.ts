import { requireWithin } from '../domain.ts'
import type { Precision } from './dimensions.ts'

/** Bytes per parameter, scales and zero points included. Source: format definitions, docs/method.md "weights". */
export const BYTES_PER_PARAMETER: Readonly<Record<Precision, number>> = {
  bf16: 2,
  fp8: 1,
  int4: 0.5195,
  nvfp4: 0.5625,
  mxfp4: 0.53125,
}

/**
 * Memory of the weights in GB (1e9 bytes), every tensor in that format.
 * Real 4-bit checkpoints keep embeddings and head in bf16 and are a little larger.
 * Example: 70.554e9 parameters at fp8 -> 70.55 GB.
 */
export function weightsGB(parameters: number, precision: Precision): number {
  requireWithin('parameters', parameters, 0, 1e14, 'parameters')
  return (parameters * BYTES_PER_PARAMETER[precision]) / 1e9
}
