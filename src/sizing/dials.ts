import type { Unit } from '../engine/estimate.ts'
import type { SizingInput, SizingRequest, StatedMoney } from './request.ts'

type NumericKey = 'volume' | 'in' | 'out' | 'value' | 'error-cost' | 'latency' | 'budget'

/** A number of a request that can be turned, where it stands, and how far it is turned. */
export type Dial = Readonly<{
  key: NumericKey
  current: number
  unit: Unit
  min: number
  max: number
  /** The request as if this value had been stated; the rest of it stays the very same. */
  turned: (value: number) => SizingRequest
}>

/** The numbers of a request that flip points are looked for on. */
export function dialsOf(request: SizingRequest): Dial[] {
  const dial = (
    key: NumericKey,
    current: number,
    unit: Unit,
    [min, max]: readonly [number, number],
    changed: (value: number) => Partial<SizingRequest>,
  ): Dial => ({
    key,
    current,
    unit,
    min,
    max,
    turned: (value) => {
      const input: SizingInput = { ...request.input, [key]: value }
      return { ...request, ...changed(value), input }
    },
  })
  const { volume, inputTokens, outputTokens, value, errorCost, budget, latencyMs } = request
  return [
    dial('error-cost', errorCost.central, 'USD', [1e-6, 1e8], (v) => ({ errorCost: money(v) })),
    dial('value', value.central, 'USD', [1e-6, 1e8], (v) => ({ value: money(v) })),
    dial('volume', volume.value, 'requests/month', [1, 1e11], (v) => ({ volume: yours(v) })),
    dial('in', inputTokens.value, 'tokens', [1, 1e6], (v) => ({ inputTokens: yours(v) })),
    dial('out', outputTokens.value, 'tokens', [1, 1e5], (v) => ({ outputTokens: yours(v) })),
    ...(budget
      ? [dial('budget', budget.value, 'USD/month', [1e-3, 1e12], (v) => ({ budget: yours(v) }))]
      : []),
    ...(latencyMs
      ? [dial('latency', latencyMs.value, 'ms', [1, 3_600_000], (v) => ({ latencyMs: yours(v) }))]
      : []),
  ]
}

function yours(value: number) {
  return { value, kind: 'yours' } as const
}

function money(value: number): StatedMoney {
  return { low: value, central: value, high: value, kind: 'yours' }
}
