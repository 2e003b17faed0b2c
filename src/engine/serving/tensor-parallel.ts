import { requireWithin } from '../domain.ts'

/**
 * Memory that one accelerator of a tensor-parallel group holds, GB: weights are split among all, the
 * KV cache only among as many as there are KV heads, beyond which it is copied. Latent attention has
 * one head to split.
 * Source: the scheme itself (Megatron-LM, https://arxiv.org/abs/1909.08053).
 * Example: 141.1 GB of weights and 10.74 GB of KV with 8 heads on 16 -> 8.82 + 1.34 = 10.16 GB.
 */
export function tensorParallelGB(p: {
  weightsGB: number
  kvCacheGB: number
  kvHeads: number
  gpus: number
}): number {
  requireWithin('weightsGB', p.weightsGB, 0, 1e6, 'GB')
  requireWithin('kvCacheGB', p.kvCacheGB, 0, 1e6, 'GB')
  requireWithin('kvHeads', p.kvHeads, 1, 1e4, 'heads')
  requireWithin('gpus', p.gpus, 1, 1e5, 'GPUs')
  return p.weightsGB / p.gpus + p.kvCacheGB / Math.min(p.gpus, p.kvHeads)
}
