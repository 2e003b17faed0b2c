import type { Catalog } from '../catalog/types.ts'
import type { Arguments } from '../engine/formula.ts'
import type { ModelDimensions, Precision } from '../engine/serving/dimensions.ts'
import { kvCacheGB } from '../engine/serving/kv-cache.ts'
import { BYTES_PER_PARAMETER, weightsGB } from '../engine/serving/weights.ts'
import { decimalsOf } from './inputs.ts'
import { acceleratorNamed, modelNamed } from './named.ts'
import type { Case, LeftOut, Row, Table, Tolerance } from './table.ts'

/** Parameters, weights, KV cache, accelerators and tuning memory of models that the catalogue has the shape of. */
export const MEMORY_TABLE: Table = {
  name: 'memory of models',
  columns: ['case', 'quantity', 'model', 'inputs', 'expected', 'unit', 'tolerance'],
  cases: (row, catalog) => [asked(row, catalog)],
}

type Asked = Readonly<{ formula: string; arguments: Arguments; result: string; scale?: number }>

function asked(row: Row, catalog: Catalog): Case | LeftOut {
  const name = row.case ?? ''
  const found = ask(row, catalog)
  if (typeof found === 'string') return { row: name, leftOut: found }
  const tolerance = toleranceOf(row, found.scale ?? 1)
  if (!tolerance) return { row: name, leftOut: 'a rule of thumb, not a figure' }
  return {
    row: name,
    formula: found.formula,
    arguments: found.arguments,
    expected: { [found.result]: Number(row.expected) * (found.scale ?? 1) },
    tolerance,
    source: row.source_url ?? '',
  }
}

/** The question of a row, or why there is none. */
function ask(row: Row, catalog: Catalog): Asked | string {
  const { quantity = '', inputs = '', model: named = '' } = row
  if (quantity.startsWith('fine-tuning')) return tuning(named, inputs)
  const model = modelNamed(named, catalog)
  const d = model?.dimensions
  if (!d) return `the catalogue has no dimensions of ${named}`
  if (quantity === 'total parameters')
    return d.attention === 'MLA' && d.mla?.queryRank === undefined
      ? 'the query rank of latent attention is not known'
      : { formula: 'count-parameters', arguments: shapeOf(d), result: 'total' }
  if (quantity === 'active matmul parameters')
    return { formula: 'count-parameters', arguments: shapeOf(d), result: 'active', scale: 1e9 }
  if (quantity.startsWith('weight memory')) return weights(d, inputs)
  if (quantity.startsWith('KV bytes per token'))
    return {
      formula: 'kv-cache',
      arguments: { ...attentionOf(d), context_tokens: 1 },
      result: 'bytes_per_token',
    }
  if (quantity.startsWith('KV cache')) return kvCache(d, inputs)
  if (quantity.startsWith('GPUs needed')) return gpus(d, inputs, catalog)
  return `no formula for "${quantity}" is known here`
}

function weights(d: ModelDimensions, inputs: string): Asked | string {
  const bytes = Number(/([\d.]+) bytes\/param/.exec(inputs)?.[1])
  const precision = Object.entries(BYTES_PER_PARAMETER).find(
    ([, b]) => Math.abs(b - bytes) < 1e-4,
  )?.[0]
  return precision === undefined
    ? 'the format of the weights is not one that is known'
    : { formula: 'weights', arguments: { parameters: d.totalParameters, precision }, result: 'gb' }
}

function kvCache(d: ModelDimensions, inputs: string): Asked | string {
  const context = Number(/context (\d+)/.exec(inputs)?.[1])
  if (Number.isNaN(context)) return 'no context is printed'
  const sequences = Number(/batch (\d+)/.exec(inputs)?.[1] ?? 1)
  const bytes = /fp8/.test(inputs) ? 1 : 2
  return {
    formula: 'kv-cache',
    arguments: { ...attentionOf(d), context_tokens: context, sequences, bytes_per_value: bytes },
    result: 'gb',
  }
}

