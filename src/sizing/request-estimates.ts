import type { Estimate, Quantity, Unit } from '../engine/estimate.ts'
import { exactly, range } from '../engine/range.ts'
import type { SizingRequest, Stated, StatedMoney } from './request.ts'

/** The numbers of the request itself as figures: the asker's own, or assumed in the open. */
export function requestEstimates(request: SizingRequest): Estimate[] {
  const one = (
    id: string,
    quantity: Quantity,
    unit: Unit,
    { value, kind, note }: Stated<number>,
  ): Estimate => ({
    id,
    quantity,
    unit,
    value: exactly(value),
    kind,
    inputs: {},
    sources: note === undefined ? [] : [note],
  })
  const money = (
    id: string,
    quantity: Quantity,
    { low, central, high, kind, note }: StatedMoney,
  ): Estimate => ({
    id,
    quantity,
    unit: 'USD/item',
    value: range(low, central, high),
    kind,
    inputs: {},
    sources: note === undefined ? [] : [note],
  })
  return [
    one('volume', 'volume', 'requests/month', request.volume),
    one('in', 'input-tokens', 'tokens', request.inputTokens),
    one('out', 'output-tokens', 'tokens', request.outputTokens),
    money('value', 'value-right', request.value),
    money('error-cost', 'error-cost', request.errorCost),
    ...(request.budget ? [one('budget', 'budget', 'USD/month', request.budget)] : []),
    ...(request.latencyMs ? [one('latency', 'latency-limit', 'ms', request.latencyMs)] : []),
    ...(request.priceFactor
      ? [one('price-factor', 'price-factor', 'ratio', request.priceFactor)]
      : []),
    ...(request.input.cache === undefined
      ? []
      : [one('cache', 'cached-share', 'share', request.cacheShare)]),
  ]
}
