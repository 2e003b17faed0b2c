import { GADRE } from '../engine/scaling/constants.ts'
import { numberIn } from './columns.ts'
import { decimalsOf } from './inputs.ts'
import type { Table } from './table.ts'
import { toPrinted } from './to-printed.ts'

const OVER_TRAINED: Table = {
  name: 'over-training penalty',
  columns: ['kind', 'compute_flops', 'tokens_per_param', 'loss', 'excess_loss_nats'],
  cases: (row) => {
    const flops = numberIn(row, 'compute_flops')
    const ratio = numberIn(row, 'tokens_per_param')
    const [parameters, tokens] = [numberIn(row, 'params'), numberIn(row, 'tokens')]
    const name = `${row.kind}: ${row.compute_flops} FLOP, ${row.tokens_per_param} tokens per parameter`
    if (parameters !== undefined && tokens !== undefined) {
      const size = /([\d.]+)x the size to serve/.exec(row.note ?? '')?.[1]
      return toPrinted(
        name,
        row,
        'over-training',
        { parameters, tokens },
        {
          loss: row.loss,
          compute_ratio: row.equal_loss_compute_ratio,
          size_ratio: size,
        },
      )
    }
    if (flops === undefined || ratio === undefined)
      return [{ row: name, leftOut: 'neither compute and ratio nor size and tokens are printed' }]
    const percent = numberIn(row, 'excess_reducible_pct')
    return [
      ...toPrinted(
        name,
        row,
        'excess-loss',
        { flops, tokens_per_parameter: ratio },
        {
          loss: row.loss,
          excess_nats: row.excess_loss_nats,
        },
      ),
      ...(percent === undefined
        ? []
        : [
            {
              row: `${name}: share`,
              formula: 'excess-loss',
              arguments: { flops, tokens_per_parameter: ratio },
              expected: { excess_share: percent / 100 },
              tolerance: { decimals: decimalsOf(row.excess_reducible_pct ?? '') + 2 },
              source: row.source_url ?? '',
            },
          ]),
    ]
  },
}

const GADRE_ROWS: Table = {
  name: 'loss and error of over-trained models',
  columns: ['dataset', 'params', 'tokens_per_param', 'predicted_loss', 'predicted_err17'],
  cases: (row) => {
    const { dataset = '' } = row
    const name = `${dataset}: ${row.params} parameters, ${row.tokens_per_param} tokens per parameter`
    if (!(dataset in GADRE)) return [{ row: name, leftOut: `no fit on ${dataset} is known` }]
    const given = {
      parameters: numberIn(row, 'params') ?? Number.NaN,
      tokens_per_parameter: numberIn(row, 'tokens_per_param') ?? Number.NaN,
      data: dataset,
    }
    return toPrinted(name, row, 'downstream-error', given, {
      loss: row.predicted_loss,
      error: row.predicted_err17,
    })
  },
}

const RUNS: Table = {
  name: 'over-trained runs',
  columns: ['model', 'params', 'tokens_per_param', 'final_loss', 'core_average'],
  cases: ({ model, tokens_per_param }) => [
    {
      row: `${model}, ${tokens_per_param} tokens per parameter`,
      leftOut: 'a measured run, computed from nothing',
    },
  ],
}

const PRECISION: Table = {
  name: 'precision of training and of weights',
  columns: ['kind', 'bits', 'weights_only', 'activations_only', 'kv_only', 'delta_loss'],
  cases: (row) => {
    const { kind = '', bits: printedBits = '' } = row
    const bits = numberIn(row, 'bits') ?? Number.NaN
    const [parameters, tokens] = [numberIn(row, 'params'), numberIn(row, 'tokens')]
    const name = `${kind}, ${printedBits} bits`
    const share = (keys: readonly string[], column: string) =>
      toPrinted(
        `${name}, ${column}`,
        row,
        'training-precision',
        Object.fromEntries(keys.map((key) => [key, bits])),
        { effective_share: row[column] },
      )
    if (kind.startsWith('training precision'))
      return [
        ...share(['weight_bits'], 'weights_only'),
        ...share(['activation_bits'], 'activations_only'),
        ...share(['kv_bits'], 'kv_only'),
        ...share(['weight_bits', 'activation_bits', 'kv_bits'], 'all_three'),
      ]
    if (parameters !== undefined && tokens !== undefined)
      return toPrinted(
        `${name}, ${row.params} parameters`,
        row,
        'quantisation-loss',
        { parameters, tokens, bits },
        { added_nats: row.delta_loss },
      )
    return [{ row: name, leftOut: 'scores that were measured, computed from nothing' }]
  },
}

export const OVER_TRAINING_TABLES: readonly Table[] = [OVER_TRAINED, GADRE_ROWS, RUNS, PRECISION]
