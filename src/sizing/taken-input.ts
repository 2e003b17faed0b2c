import type { SizingInput, SizingRequest } from './request.ts'

/** A whole request as it would be typed: what was stated and what was assumed alike. */
export function takenInput(request: SizingRequest): SizingInput {
  return {
    task: request.task.value,
    volume: request.volume.value,
    in: request.inputTokens.value,
    out: request.outputTokens.value,
    value: request.value.central,
    'error-cost': request.errorCost.central,
    candidates: [...request.candidates.value],
    region: request.region.value,
    hosting: request.hosting.value,
    cache: request.cacheShare.value,
    batch: request.batch.value,
    data: request.data.value,
    ...(request.priceFactor ? { 'price-factor': request.priceFactor.value } : {}),
  }
}
