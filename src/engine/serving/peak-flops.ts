import type { AcceleratorSpec, Precision } from './dimensions.ts'

/**
 * Dense peak at a number format, FLOP/s. Integer weights are unpacked and computed with in bf16; a
 * format that an accelerator lacks runs at the next wider one's peak.
 * Source: data sheets. Example: H100, fp8 -> 1.979e15; A100, fp8 -> 3.12e14.
 */
export function peakFlops(spec: AcceleratorSpec, precision: Precision): number {
  return 1e12 * peakTeraFlops(spec, precision)
}

function peakTeraFlops(spec: AcceleratorSpec, precision: Precision): number {
  const fp8 = spec.fp8TeraFlops ?? spec.bf16TeraFlops
  switch (precision) {
    case 'bf16':
    case 'int8':
    case 'int4':
      return spec.bf16TeraFlops
    case 'fp8':
      return fp8
    case 'nvfp4':
    case 'mxfp4':
      return spec.fp4TeraFlops ?? fp8
  }
}
