import { numberIn, numbersIn } from './columns.ts'
import type { Case, LeftOut, Row, Table } from './table.ts'

/** Columns that hold one number for both bounds. */
const COMMON = {
  output_tokens: 'output_tokens',
  batch: 'batch_size',
  weight_bits: 'quantization_bits',
  water_l_per_kwh: 'mix_wue_l_per_kwh',
  grid_kg_sb_per_kwh: 'mix_adpe_kgsb_per_kwh',
  grid_mj_per_kwh: 'mix_pe_mj_per_kwh',
} as const

/** Columns that end in `_min` and `_max`. */
const BOUNDED = {
  active_b: 'active_params_b',
  total_b: 'total_params_b',
  pue: 'pue',
  wue_l_per_kwh: 'wue_onsite_l_per_kwh',
} as const

const RESULTS = {
  gpus: 'gpu_count',
  seconds: 'generation_latency_s',
  kwh: 'energy_kwh',
  kg_co2e: 'gwp_kg',
  kg_co2e_use: 'gwp_usage_kg',
  kg_co2e_embodied: 'gwp_embodied_kg',
  kg_sb: 'adpe_kgsb',
  mj: 'pe_mj',
  litres: 'wcf_paper_l',
  litres_overhead_twice: 'wcf_code_l',
} as const

/** Footprints of a request: the minima of a row are one question, the maxima another. */
export const REQUEST_FOOTPRINTS: Table = {
  name: 'request footprints',
  columns: ['active_params_b_min', 'output_tokens', 'mix_gwp_kg_per_kwh', 'energy_kwh_min'],
  cases: (row) => (['min', 'max'] as const).map((end) => requestFootprint(row, end)),
}

function requestFootprint(row: Row, end: 'min' | 'max'): Case | LeftOut {
  const at = (names: Readonly<Record<string, string>>) =>
    numbersIn(
      row,
      Object.fromEntries(Object.entries(names).map(([key, name]) => [key, `${name}_${end}`])),
    )
  const name = `${row.case_id} ${row.model}, ${row.output_tokens} tokens, ${row.zone}, ${end}`
  const factors = { ...numbersIn(row, COMMON), ...at(BOUNDED) }
  const missing = Object.entries({ ...COMMON, ...BOUNDED }).find(([key]) => !(key in factors))
  const grid = numberIn(row, 'mix_gwp_kg_per_kwh')
  const tolerance = numberIn(row, 'rel_tol')
  if (missing || grid === undefined || tolerance === undefined)
    return { row: name, leftOut: `prints no ${missing?.[1] ?? 'mix_gwp_kg_per_kwh or rel_tol'}` }
  const speed = numbersIn(row, { tokens_per_second: 'tps', first_token_s: 'ttft_s' })
  const published = 'tokens_per_second' in speed
  return {
    row: name,
    formula: published ? 'inference-footprint-at-speed' : 'inference-footprint',
    arguments: {
      ...factors,
      grid_g_per_kwh: grid * 1000,
      ...numbersIn(row, { measured_s: 'request_latency_s' }),
      ...(published ? speed : {}),
    },
    expected: at(RESULTS),
    tolerance: { relative: tolerance },
    source: row.source_url ?? '',
  }
}
