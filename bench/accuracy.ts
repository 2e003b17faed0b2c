/**
 * How far the engine is from every published row it is checked against, by formula; how well it predicts decode
 * speed, training hours and energy; and how many published prices it knows, beside the price package alone.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { mean, percentile } from '../eval/ranking.ts'
import { checkCase } from '../src/checking/check.ts'
import type { Case, LeftOut, Row } from '../src/checking/table.ts'
import type {
  AcceleratorSpec,
  ModelDimensions,
  Precision,
} from '../src/engine/serving/dimensions.ts'
import { decode } from '../src/engine/serving/roofline.ts'
import { print, table } from './measure.ts'
import { comparePrices } from './prices.ts'

const ROOT = join(import.meta.dirname, '..')
const PUBLISHED = join(ROOT, 'test/cases/published')

type File = Readonly<{ table: string; cases: readonly Case[]; leftOut: readonly LeftOut[] }>
type Compared = Readonly<{
  table: string
  formula: string
  row: string
  key: string
  error: number
  pass: boolean
}>

const files = readdirSync(PUBLISHED).map(
  (name) => JSON.parse(readFileSync(join(PUBLISHED, name), 'utf8')) as File,
)
const compared = files.flatMap(({ table: name, cases }) => cases.flatMap((c) => errorsOf(name, c)))

byFormula()
trainingRuns()
decodeSpeed()
comparePrices(rowsOf('price_cases'), rowsOf('price_changes'))

/** The relative error of every figure of a case; none for zero, and for what has to be refused. */
function errorsOf(name: string, c: Case): Compared[] {
  const outcome = checkCase(c)
  if (!('pass' in outcome) || c.expected === 'refused') return []
  const { got, pass, formula, row } = outcome
  return Object.entries(c.expected).flatMap(([key, expected]) => {
    if (typeof expected !== 'number' || expected === 0) return []
    const value = typeof got === 'string' ? Number.NaN : (got[key] ?? Number.NaN)
    const error = Math.abs(value - expected) / Math.abs(expected)
    return [{ table: name, formula, row, key, error, pass }]
  })
}

function byFormula(): void {
  print(
    'Errors relative to what is published, by formula. Most of what is left is the rounding of the print: a case asks for what the row itself states, to its tolerance.',
  )
  const names = [...new Set(compared.map((c) => c.formula))].sort()
  table(
    [
      'formula',
      'tables',
      'figures',
      'median error',
      'largest error',
      'where',
      'outside the tolerance',
    ],
    names.map((formula) => {
      const its = compared.filter((c) => c.formula === formula)
      const errors = its.map((c) => c.error)
      const worst = its.reduce((a, b) => (b.error > a.error ? b : a))
      return [
        formula,
        [...new Set(its.map((c) => c.table))].join(', '),
        its.length,
        percent(percentile(errors, 0.5)),
        percent(worst.error),
        `${worst.row} (${worst.key})`.replaceAll('|', '/'),
        its.filter((c) => !c.pass).length,
      ]
    }),
  )
  const cases = files.reduce((sum, f) => sum + f.cases.length, 0)
  const refused = files.flatMap((f) => f.cases).filter((c) => c.expected === 'refused')
  const left = files.reduce((sum, f) => sum + f.leftOut.length, 0)
  print(
    `${cases} cases, ${compared.length} figures; ${refused.length} cases have to be refused, of which ${
      refused.filter((c) => {
        const o = checkCase(c)
        return 'pass' in o && o.pass
      }).length
    } are; ${left} rows are left out with the reason in test/cases/README.md.`,
  )
}

