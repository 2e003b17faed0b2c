import type { Catalog } from '../catalog/types.ts'
import type { Arguments } from '../engine/formula.ts'
import { acceleratorOf } from './accelerators.ts'
import { inputsOf } from './inputs.ts'
import { numbersIn, printedFigure } from './printed.ts'
import type { Case, LeftOut, Row, Table } from './table.ts'

/** A question to a formula with the figures that the row prints for it; or why it cannot be asked. */
type Ask = Pick<Case, 'formula' | 'arguments' | 'expected' | 'tolerance'> | string

const NOT_READ = 'the inputs are not printed in a form that is known here'

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
  ['splitting GPU cost', split],
]

export const FORMULA_TABLE: Table = {
  name: 'serving formulas',
  columns: ['case', 'topic', 'inputs', 'expected', 'unit', 'tolerance'],
  cases: (row, catalog) => {
    const { topic = '', source = '' } = row
    const ask = ASKS.find(([start]) => topic.startsWith(start))?.[1]
    const asked = ask?.(row, catalog) ?? 'no formula of this topic is known here'
    const name = row.case ?? ''
    return typeof asked === 'string' ? leftOut(name, asked) : [{ row: name, ...asked, source }]
  },
}

const leftOut = (row: string, reason: string): readonly LeftOut[] => [{ row, leftOut: reason }]

/** A question whose row prints one figure. */
function one(row: Row, formula: string, result: string, given: Arguments, scale = 1): Ask {
  const printed = printedFigure(row.expected ?? '', row.tolerance ?? '', scale)
  if (!printed) return 'no figure with a tolerance is printed'
  const { value, tolerance } = printed
  return { formula, arguments: given, expected: { [result]: value }, tolerance }
}

/** Several figures in one row: a plain tolerance is then relative, for they have no common unit. */
function several(
  row: Row,
  formula: string,
  expected: Readonly<Record<string, number | undefined>>,
  given: Arguments,
): Ask {
  const { tolerance = '' } = row
  const relative = tolerance.endsWith('%')
    ? Number(tolerance.slice(0, -1)) / 100
    : Number(tolerance)
  return {
    formula,
    arguments: given,
    expected: Object.fromEntries(
      Object.entries(expected).map(([key, value]) => [key, value ?? Number.NaN]),
    ),
    tolerance: { relative },
  }
}

