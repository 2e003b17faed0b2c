import type { Catalog } from '../catalog/types.ts'
import type { Arguments } from '../engine/formula.ts'
import { decimalsOf } from './inputs.ts'
import { breakEven, split, tokenPrice, tuning } from './money-readers.ts'
import { acceleratorNamed } from './named.ts'
import { type Asked, read } from './read.ts'
import type { Case, LeftOut, Row, Table } from './table.ts'

/** Queueing, rooflines, experts, speculative decoding, dollars: one topic a formula, terse inputs. */
export const FORMULA_TABLE: Table = {
  name: 'serving formulas',
  columns: ['case', 'topic', 'inputs', 'expected', 'unit', 'tolerance', 'source'],
  cases: (row, catalog) => [asked(row, catalog)],
}

function asked(row: Row, catalog: Catalog): Case | LeftOut {
  const { case: name = '', topic = '', expected = '', source = '' } = row
  const reader = READERS.find(([start]) => topic.startsWith(start))?.[1]
  if (!reader) return { row: name, leftOut: `no formula for "${topic}" is known here` }
  const found = reader(row, catalog)
  if (typeof found === 'string') return { row: name, leftOut: found }
  const printed = figures(expected)
  return {
    row: name,
    formula: found.formula,
    arguments: found.arguments,
    expected: Object.fromEntries(
      found.results.map((key, i) => [key, (printed[i] ?? Number.NaN) * (found.scale ?? 1)]),
    ),
    tolerance: {
      relative: toleranceOf(row.tolerance ?? ''),
      // No figure agrees more closely than it was printed.
      ...(printed.length === 1 ? { decimals: decimalsOf(expected) } : {}),
    },
    source,
  }
}

type Reader = (row: Row, catalog: Catalog) => Asked | string

const READERS: readonly (readonly [string, Reader])[] = [
  ['queueing M/M/c', ({ inputs = '' }) => erlang(inputs)],
  ['queueing M/G/c', ({ inputs = '' }) => generalService(inputs)],
  ['batch where weight-bound decode', ridge],
  ['batch-1 decode lower bound', ({ inputs = '' }) => lowerBound(inputs)],
  ['expected share of experts', ({ inputs = '' }) => experts(inputs)],
  ['speculative decoding', ({ case: name = '' }) => speculative(name)],
  ['self-hosted $ per 1M', ({ inputs = '' }) => tokenPrice(inputs)],
  ['break-even volume', ({ inputs = '' }) => breakEven(inputs)],
  ['fine-tuning compute', ({ inputs = '' }) => tuning(inputs)],
  ['splitting GPU cost', ({ inputs = '' }) => split(inputs)],
]

function erlang(inputs: string): Asked | string {
  const n = read(/arrival ([\d.]+)\/s, service ([\d.]+) s, (\d+) slots, target ([\d.]+) s/, inputs)
  return n
    ? {
        formula: 'erlang-c',
        arguments: {
          arrivals_per_s: n[0],
          service_s: n[1],
          servers: n[2],
          target_s: n[3],
        } as Arguments,
        results: ['p_wait', 'within_target', 'mean_wait_s', 'utilisation'],
      }
    : 'its queue cannot be read'
}

function generalService(inputs: string): Asked | string {
  const n = read(
    /lam ([\d.]+)\/s, mean service ([\d.]+) s, (\d+) slots, service SCV ([\d.]+)/,
    inputs,
  )
  return n
    ? {
        formula: 'erlang-c',
        arguments: {
          arrivals_per_s: n[0],
          service_s: n[1],
          servers: n[2],
          service_variation: n[3],
        } as Arguments,
        results: ['mean_wait_s'],
      }
    : 'its queue cannot be read'
}

function ridge({ case: name = '' }: Row, catalog: Catalog): Asked | string {
  const [, device = '', precision = ''] = /^ridge-(.+)-(bf16|fp8)$/.exec(name) ?? []
  const spec = acceleratorNamed(device, catalog)?.spec
  const peak = precision === 'fp8' ? spec?.fp8TeraFlops : spec?.bf16TeraFlops
  return spec && peak
    ? {
        formula: 'ridge-batch',
        arguments: {
          peak_tflops: peak,
          bandwidth_gb_per_s: spec.bandwidthGBPerSecond,
          bytes_per_parameter: precision === 'fp8' ? 1 : 2,
        },
        results: ['sequences'],
      }
    : `the catalogue has no accelerator "${device}" with a peak at ${precision}`
}

/** "(8.030-0.525)B params x 2 B / 3.35 TB/s", "(70.55-1.05)B x 1 B / (2 x 3.35 TB/s)" */
function lowerBound(inputs: string): Asked | string {
  const n =
    /\(([\d.]+)-([\d.]+)\)B (?:params )?x ([\d.]+) B \/ \(?(?:(\d+) x )?([\d.]+) TB\/s/.exec(inputs)
  return n
    ? {
        formula: 'decode-lower-bound',
        arguments: {
          parameters: (Number(n[1]) - Number(n[2])) * 1e9,
          bytes_per_parameter: Number(n[3]),
          gpus: Number(n[4] ?? 1),
          bandwidth_gb_per_s: Number(n[5]) * 1000,
        },
        results: ['ms'],
      }
    : 'its sizes cannot be read'
}

function experts(inputs: string): Asked | string {
  const n = read(/1-\(1-(\d+)\/(\d+)\)\^(\d+)/, inputs)
  return n
    ? {
        formula: 'experts-touched',
        arguments: { active: n[0], experts: n[1], batch: n[2] } as Arguments,
        results: ['share'],
      }
    : 'its experts cannot be read'
}

function speculative(name: string): Asked | string {
  const n = read(/a([\d.]+)-g(\d+)/, name)
  return n
    ? {
        formula: 'speculative-decoding',
        arguments: { acceptance: n[0], drafted: n[1] } as Arguments,
        results: ['tokens_per_step'],
      }
    : 'its acceptance cannot be read'
}

/** The figures of "P(wait)=0.238701; SL=0.845883", "1.01 H100-h = $2.99", "153.0". */
function figures(expected: string): number[] {
  return expected
    .split(';')
    .map((part) =>
      Number(
        /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/i.exec(
          part.replace(/^[^=]*=\s*/, (m) => (/^\s*\d/.test(part) ? m : '')),
        )?.[0],
      ),
    )
}

function toleranceOf(text: string): number {
  const percent = /^([\d.]+)%$/.exec(text)?.[1]
  return percent === undefined ? Number(text) : Number(percent) / 100
}
