import { billedPrice } from '../catalog/peak-hours.ts'
import type { Catalog } from '../catalog/types.ts'
import type { TokenPrice } from '../engine/cost/token-price.ts'
import type { Arguments } from '../engine/formula.ts'
import { isUnknown } from '../engine/unknown.ts'
import { decimalsOf } from './inputs.ts'
import type { Case, LeftOut, Row, Table } from './table.ts'

const PRICES: Table = {
  name: 'API prices of single requests',
  columns: [
    'provider',
    'model',
    'timestamp_utc',
    'input_tokens_total',
    'of_which_cache_read',
    'of_which_cache_write',
    'output_tokens',
    'batch',
    'expected_usd',
  ],
  cases: (row, catalog) => [pricedRequest(row, catalog)],
}

function pricedRequest(row: Row, catalog: Catalog): Case | LeftOut {
  const { provider = '', model = '', timestamp_utc = '', expected_usd = '', note = '' } = row
  const name = [row.case, provider, model, timestamp_utc].filter(Boolean).join(' ')
  if (note.includes('unsettled')) return { row: name, leftOut: 'its own note calls it unsettled' }
  const price = catalog.priceAt(provider, model, timestamp_utc)
  if (isUnknown(price))
    return { row: name, leftOut: 'no price of exactly this model, provider and time is known' }
  return {
    row: name,
    formula: 'api-price',
    arguments: {
      ...ratesOf(billedPrice(price, timestamp_utc), /^true$/i.test(row.batch ?? '')),
      input: Number(row.input_tokens_total),
      cached: Number(row.of_which_cache_read),
      cache_writes: Number(row.of_which_cache_write),
      output: Number(row.output_tokens),
    },
    expected: { usd_per_request: Number(expected_usd) },
    tolerance: { decimals: decimalsOf(expected_usd) },
    source: row.source_url ?? price.source.url,
  }
}

/** A price as arguments of the formula; what it does not name stays out. */
function ratesOf(price: TokenPrice, batch: boolean): Arguments {
  const { longPrompt: long } = price
  const all = {
    input_usd_per_1m: price.input,
    output_usd_per_1m: price.output,
    cache_usd_per_1m: price.cacheRead,
    cache_write_usd_per_1m: price.cacheWrite,
    long_prompt_above: long?.aboveTokens,
    long_input_usd_per_1m: long?.input,
    long_output_usd_per_1m: long?.output,
    long_cache_usd_per_1m: long?.cacheRead,
    long_cache_write_usd_per_1m: long?.cacheWrite,
    batch_multiplier: batch ? price.batchMultiplier : undefined,
  }
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

const ONE_PERCENT = { relative: 0.01 } as const

const TRAINING_RUNS: Table = {
  name: 'training runs',
  columns: ['model', 'params_active_b', 'tokens_b', 'accel_hours', 'flops_6nd', 'mfu_computed_6nd'],
  cases: (row) => {
    const { model = '', note = '' } = row
    if (note.includes('not a golden case'))
      return [{ row: model, leftOut: 'its hours cover a part of the run' }]
    const cases = [...compute(row), ...rent(row), ...electricity(row)]
    return cases.length > 0
      ? cases
      : [{ row: model, leftOut: 'neither size and tokens nor hours and watts or rent are printed' }]
  },
}

/** A printed number, or undefined where the cell is empty, a range or words. */
function printed(row: Row, column: string): number | undefined {
  const text = row[column]?.trim() ?? ''
  return text === '' || !Number.isFinite(Number(text)) ? undefined : Number(text)
}

/** A case for a column that is printed, from arguments that are all printed. */
function asked(
  row: Row,
  column: string,
  formula: string,
  result: string,
  from: Readonly<Record<string, number | undefined>>,
): Case[] {
  const expected = printed(row, column)
  const given = Object.entries(from).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  )
  if (expected === undefined || given.length < Object.keys(from).length) return []
  return [
    {
      row: `${row.model}: ${column}`,
      formula,
      arguments: Object.fromEntries(given),
      expected: { [result]: expected },
      tolerance: ONE_PERCENT,
      source: row.source_url ?? '',
    },
  ]
}

function scaled(row: Row, column: string, factor: number): number | undefined {
  const value = printed(row, column)
  return value === undefined ? undefined : value * factor
}

function compute(row: Row): Case[] {
  const size = {
    parameters: scaled(row, 'params_active_b', 1e9),
    tokens: scaled(row, 'tokens_b', 1e9),
  }
  const peak = printed(row, 'peak_tflops_dense_bf16')
  return [
    ...asked(row, 'flops_6nd', 'training-flops', 'flops', size),
    ...asked(row, 'mfu_computed_6nd', 'mfu', 'mfu', {
      flops: printed(row, 'flops_6nd'),
      gpu_hours: printed(row, 'accel_hours'),
      peak_tflops: peak,
    }),
    ...asked(row, 'accel_hours', 'training-cost', 'gpu_hours', {
      ...size,
      peak_tflops: peak,
      mfu: printed(row, 'mfu_computed_6nd'),
      goodput: 1,
      usd_per_gpu_hour: printed(row, 'implied_usd_per_hour') ?? 0,
    }),
    ...asked(row, 'goodput_ratio', 'goodput', 'goodput', {
      billed_mfu: printed(row, 'mfu_computed_6nd'),
      steady_mfu: printed(row, 'mfu_reported'),
    }),
  ]
}

function rent(row: Row): Case[] {
  return [
    ...asked(row, 'implied_usd_per_hour', 'implied-rent', 'usd_per_gpu_hour', {
      usd: printed(row, 'cost_usd_reported'),
      gpu_hours: printed(row, 'accel_hours'),
    }),
    ...asked(row, 'cost_usd_reported', 'training-cost', 'usd', {
      parameters: scaled(row, 'params_active_b', 1e9),
      tokens: scaled(row, 'tokens_b', 1e9),
      peak_tflops: printed(row, 'peak_tflops_dense_bf16'),
      mfu: printed(row, 'mfu_computed_6nd'),
      goodput: 1,
      usd_per_gpu_hour: printed(row, 'implied_usd_per_hour'),
    }),
  ]
}

/** Energy and carbon as printed and as recomputed by the table; a card without overhead has PUE 1. */
function electricity(row: Row): Case[] {
  const run = {
    gpu_hours: printed(row, 'accel_hours'),
    power_w: printed(row, 'power_w'),
    pue: printed(row, 'pue') ?? 1,
  }
  const lit = { ...run, kg_per_kwh: printed(row, 'carbon_kg_per_kwh') }
  return [
    ...asked(row, 'energy_mwh_reported', 'training-energy', 'mwh', run),
    ...asked(row, 'energy_mwh_computed', 'training-energy', 'mwh', run),
    ...asked(row, 'co2_t_reported', 'training-energy', 'tonnes', lit),
    ...asked(row, 'co2_t_computed', 'training-energy', 'tonnes', lit),
  ]
}

export const COST_TABLES: readonly Table[] = [PRICES, TRAINING_RUNS]
