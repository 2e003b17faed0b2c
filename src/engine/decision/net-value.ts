import { requireWithin } from '../domain.ts'

/** One request: chance of being right, stakes and all-in cost, US dollars. */
export type Request = Readonly<{
  quality: number
  valueUsd: number
  errorCostUsd: number
  costUsd: number
}>

/**
 * What one request earns on average: q V - (1 - q) C - c, US dollars, of either sign.
 * Source: expected-value decision theory (docs/method.md).
 * Example: q 0.88, V $0.50, C $2, c $0.03 -> $0.17.
 */
export function netValue({ quality, valueUsd, errorCostUsd, costUsd }: Request): number {
  requireWithin('quality', quality, 0, 1, 'share right')
  return quality * valueUsd - (1 - quality) * errorCostUsd - costUsd
}
