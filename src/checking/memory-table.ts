import type { Catalog } from '../catalog/types.ts'
import type { Arguments } from '../engine/formula.ts'
import type { ModelDimensions, Precision } from '../engine/serving/dimensions.ts'
import { FINE_TUNING_METHODS, type FineTuningMethod } from '../engine/serving/fine-tuning-memory.ts'
import { kvCacheGB } from '../engine/serving/kv-cache.ts'
import { matmulParameters } from '../engine/serving/parameters.ts'
import { BYTES_PER_PARAMETER, weightsGB } from '../engine/serving/weights.ts'
import { acceleratorOf } from './accelerators.ts'
import { cacheArguments, countArguments, NO_DIMENSIONS, shapeOf } from './model-shape.ts'
import { numbersIn, printedFigure } from './printed.ts'
import type { Case, LeftOut, Row, Table } from './table.ts'

/** A question without the figure: which result of which formula, of what; or why it cannot be asked. */
type Ask = Readonly<{ formula: string; result: string; arguments: Arguments }> | string

/** The registry's unit over the printed one. */
const SCALES: Readonly<Record<string, number>> = {
  parameters: 1,
  billion: 1e9,
  bytes: 1,
  GPUs: 1,
  GB: 1,
  'GB (1e9)': 1,
  'MB (1e6)': 1e-3,
  MiB: 2 ** 20 / 1e9,
  GiB: 2 ** 30 / 1e9,
}

/** By the beginning of the quantity's name; the first that fits counts. */
const ASKS: readonly (readonly [string, (row: Row, catalog: Catalog) => Ask])[] = [
  ['total parameters', shaped((_, shape) => counted(shape, 'total'))],
  ['active matmul parameters', shaped((_, shape) => counted(shape, 'active'))],
  ['weight memory', shaped(weights)],
  ['KV bytes per token', shaped(perToken)],
  ['KV cache', shaped(cache)],
  ['GPUs needed', gpus],
  ['fine-tuning', (row) => fineTuning(row)],
]

export const MEMORY_TABLE: Table = {
  name: 'memory of models',
  columns: ['case', 'quantity', 'model', 'inputs', 'expected', 'unit', 'tolerance'],
  cases: (row, catalog) => [memory(row, catalog)],
}

function memory(row: Row, catalog: Catalog): Case | LeftOut {
  const { quantity = '', expected = '', unit = '', tolerance = '', source_url = '' } = row
  const name = row.case ?? ''
  const ask = ASKS.find(([start]) => quantity.startsWith(start))?.[1]
  if (!ask) return { row: name, leftOut: 'no formula of this quantity is known here' }
  const scale = SCALES[unit]
  const printed = scale === undefined ? undefined : printedFigure(expected, tolerance, scale)
  if (!printed) return { row: name, leftOut: `a tolerance ${tolerance} in ${unit} is no figure` }
  const asked = ask(row, catalog)
  if (typeof asked === 'string') return { row: name, leftOut: asked }
  return {
    row: name,
    formula: asked.formula,
    arguments: asked.arguments,
    expected: { [asked.result]: printed.value },
    tolerance: printed.tolerance,
    source: source_url,
  }
}

function shaped(
  ask: (row: Row, shape: ModelDimensions) => Ask,
): (row: Row, catalog: Catalog) => Ask {
  return (row, catalog) => {
    const shape = shapeOf(row, catalog)
    return shape ? ask(row, shape) : NO_DIMENSIONS
  }
}

function counted(shape: ModelDimensions, result: 'total' | 'active'): Ask {
  const { mla } = shape
  if (mla && !(mla.queryRank && mla.valueSize))
    return 'neither the row nor the catalogue has the query rank and value width of latent attention'
  return { formula: 'count-parameters', result, arguments: countArguments(shape) }
}

