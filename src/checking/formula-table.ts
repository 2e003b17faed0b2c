import type { Catalog } from '../catalog/types.ts'
import { acceleratorOf } from './accelerators.ts'
import { type Ask, NOT_READ, one, several } from './formula-asks.ts'
import { servedArguments, shapeOf } from './model-shape.ts'
import { breakEven, fineTuning, fineTuningBill, hostedTokens, split } from './money-asks.ts'
import { numbersIn } from './printed.ts'
import type { LeftOut, Row, Table } from './table.ts'

/** By the beginning of the topic's name; the first that fits counts. */
const ASKS: readonly (readonly [string, (row: Row, catalog: Catalog) => Ask])[] = [
  ['queueing M/M/c', erlang],
  ['queueing M/G/c', spreadService],
  ['batch where weight-bound decode meets the compute roof', ridge],
  ['batch-1 decode lower bound', lowerBound],
  ['expected share of experts read', touched],
  ['speculative decoding', speculative],
  ['self-hosted $ per 1M output tokens', hostedTokens],
  ['break-even volume', breakEven],
  ['fine-tuning compute', fineTuning],
  ['fine-tuning bill', fineTuningBill],
  ['prefill FLOPs', prefill],
  ['splitting GPU cost', split],
]

export const FORMULA_TABLE: Table = {
  name: 'serving formulas',
  columns: ['case', 'topic', 'inputs', 'expected', 'unit', 'tolerance'],
  cases: (row, catalog) => {
    const { topic = '', source = '' } = row
    const ask = ASKS.find(([start]) => topic.startsWith(start))?.[1]
    const inputs = row.inputs?.replace(/(\d),(?=\d{3}\b)/g, '$1') ?? ''
    const asked = ask?.({ ...row, inputs }, catalog) ?? 'no formula of this topic is known here'
    const name = row.case ?? ''
    return typeof asked === 'string'
      ? leftOut(name, asked)
      : asked.map((question) => ({ row: name, ...question, source }))
  },
}

const leftOut = (row: string, reason: string): readonly LeftOut[] => [{ row, leftOut: reason }]

function erlang(row: Row): Ask {
  const at = numbersIn(
    row.inputs ?? '',
    /arrival ([\d.]+)\/s, service ([\d.]+) s, (\d+) slots, target ([\d.]+) s/,
  )
  if (!at) return NOT_READ
  const [arrivals = 0, service = 0, servers = 0, target = 0] = at
  const printed = figuresIn(row.expected ?? '')
  return several(
    row,
    'erlang-c',
    {
      p_wait: printed.get('P(wait)'),
      within_target: printed.get('SL'),
      mean_wait_s: printed.get('mean wait'),
      utilisation: printed.get('util'),
    },
    { arrivals_per_s: arrivals, service_s: service, servers, target_s: target },
  )
}

/** `P(wait)=0.2387; mean wait=8.18 s`: the figures as they are printed. */
function figuresIn(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/([^=;]+)=\s*([\d.]+)/g)].map((m) => [m[1]?.trim() ?? '', m[2] ?? '']),
  )
}

function spreadService(row: Row): Ask {
  const { inputs = '' } = row
  const at = numbersIn(inputs, /lam ([\d.]+)\/s, mean service ([\d.]+) s, (\d+) slots/)
  const service = numbersIn(inputs, /service SCV ([\d.]+)/)?.[0]
  const arrival = numbersIn(inputs, /arrival SCV ([\d.]+)/)?.[0] ?? 1
  if (!at || service === undefined) return NOT_READ
  const [arrivals = 0, seconds = 0, servers = 0] = at
  return one(row, 'erlang-c', 'mean_wait_s', {
    arrivals_per_s: arrivals,
    service_s: seconds,
    servers,
    arrival_variation: arrival,
    service_variation: service,
  })
}

/** The accelerator and the format stand only in the name of the case. */
function ridge(row: Row, catalog: Catalog): Ask {
  const [, card = '', format = ''] = /^[^-]+-(.+)-([a-z]+\d+)$/.exec(row.case ?? '') ?? []
  const spec = acceleratorOf(card, catalog)?.spec
  if (!spec) return `the catalogue has no accelerator ${card}`
  const peak = { bf16: spec.bf16TeraFlops, fp8: spec.fp8TeraFlops, fp4: spec.fp4TeraFlops }[format]
  if (peak === undefined) return `the catalogue has no ${format} peak of ${card}`
  return one(row, 'ridge-batch', 'sequences', {
    peak_tflops: peak,
    bandwidth_gb_per_s: spec.bandwidthGBPerSecond,
    bytes_per_parameter: Number(/\d+$/.exec(format)) / 8,
  })
}

function lowerBound(row: Row): Ask {
  const at =
    /\(?([\d.]+)(?:-([\d.]+))?\)?B(?: params)? x ([\d.]+) B \/ \(?(?:(\d+) x )?([\d.]+) TB\/s/.exec(
      row.inputs ?? '',
    )
  if (!at) return NOT_READ
  const [all = 0, embedding = 0, bytes = 0, gpus = 1, terabytes = 0] = at
    .slice(1)
    .map((text) => (text === undefined ? undefined : Number(text)))
  return one(row, 'decode-lower-bound', 'ms', {
    parameters: (all - embedding) * 1e9,
    bytes_per_parameter: bytes,
    gpus,
    bandwidth_gb_per_s: terabytes * 1000,
  })
}

function touched(row: Row): Ask {
  const at = numbersIn(row.inputs ?? '', /1-\(1-(\d+)\/(\d+)\)\^(\d+)/)
  if (!at) return NOT_READ
  const [active = 0, experts = 0, batch = 0] = at
  return one(row, 'experts-touched', 'share', { active, experts, batch })
}

/** Acceptance, drafted tokens and the draft's share of a step stand only in the name of the case. */
function speculative(row: Row): Ask {
  const { case: name = '' } = row
  const at = numbersIn(name, /-a([\d.]+)-g(\d+)/)
  const share = numbersIn(name, /-c([\d.]+)/)?.[0]
  if (!at) return NOT_READ
  const [acceptance = 0, drafted = 0] = at
  return share === undefined
    ? one(row, 'speculative-decoding', 'tokens_per_step', { acceptance, drafted })
    : one(row, 'speculative-decoding', 'speedup', { acceptance, drafted, draft_share: share })
}

/** `Llama-3.1-70B, 5000 tokens`. */
function prefill(row: Row, catalog: Catalog): Ask {
  const { inputs = '' } = row
  const [, model = ''] = /^([^\s,:]+)/.exec(inputs) ?? []
  const shape = shapeOf({ model }, catalog)
  const tokens = numbersIn(inputs, /([\d.]+) tokens/)?.[0]
  if (!shape || tokens === undefined) return NOT_READ
  return one(row, 'prefill-flops', 'flops', { ...servedArguments(shape), input_tokens: tokens })
}
