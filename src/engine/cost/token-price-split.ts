import { requireWithin } from '../domain.ts'

/**
 * What a token read and a token written cost on a machine that does both, USD per million, when one
 * written is taken to cost so many times one read: rent = p x (read + ratio x written) an hour.
 * Source: Google Kubernetes Engine recommender, output to input cost ratio,
 * https://cloud.google.com/python/docs/reference/google-cloud-gkerecommender/latest/google.cloud.gkerecommender_v1.types.Cost.
 * Example: $7.28 an hour, 4,205 tokens/s read and written, ratio 4 -> $0.0962 and $0.3847.
 */
export function tokenPriceSplit(
  usdPerHour: number,
  readPerSecond: number,
  writtenPerSecond: number,
  ratio: number,
): { inputUsdPer1M: number; outputUsdPer1M: number } {
  requireWithin('usdPerHour', usdPerHour, 0, 1e6, 'USD')
  requireWithin('readPerSecond', readPerSecond, 0, 1e9, 'tokens/s')
  requireWithin('writtenPerSecond', writtenPerSecond, 1e-6, 1e9, 'tokens/s')
  requireWithin('ratio', ratio, 1e-3, 1e3, 'times')
  const perHour = 3600 * (readPerSecond + ratio * writtenPerSecond)
  const inputUsdPer1M = (1e6 * usdPerHour) / perHour
  return { inputUsdPer1M, outputUsdPer1M: ratio * inputUsdPer1M }
}
