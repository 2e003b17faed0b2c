import type { Accelerator, Catalog } from '../catalog/types.ts'
import type { Arguments } from '../engine/formula.ts'
import type { ModelDimensions, Precision } from '../engine/serving/dimensions.ts'
import { leastStepMs } from '../engine/serving/roofline-reached.ts'
import { acceleratorOf } from './accelerators.ts'
import { NO_DIMENSIONS, servedArguments, shapeOf } from './model-shape.ts'
import type { Case, LeftOut, Row, Table } from './table.ts'

/** Formats as tables of measurements name them; a blank one is bf16 there. */
const FORMATS: Readonly<Record<string, Precision>> = {
  '': 'bf16',
  bf16: 'bf16',
  fp16: 'bf16',
  fp8: 'fp8',
  int8: 'int8',
  int4: 'int4',
  fp4: 'nvfp4',
  nvfp4: 'nvfp4',
  mxfp4: 'mxfp4',
}

/** Measured rows: each agrees when its time per token lies in the predicted band. */
export const THROUGHPUT_TABLE: Table = {
  name: 'measured decode speed',
  columns: ['model', 'precision', 'gpu', 'gpu_count', 'input_len', 'output_len', 'tpot_ms'],
  cases: (row, catalog) => [measured(row, catalog)],
}

function measured(row: Row, catalog: Catalog): Case | LeftOut {
  const { model = '', gpu = '', concurrency = '' } = row
  const name = row.id ?? `${model} on ${row.gpu_count} ${gpu}, ${concurrency} at once`
  const leftOut = (reason: string) => ({ row: name, leftOut: reason })
  const shape = shapeOf(row, catalog)
  if (!shape) return leftOut(NO_DIMENSIONS)
  const accelerator = acceleratorOf(gpu, catalog)
  if (!accelerator) return leftOut(`the catalogue has no accelerator ${gpu}`)
  const precision = FORMATS[row.precision ?? '']
  if (!precision) return leftOut(`the format ${row.precision} is not known here`)
  if (!row.tpot_ms || !concurrency) return leftOut('no time per token at a concurrency is printed')
  return asked(row, name, { dimensions: shape, accelerator, precision })
}

function asked(
  row: Row,
  name: string,
  on: Readonly<{ dimensions: ModelDimensions; accelerator: Accelerator; precision: Precision }>,
): Case {
  const { dimensions, precision } = on
  const { spec } = on.accelerator
  const at = (key: string) => Number(row[key])
  const [gpus, concurrency, measuredMs] = [at('gpu_count'), at('concurrency'), at('tpot_ms')]
  const host: Arguments = {
    ...servedArguments(dimensions),
    precision,
    gpus,
    gpu_memory_gb: spec.memoryGB,
    bandwidth_gb_per_s: spec.bandwidthGBPerSecond,
    bf16_tflops: spec.bf16TeraFlops,
    fp8_tflops: spec.fp8TeraFlops ?? 0,
    fp4_tflops: spec.fp4TeraFlops ?? 0,
    concurrency,
  }
  const common = { row: name, tolerance: { relative: 0 }, source: row.source_url ?? '' } as const
  if (measuredMs < leastStepMs({ dimensions, precision, spec, gpus, concurrency }))
    return {
      ...common,
      formula: 'roofline-reached',
      arguments: { ...host, measured_ms: measuredMs },
      expected: 'refused',
    }
  return {
    ...common,
    formula: 'decode',
    arguments: { ...host, input_tokens: at('input_len'), output_tokens: at('output_len') },
    expected: { ms_low: { atMost: measuredMs }, ms_high: { atLeast: measuredMs } },
  }
}