function erlang(row: Row): Ask {
  const at = numbersIn(
    row.inputs ?? '',
    /arrival ([\d.]+)\/s, service ([\d.]+) s, (\d+) slots, target ([\d.]+) s/,
  )
  if (!at) return NOT_READ
  const [arrivals = 0, service = 0, servers = 0, target = 0] = at
  const printed = inputsOf(row.expected ?? '')
  return several(
    row,
    'erlang-c',
    {
      p_wait: printed['P(wait)'],
      within_target: printed.SL,
      mean_wait_s: printed['mean wait'],
      utilisation: printed.util,
    },
    { arrivals_per_s: arrivals, service_s: service, servers, target_s: target },
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
  const peak = { bf16: spec.bf16TeraFlops, fp8: spec.fp8TeraFlops }[format]
  if (peak === undefined) return `the catalogue has no ${format} peak of ${card}`
  return one(row, 'ridge-batch', 'sequences', {
    peak_tflops: peak,
    bandwidth_gb_per_s: spec.bandwidthGBPerSecond,
    bytes_per_parameter: format === 'bf16' ? 2 : 1,
  })
}

function lowerBound(row: Row): Ask {
  const at =
    /\(([\d.]+)(?:-([\d.]+))?\)B(?: params)? x ([\d.]+) B \/ \(?(?:(\d+) x )?([\d.]+) TB\/s/.exec(
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

/** Acceptance and drafted tokens stand only in the name of the case. */
function speculative(row: Row): Ask {
  const at = numbersIn(row.case ?? '', /-a([\d.]+)-g(\d+)$/)
  if (!at) return NOT_READ
  const [acceptance = 0, drafted = 0] = at
  return one(row, 'speculative-decoding', 'tokens_per_step', { acceptance, drafted })
}

const RENT = /(\d+)x\S+ at \$([\d.]+)/

function hostedTokens(row: Row): Ask {
  const { inputs = '' } = row
  const rent = numbersIn(inputs, RENT)
  const speed = numbersIn(inputs, /([\d.]+) output tok\/s/)?.[0]
  if (!rent) return NOT_READ
  if (speed === undefined) return 'the throughput stands in another table'
  const percent = numbersIn(inputs, /([\d.]+)% duty/)?.[0]
  const [gpus = 0, usd = 0] = rent
  return one(row, 'self-hosted-token-price', 'usd_per_1m_tokens', {
    gpus,
    usd_per_gpu_hour: usd,
    tokens_per_second: speed,
    duty: numbersIn(inputs, /duty ([\d.]+)/)?.[0] ?? (percent === undefined ? 1 : percent / 100),
  })
}

/** No capacity is printed, so one replica is taken to carry any volume. */
function breakEven(row: Row): Ask {
  const { inputs = '' } = row
  if (inputs.startsWith('same')) return 'the inputs refer to another row'
  const rent = numbersIn(inputs, RENT)
  const hours = numbersIn(inputs, /\((\d+) h\)/)?.[0]
  const api = numbersIn(inputs, /API ([\d.]+)\/([\d.]+) per 1M, (\d+):(\d+) mix/)
  if (!rent || hours === undefined || !api) return NOT_READ
  const [gpus = 0, usd = 0] = rent
  const [input = 0, output = 0, prompts = 1, answers = 1] = api
  return one(
    row,
    'break-even-volume',
    'requests_per_month',
    {
      usd_per_replica_month: gpus * usd * hours,
      staff_usd_per_month: 0,
      api_usd_per_request: (input * prompts + output * answers) / (prompts + answers) / 1e6,
      requests_a_replica_carries: 1e18,
    },
    1e6,
  )
}

/** The hours only: the rent behind the dollars is not printed. */
function fineTuning(row: Row): Ask {
  const { inputs = '' } = row
  const at = numbersIn(
    inputs,
    /([\d.]+)B, ([\d.]+)M(?: tokens)? x (\d+).*MFU ([\d.]+) \* ([\d.]+)e12/,
  )
  const hours = numbersIn(row.expected ?? '', /([\d.]+) H100-h/)?.[0]
  if (!at || hours === undefined) return NOT_READ
  const [billions = 0, millions = 0, epochs = 0, mfu = 0, peak = 0] = at
  return several(
    row,
    'fine-tuning',
    { gpu_hours: hours },
    {
      parameters: billions * 1e9,
      tokens: millions * 1e6,
      epochs,
      method: inputs.startsWith('full') ? 'full' : 'adapters',
      mfu,
      peak_tflops: peak,
      usd_per_gpu_hour: 0,
    },
  )
}

function split(row: Row): Ask {
  const { inputs = '', expected = '' } = row
  const rent = numbersIn(inputs, RENT)
  const rates = numbersIn(inputs, /([\d.]+) input tok\/s and ([\d.]+) output tok\/s/)
  const ratio = numbersIn(inputs, /ratio ([\d.]+)/)?.[0]
  if (!rent || !rates || ratio === undefined) return NOT_READ
  const [gpus = 0, usd = 0] = rent
  const [input = 0, output = 0] = rates
  return several(
    row,
    'token-price-split',
    {
      output_usd_per_1m: numbersIn(expected, /output ([\d.]+)/)?.[0],
      input_usd_per_1m: numbersIn(expected, /input ([\d.]+)/)?.[0],
    },
    {
      gpus,
      usd_per_gpu_hour: usd,
      input_tokens_per_second: input,
      output_tokens_per_second: output,
      ratio,
    },
  )
}