/** "fp8 weights, H100 SXM, 32 concurrent x 4096 tokens, KV 1 B, …" */
function gpus(d: ModelDimensions, inputs: string, catalog: Catalog): Asked | string {
  const read = /^(\w+) weights, ([^,]+), (\d+) concurrent x (\d+) tokens, KV ([\d.]+) B/.exec(
    inputs,
  )
  const [precision = '', device = '', sequences, context, bytes] = read?.slice(1) ?? []
  const accelerator = acceleratorNamed(device, catalog)
  if (!(precision in BYTES_PER_PARAMETER) || !accelerator)
    return `the catalogue has no accelerator "${device}", or the format is not known`
  return {
    formula: 'gpus-needed',
    arguments: {
      weights_gb: weightsGB(d.totalParameters, precision as Precision),
      kv_cache_gb: kvCacheGB(d, Number(context), Number(sequences), Number(bytes)),
      gpu_memory_gb: accelerator.spec.memoryGB,
    },
    result: 'gpus',
  }
}

function tuning(named: string, inputs: string): Asked | string {
  const billions = Number(/^([\d.]+)B$/.exec(named)?.[1])
  const method = [
    [/full fine-tune/i, 'full'],
    [/unsloth qlora/i, 'qlora-4bit-least'],
    [/qlora 8-bit/i, 'qlora-8bit'],
    [/qlora 4-bit/i, 'qlora-4bit'],
    [/^lora 16-bit/i, 'lora-16bit'],
  ].find(([pattern]) => (pattern as RegExp).test(inputs))?.[1] as string | undefined
  return Number.isNaN(billions) || method === undefined
    ? 'activations of long sequences are not in the rule'
    : {
        formula: 'fine-tuning-memory',
        arguments: { parameters: billions * 1e9, method },
        result: 'gb',
      }
}

/** The printed tolerance: "exact" is to the printed digits, a bare number is in the row's own unit. */
function toleranceOf({ tolerance = '', expected = '' }: Row, scale: number): Tolerance | undefined {
  if (tolerance === 'exact') return { decimals: decimalsOf(expected) - Math.log10(scale) }
  const percent = /^([\d.]+)%$/.exec(tolerance)?.[1]
  if (percent !== undefined) return { relative: Number(percent) / 100 }
  return /^[\d.]+$/.test(tolerance) ? { relative: Number(tolerance) / Number(expected) } : undefined
}

function attentionOf(d: ModelDimensions): Record<string, number> {
  return {
    layers: d.layers,
    kv_heads: d.kvHeads,
    head_size: d.headSize,
    ...(d.slidingWindow
      ? {
          window_tokens: d.slidingWindow.tokens,
          full_attention_layers: d.slidingWindow.fullAttentionLayers,
        }
      : {}),
    ...(d.mla ? { latent_rank: d.mla.kvRank, rope_size: d.mla.ropeSize } : {}),
  }
}

function shapeOf(d: ModelDimensions): Record<string, number | string> {
  return {
    layers: d.layers,
    hidden: d.hidden,
    query_heads: d.queryHeads,
    kv_heads: d.kvHeads,
    head_size: d.headSize,
    intermediate: d.intermediate,
    vocabulary: d.vocabulary,
    tied_embeddings: d.tiedEmbeddings ? 1 : 0,
    ...(d.experts
      ? {
          experts: d.experts.count,
          active_experts: d.experts.active,
          expert_intermediate: d.experts.intermediate,
          shared_experts: d.experts.shared,
          dense_layers: d.experts.denseLayers,
        }
      : {}),
    ...(d.mla
      ? {
          kv_rank: d.mla.kvRank,
          query_rank: d.mla.queryRank ?? 0,
          rope_size: d.mla.ropeSize,
          nope_size: d.mla.nopeSize ?? 0,
          value_size: d.mla.valueSize ?? 0,
        }
      : {}),
    ...(d.qkNorm ? { qk_norm: d.qkNorm } : {}),
    norms_per_layer: d.normsPerLayer ?? 2,
    qkv_bias: d.qkvBias ? 1 : 0,
    output_bias: d.outputBias ? 1 : 0,
    attention_sinks: d.attentionSinks ? 1 : 0,
    expert_bias: d.experts?.bias ? 1 : 0,
    router_bias: d.experts?.routerBias ? 1 : 0,
  }
}
