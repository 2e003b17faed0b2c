import { numberIn } from './columns.ts'
import { decimalsOf } from './inputs.ts'
import type { Case, LeftOut, Row, Table } from './table.ts'
import { toPrinted } from './to-printed.ts'
import { trainingBillCases } from './training-bills.ts'

/** How near a utilisation and an energy figure must come to the published one. */
const MFU_TOLERANCE = 0.02
const ENERGY_TOLERANCE = 0.01

/** Throughput of training jobs and the share of peak it stands for. */
const UTILISATION: Table = {
  name: 'utilisation of training jobs',
  columns: ['section', 'n_params', 'n_layers', 'd_model', 'seq', 'n_gpu', 'tok_per_s', 'mfu_pct'],
  cases: (row) => {
    const name = `${row.section}: ${row.model}, ${row.seq} tokens, ${row.n_gpu} ${row.gpu}, ${row.tok_per_s} tokens/s`
    const perGpu = numberIn(row, 'tok_per_s_gpu')
    const accelerators = numberIn(row, 'n_gpu') ?? Number.NaN
    const total = numberIn(row, 'tok_per_s') ?? (perGpu ?? Number.NaN) * accelerators
    const given = {
      parameters: numberIn(row, 'n_params') ?? Number.NaN,
      layers: numberIn(row, 'n_layers') ?? Number.NaN,
      hidden: numberIn(row, 'd_model') ?? Number.NaN,
      sequence: numberIn(row, 'seq') ?? Number.NaN,
      accelerators,
      tokens_per_second: total,
      peak_tflops: numberIn(row, 'peak_tflops') ?? Number.NaN,
      recomputed: row.act_ckpt === 'True' ? 1 : 0,
    }
    if (Object.values(given).some(Number.isNaN))
      return [{ row: name, leftOut: 'sizes or throughput are not printed' }]
    return (['mfu_pct', 'hfu_pct'] as const).flatMap((column): Case[] => {
      const percent = numberIn(row, column)
      return percent === undefined
        ? []
        : [
            {
              row: `${name}: ${column}`,
              formula: 'steady-mfu',
              arguments: given,
              expected: { [column.slice(0, 3)]: percent / 100 },
              tolerance: { relative: MFU_TOLERANCE },
              source: row.source_url ?? '',
            },
          ]
    })
  },
}

/** Published runs: compute, utilisation over billed hours, energy and emissions. */
const RUNS: Table = {
  name: 'training runs',
  columns: ['model', 'params_active_b', 'tokens_b', 'accel_hours', 'flops_6nd', 'mfu_computed_6nd'],
  cases: (row) => {
    const cases = [...compute(row), ...energy(row), ...trainingBillCases(row)]
    return cases.length > 0
      ? cases
      : [
          {
            row: row.model ?? '',
            leftOut: 'neither size and tokens nor hours and watts are printed',
          },
        ]
  },
}

function compute(row: Row): readonly (Case | LeftOut)[] {
  const { model = '' } = row
  const [active, tokensB] = [numberIn(row, 'params_active_b'), numberIn(row, 'tokens_b')]
  if (active === undefined || tokensB === undefined) return []
  const size = { parameters: active * 1e9, tokens: tokensB * 1e9 }
  const [hours, peak] = [numberIn(row, 'accel_hours'), numberIn(row, 'peak_tflops_dense_bf16')]
  return [
    ...toPrinted(model, row, 'training-flops', size, { flops: row.flops_6nd }),
    ...(hours === undefined || peak === undefined
      ? []
      : toPrinted(
          model,
          row,
          'mfu',
          { flops: 6 * size.parameters * size.tokens, gpu_hours: hours, peak_tflops: peak },
          { mfu: row.mfu_computed_6nd },
        )),
  ]
}

function energy(row: Row): readonly (Case | LeftOut)[] {
  const { model = '', source_url: source = '' } = row
  const [hours, watts] = [numberIn(row, 'accel_hours'), numberIn(row, 'power_w')]
  const [tonnes, intensity] = [numberIn(row, 'co2_t_reported'), numberIn(row, 'carbon_kg_per_kwh')]
  if (hours === undefined || watts === undefined) return []
  const given = { gpu_hours: hours, power_w: watts, pue: numberIn(row, 'pue') ?? 1 }
  const reported = (key: string, value: number | undefined, extra: object = {}): Case[] =>
    value === undefined
      ? []
      : [
          {
            row: `${model}: ${key}, as published`,
            formula: 'training-energy',
            arguments: { ...given, ...extra },
            expected: { [key]: value },
            tolerance: { relative: ENERGY_TOLERANCE },
            source,
          },
        ]
  const mwh = numberIn(row, 'energy_mwh_computed')
  return [
    ...toPrinted(model, row, 'training-energy', given, { mwh: row.energy_mwh_computed }),
    ...reported('mwh', numberIn(row, 'energy_mwh_reported')),
    ...(intensity === undefined
      ? []
      : [
          ...toPrinted(
            model,
            row,
            'training-energy',
            { ...given, kg_per_kwh: intensity },
            {
              tonnes: row.co2_t_computed,
            },
          ),
          ...reported('tonnes', tonnes, { kg_per_kwh: intensity }),
        ]),
    ...(tonnes === undefined || mwh === undefined || !row.implied_kg_per_kwh
      ? []
      : [
          {
            row: `${model}: implied intensity`,
            formula: 'implied-intensity',
            arguments: { tonnes, mwh },
            expected: { kg_per_kwh: Number(row.implied_kg_per_kwh) },
            tolerance: { decimals: decimalsOf(row.implied_kg_per_kwh) },
            source,
          },
        ]),
  ]
}

export const TRAINING_TABLES: readonly Table[] = [UTILISATION, RUNS]
