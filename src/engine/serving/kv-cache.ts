import { requireWithin } from '../domain.ts'
import type { ModelDimensions } from './dimensions.ts'

/**
 * Bytes of keys and values that one token leaves in one layer: 2 x KV heads x head size x bytes,
 * or (rank + rope size) x bytes with latent attention.
 */
export function kvBytesPerTokenAndLayer(d: ModelDimensions, bytesPerValue: number): number {
  return d.mla
    ? (d.mla.kvRank + d.mla.ropeSize) * bytesPerValue
    : 2 * d.kvHeads * d.headSize * bytesPerValue
}

/**
 * KV bytes of one token while all layers still grow.
 * Example: Llama 3.1 70B in bf16 -> 2 x 80 x 8 x 128 x 2 = 327,680.
 */
export function kvBytesPerToken(d: ModelDimensions, bytesPerValue: number): number {
  return d.layers * kvBytesPerTokenAndLayer(d, bytesPerValue)
}

/**
 * KV cache of several sequences in GB (1e9 bytes). Window layers stop growing at their window.
 * Source: docs/method.md "kv-cache". Example: Llama 3.1 70B, one sequence of 131,072 tokens, bf16 -> 42.95 GB;
 * Gemma 3 27B at the same length -> 11.17 GB.
 */
export function kvCacheGB(
  d: ModelDimensions,
  contextTokens: number,
  sequences: number,
  bytesPerValue: number,
): number {
  requireWithin('contextTokens', contextTokens, 0, 1e8, 'tokens')
  requireWithin('sequences', sequences, 0, 1e7, 'sequences')
  const perLayer = kvBytesPerTokenAndLayer(d, bytesPerValue)
  const full = d.slidingWindow?.fullAttentionLayers ?? d.layers
  const windowed = d.layers - full
  const seen = Math.min(contextTokens, d.slidingWindow?.tokens ?? contextTokens)
  return (sequences * perLayer * (full * contextTokens + windowed * seen)) / 1e9
}
