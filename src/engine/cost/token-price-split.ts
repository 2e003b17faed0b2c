import { requireWithin } from '../domain.ts'

/** Accelerators that read prompts and write answers at measured rates. */
export type Throughput = Readonly<{
  gpus: number
  usdPerGpuHour: number
  inputTokensPerSecond: number
  outputTokensPerSecond: number
  /** What an answer token costs of a prompt token. */
  ratio: number
}>

/**
 * Accelerator cost shared between prompt and answer tokens, USD per million of each: an answer token
 * counts `ratio` prompt tokens.
 * Source: the cost definition of Google's GKE inference recommender, whose ratio is 4:
 * https://cloud.google.com/python/docs/reference/google-cloud-gkerecommender/latest/google.cloud.gkerecommender_v1.types.Cost
 * Example: 2 GPUs at $3.64, 4,205 tokens/s either way, ratio 4 -> $0.3847 an answer million, $0.0962 a prompt one.
 */
export function tokenPriceSplit(t: Throughput): { input: number; output: number } {
  requireWithin('gpus', t.gpus, 1, 1e7, 'GPUs')
  requireWithin('usdPerGpuHour', t.usdPerGpuHour, 0, 1e4, 'USD')
  requireWithin('inputTokensPerSecond', t.inputTokensPerSecond, 0, 1e12, 'tokens/s')
  requireWithin('outputTokensPerSecond', t.outputTokensPerSecond, 1e-6, 1e12, 'tokens/s')
  requireWithin('ratio', t.ratio, 0.01, 1000, 'prompt tokens')
  const perHour = 3600 * (t.inputTokensPerSecond / t.ratio + t.outputTokensPerSecond)
  const output = (1e6 * t.gpus * t.usdPerGpuHour) / perHour
  return { input: output / t.ratio, output }
}
