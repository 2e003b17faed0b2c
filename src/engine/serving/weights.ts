import { requireWithin } from '../domain.ts'
import type { Precision } from './dimensions.ts'

/** Bytes per parameter, scales and zero points included. Source: format definitions, docs/method.md "weights". */
export const BYTES_PER_PARAMETER: Readonly<Record<Precision, number>> = {
  bf16: 2,
  fp8: 1,
  int8: 1,
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

/**
 * Bytes of weights as checkpoints store them: the output head stays in bf16, the rest takes the format.
 * @param parameters all parameters in question, the head's included
 * @param head parameters of the output head
 */
export function storedBytes(parameters: number, head: number, precision: Precision): number {
  return (parameters - head) * BYTES_PER_PARAMETER[precision] + head * BYTES_PER_PARAMETER.bf16
}