function weights({ inputs = '' }: Row, dimensions: ModelDimensions): Ask {
  const bytes = numbersIn(inputs, /([\d.]+) bytes\/param/)?.[0]
  const precision = bytes === undefined ? precisionIn(inputs) : formatOf(bytes)
  if (!precision) return 'no format that is known here is printed'
  const parameters = inputs.includes('embedding counted separately')
    ? matmulParameters(dimensions)
    : dimensions.totalParameters
  return { formula: 'weights', result: 'gb', arguments: { parameters, precision } }
}

function perToken(_: Row, dimensions: ModelDimensions): Ask {
  if (dimensions.slidingWindow) return 'whether layers with a window count is not printed'
  return {
    formula: 'kv-cache',
    result: 'bytes_per_token',
    arguments: { ...cacheArguments(dimensions), context_tokens: 1 },
  }
}

function cache({ inputs = '', quantity = '' }: Row, dimensions: ModelDimensions): Ask {
  const context =
    numbersIn(inputs, /context (\d+)/)?.[0] ??
    numbersIn(inputs, /(\d+) prompt \+ (\d+) generated/)?.reduce((sum, n) => sum + n)
  const precision = precisionIn(`${inputs} ${quantity}`)
  if (context === undefined || !precision) return 'no context or no format is printed'
  return {
    formula: 'kv-cache',
    result: 'gb',
    arguments: {
      ...cacheArguments(dimensions),
      context_tokens: context,
      sequences: numbersIn(inputs, /batch (\d+)/)?.[0] ?? 1,
      bytes_per_value: BYTES_PER_PARAMETER[precision],
    },
  }
}

function gpus(row: Row, catalog: Catalog): Ask {
  const { inputs = '' } = row
  const shape = shapeOf(row, catalog)
  if (!shape) return NO_DIMENSIONS
  const precision = precisionIn(inputs)
  const [, card = ''] = /weights, ([^,]+),/.exec(inputs) ?? []
  const accelerator = acceleratorOf(card, catalog)
  const load = numbersIn(inputs, /(\d+) concurrent x (\d+) tokens, KV ([\d.]+) B/)
  if (!accelerator) return `the catalogue has no accelerator ${card}`
  if (!precision || !load) return 'no format or no load is printed'
  const [sequences = 0, tokens = 0, bytes = 0] = load
  return {
    formula: 'gpus-needed',
    result: 'gpus',
    arguments: {
      weights_gb: weightsGB(shape.totalParameters, precision),
      kv_cache_gb: kvCacheGB(shape, tokens, sequences, bytes),
      gpu_memory_gb: accelerator.spec.memoryGB,
    },
  }
}

function fineTuning({ model = '', inputs = '' }: Row): Ask {
  if (/\d+ ctx/.test(inputs))
    return 'activations at a long context depend on checkpointing and sharding, which are not printed'
  const size = numbersIn(model, /^([\d.]+)B$/)?.[0]
  const method = methodIn(inputs.toLowerCase())
  if (size === undefined || !method) return 'no size or no known method is printed'
  return {
    formula: 'fine-tuning-memory',
    result: 'gb',
    arguments: { parameters: size * 1e9, method },
  }
}

function methodIn(words: string): FineTuningMethod | undefined {
  if (words.startsWith('full')) return 'full'
  const bits = numbersIn(words, /(\d+)-bit/)?.[0] ?? (words.includes('qlora') ? 4 : 16)
  const kind = words.includes('qlora') ? 'qlora' : 'lora'
  return FINE_TUNING_METHODS.find((known) => known === `${kind}-${bits}-bit`)
}

/** The number format that words name; half precision of either kind takes two bytes. */
function precisionIn(words: string): Precision | undefined {
  const [found = ''] = /\b(bf16|fp16|fp8|int8|int4|nvfp4|mxfp4)\b/.exec(words) ?? []
  return found === 'fp16' ? 'bf16' : FORMATS.find((f) => f === found)
}

const FORMATS = Object.keys(BYTES_PER_PARAMETER) as Precision[]

/** The format of so many bytes, rounded or cut to the four decimals that tables print. */
function formatOf(bytes: number): Precision | undefined {
  return FORMATS.find((f) => Math.abs(BYTES_PER_PARAMETER[f] - bytes) <= 1e-4)
}
