import { FORMULA_TABLE } from './formula-table.ts'
import { MEMORY_TABLE } from './memory-table.ts'
import type { Case, Row, Table } from './table.ts'
import { THROUGHPUT_TABLE } from './throughput-table.ts'

/** Published shares of peak are recomputed to this much. */
const MFU_TOLERANCE = { relative: 0.02 } as const

const MFU_TABLE: Table = {
  name: 'share of peak in training',
  columns: [
    'n_params',
    'n_layers',
    'd_model',
    'seq',
    'n_gpu',
    'tok_per_s',
    'peak_tflops',
    'mfu_pct',
  ],
  cases: (row) => [mfu(row)],
}

function mfu(row: Row): Case {
  const { section = '', model = '', gpu = '', precision = '', source_url = '' } = row
  const at = (key: string) => Number(row[key] || Number.NaN)
  const repeated = row.act_ckpt === 'True'
  return {
    row: `${section}: ${model} ${precision}, ${row.seq} tokens, ${row.n_gpu} ${gpu}, ${row.tok_per_s}/s`,
    formula: 'step-mfu',
    arguments: {
      parameters: at('n_params'),
      layers: at('n_layers'),
      hidden: at('d_model'),
      sequence_tokens: at('seq'),
      tokens_per_second: at('tok_per_s'),
      gpus: at('n_gpu'),
      peak_tflops: at('peak_tflops'),
      checkpointing: repeated ? 'yes' : 'no',
    },
    expected: {
      mfu: at('mfu_pct') / 100,
      ...(row.hfu_pct && { hfu: at('hfu_pct') / 100 }),
      ...(row.mfu_6n_only_pct && { mfu_parameters_only: at('mfu_6n_only_pct') / 100 }),
    },
    tolerance: MFU_TOLERANCE,
    source: source_url,
  }
}

export const SERVING_TABLES: readonly Table[] = [
  MEMORY_TABLE,
  FORMULA_TABLE,
  MFU_TABLE,
  THROUGHPUT_TABLE,
]