/** Training: what follows from the row's own hours, and what would have been said knowing size and tokens only. */
function trainingRuns(): void {
  const groups = [
    [
      'tonnes as published, from hours and watts',
      compared.filter((c) => c.row.endsWith('tonnes as published')),
    ],
    ['electricity, from hours and watts', compared.filter((c) => c.key === 'mwh')],
    [
      'accelerator hours, from size, tokens and the utilisation printed',
      compared.filter((c) => c.key === 'gpu_hours'),
    ],
    [
      'the bill, from size, tokens, utilisation and rent',
      compared.filter((c) => c.formula === 'training-cost' && c.key === 'usd'),
    ],
  ] as const
  print('Training energy and cost.')
  table(
    ['what', 'figures', 'median error', 'largest error'],
    groups.map(([name, its]) => {
      const errors = its.map((c) => c.error)
      return [name, its.length, percent(percentile(errors, 0.5)), percent(Math.max(...errors))]
    }),
  )
  const runs = rowsOf('training_runs').flatMap((row) => {
    const [size, tokens, peak, hours] = [
      'params_active_b',
      'tokens_b',
      'peak_tflops_dense_bf16',
      'accel_hours',
    ].map((key) => Number(row[key]))
    return size && tokens && peak && hours
      ? [{ hours, busiest: (6 * size * tokens * 1e6) / (peak * 3600) }]
      : []
  })
  const factors = runs.map(({ hours, busiest }, i) => {
    const others = runs.filter((_, j) => j !== i).map((r) => r.busiest / r.hours)
    const predicted = busiest / percentile(others, 0.5)
    return Math.max(predicted / hours, hours / predicted)
  })
  print(
    `Hours of ${runs.length} runs from size, tokens and the median utilisation of the other runs, nothing of the run itself: off by a factor of ${percentile(factors, 0.5).toFixed(2)} in the median, ${percentile(factors, 0.9).toFixed(2)} in nine of ten, ${Math.max(...factors).toFixed(1)} at most; energy and bill are off by the same, for they are hours times watts and rent.`,
  )
}

type Throughput = Readonly<{
  models: Readonly<Record<string, unknown>>
  accelerators: Readonly<Record<string, unknown>>
  columns: readonly string[]
  rows: readonly (readonly (string | number | null)[])[]
  withoutDimensions: Readonly<Record<string, number>>
}>

/** Predicted time per token beside the measured one. */
function decodeSpeed(): void {
  const file = JSON.parse(
    readFileSync(join(ROOT, 'test/cases/throughput.json'), 'utf8'),
  ) as Throughput
  const rows = file.rows.map((cells) => {
    const row = Object.fromEntries(file.columns.map((name, i) => [name, cells[i]]))
    const speed = decode({
      dimensions: file.models[String(row.model)] as ModelDimensions,
      spec: file.accelerators[String(row.accelerator)] as AcceleratorSpec,
      precision: row.precision as Precision,
      gpus: Number(row.gpus),
      inputTokens: Number(row.input),
      outputTokens: Number(row.output),
      concurrency: Number(row.concurrency),
      kvBytesPerValue: 2,
    })
    const ms = Number(row.measuredMs)
    return {
      accelerator: String(row.accelerator),
      class: speed.class,
      error: Math.abs(speed.tpotMs.central / ms - 1),
      inBand: speed.tpotMs.low <= ms && ms <= speed.tpotMs.high,
      width: speed.tpotMs.high / speed.tpotMs.low,
    }
  })
  print(
    `Time per token of ${rows.length} published measurements, on which the roofline was calibrated (rows it was not calibrated on: test/cases/README.md); ${JSON.stringify(file.withoutDimensions)} rows have no dimensions.`,
  )
  const groups = (key: 'class' | 'accelerator') =>
    [...new Set(rows.map((r) => r[key]))]
      .sort()
      .map((name) => [name, rows.filter((r) => r[key] === name)] as const)
  table(
    [
      'class or accelerator',
      'rows',
      'mean error',
      'median error',
      'largest error',
      'inside the band',
      'high over low, median',
    ],
    [...groups('class'), ...groups('accelerator')].map(([name, its]) => {
      const errors = its.map((r) => r.error)
      return [
        name,
        its.length,
        percent(mean(errors)),
        percent(percentile(errors, 0.5)),
        percent(Math.max(...errors)),
        percent(its.filter((r) => r.inBand).length / its.length),
        percentile(
          its.map((r) => r.width),
          0.5,
        ).toFixed(1),
      ]
    }),
  )
}

function rowsOf(name: string): Row[] {
  const text = readFileSync(join(ROOT, `knowledge/data/${name}.csv`), 'utf8')
  return parse(text, { columns: true, relax_column_count: true }) as Row[]
}

function percent(share: number): string {
  const value = 100 * share
  if (value === 0 || value >= 10) return `${value.toFixed(0)} %`
  return value < 1e-4 ? 'below 0.0001 %' : `${value.toPrecision(2)} %`
}
