import type { ServedRequest } from '../footprint/inference-energy.ts'
import type { Arguments, Parameter } from '../formula.ts'
import { exactly } from '../range.ts'
import { arg, num } from './arguments.ts'

export const ECOLOGITS =
  'https://github.com/mlco2/ecologits/tree/5be90dadc86ed92f48dc55316469d888827aec55'

export const pue = arg('pue', 'ratio', 'data-centre overhead', { min: 1, max: 3, default: 1.2 })
export const outputTokens = arg('output_tokens', 'tokens', 'answer tokens', { min: 0, max: 1e7 })
export const wue = arg('wue_l_per_kwh', 'L/kWh', 'water on site', { min: 0, max: 50 })
export const gridWater = arg('water_l_per_kwh', 'L/kWh', 'water of the electricity', {
  min: 0,
  max: 200,
})
export const gridCarbon = { min: 0, max: 3000 } as const

export const SERVED: readonly Parameter[] = [
  arg('active_b', 'billion parameters', 'active parameters', { min: 0.001, max: 5000 }),
  arg('total_b', 'billion parameters', 'all parameters', { min: 0.001, max: 20000 }),
  outputTokens,
  arg('batch', 'requests at once', 'requests served at once', { min: 1, max: 1e5, default: 64 }),
  arg('weight_bits', 'bits', 'bits of a weight', { min: 1, max: 64, default: 16 }),
  arg('measured_s', 's', 'measured time, a cap on the estimate; 1e9 where nobody measured', {
    min: 0,
    max: 1e9,
    default: 1e9,
  }),
  pue,
]
export const VALIDITY =
  'dense up to about 200B active parameters on H100, 16-bit weights; good within a factor of 2, beyond that 5'

/** The request that arguments of SERVED describe. */
export function served(g: Arguments): ServedRequest {
  return {
    activeB: exactly(num(g, 'active_b')),
    totalB: exactly(num(g, 'total_b')),
    outputTokens: num(g, 'output_tokens'),
    batch: num(g, 'batch'),
    weightBits: num(g, 'weight_bits'),
    measuredLatencyS: num(g, 'measured_s'),
    pue: exactly(num(g, 'pue')),
    gridGPerKwh: num(g, 'grid_g_per_kwh'),
  }
}
