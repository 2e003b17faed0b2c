import { requireWithin } from '../domain.ts'
import type { Arguments, Parameter } from '../formula.ts'
import type { ModelDimensions } from '../serving/dimensions.ts'
import { arg, named, num, POSITIVE } from './arguments.ts'

const WHOLE = { min: 1, integer: true } as const
const NONE = { min: 0, integer: true, default: 0 } as const
const YES_OR_NO = ['no', 'yes'] as const

/** What the KV cache depends on. Latent attention and windows are optional. */
export const CACHE_SHAPE: readonly Parameter[] = [
  arg('layers', 'layers', 'transformer layers', WHOLE),
  arg('kv_heads', 'heads', 'key and value heads', WHOLE),
  arg('head_size', 'width', 'width of a head', WHOLE),
  arg('kv_rank', 'width', 'rank of latent attention; 0 for none', NONE),
  arg('rope_size', 'width', 'rotary part of latent attention', NONE),
  arg('window_tokens', 'tokens', 'sliding window; 0 for none', NONE),
  arg('full_attention_layers', 'layers', 'layers without the window, where there is one', NONE),
]

/** What time depends on: the cache's shape, how many parameters there are and how many a token uses. */
export const SERVED_SHAPE: readonly Parameter[] = [
  arg('parameters', 'parameters', 'all parameters', POSITIVE),
  arg('active_parameters', 'parameters', 'a token uses, without the input embedding; 0: dense', {
    min: 0,
    default: 0,
  }),
  arg('hidden', 'width', 'model width', WHOLE),
  arg('vocabulary', 'tokens', 'vocabulary', WHOLE),
  arg('tied_embeddings', 'yes or no', 'head shared with the input embedding', {
    choices: YES_OR_NO,
  }),
  arg('query_heads', 'heads', 'query heads', WHOLE),
  ...CACHE_SHAPE,
  arg('experts', 'experts', 'routed experts; 0 for a dense model', NONE),
  arg('experts_active', 'experts', 'routed experts a token uses', NONE),
]

/** The model of the arguments; what a formula does not ask for is 0 and goes unused there. */
export function modelFrom(g: Arguments): ModelDimensions {
  const at = (key: string) => num({ [key]: 0, ...g }, key)
  const experts = at('experts')
  if (experts > 0) requireWithin('experts_active', at('experts_active'), 1, experts, 'experts')
  if (at('window_tokens') > 0)
    requireWithin('full_attention_layers', at('full_attention_layers'), 0, at('layers'), 'layers')
  return {
    layers: at('layers'),
    hidden: at('hidden'),
    queryHeads: at('query_heads'),
    kvHeads: at('kv_heads'),
    headSize: at('head_size'),
    intermediate: at('intermediate'),
    vocabulary: at('vocabulary'),
    contextTokens: 0,
    tiedEmbeddings: named(g, 'tied_embeddings', YES_OR_NO) === 'yes',
    attention: at('kv_rank') > 0 ? 'MLA' : 'GQA',
    totalParameters: at('parameters'),
    activeParameters: at('active_parameters') || at('parameters'),
    ...(at('window_tokens') > 0 && {
      slidingWindow: {
        tokens: at('window_tokens'),
        fullAttentionLayers: at('full_attention_layers'),
      },
    }),
    ...(experts > 0 && {
      experts: {
        count: experts,
        active: at('experts_active'),
        intermediate: at('expert_intermediate'),
        shared: at('shared_experts'),
        denseLayers: at('dense_layers'),
      },
    }),
    ...(at('kv_rank') > 0 && {
      mla: {
        kvRank: at('kv_rank'),
        ropeSize: at('rope_size'),
        queryRank: at('query_rank'),
        valueSize: at('value_size'),
      },
    }),
  }
}
