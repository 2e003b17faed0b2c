import type { Constant } from '../constant.ts'
import { SPEED_BAND } from './constants.ts'
import type { AcceleratorSpec, ModelDimensions } from './dimensions.ts'

export type SpeedClass = keyof typeof SPEED_BAND

/** Dense bf16 peaks, TFLOP/s, by which the generations of the calibration data are told. */
const GENERATIONS = [
  { name: 'hopper', from: 980, to: 1000 },
  { name: 'blackwell', from: 2200, to: 2510 },
] as const

/** The class whose error a prediction carries: kind of model and generation of accelerator; `other` was never calibrated. */
export function speedClass(d: ModelDimensions, { bf16TeraFlops }: AcceleratorSpec): SpeedClass {
  const generation = GENERATIONS.find((g) => g.from <= bf16TeraFlops && bf16TeraFlops <= g.to)
  if (!generation) return 'other'
  return `${d.experts ? 'moe' : 'dense'}-${generation.name}`
}

/** Factor either way around a predicted time; `value` squared is the band's high over its low. */
export function speedBand(of: SpeedClass): Constant {
  return SPEED_BAND[of]
}
