import { type Ask, NOT_READ, one, several } from './formula-asks.ts'
import { numbersIn } from './printed.ts'
import type { Row } from './table.ts'

const RENT = /(\d+)x\S+ at \$([\d.]+)/
const STAFF = /= \$([\d.]+)\/month/

export function hostedTokens(row: Row): Ask {
  const { inputs = '' } = row
  const rent = numbersIn(inputs, RENT)
  const speed = numbersIn(inputs, /([\d.]+) (?:output )?tok\/s/)?.[0]
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
export function breakEven(row: Row): Ask {
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
      staff_usd_per_month: numbersIn(inputs, STAFF)?.[0] ?? 0,
      api_usd_per_request: (input * prompts + output * answers) / (prompts + answers) / 1e6,
      requests_a_replica_carries: 1e18,
    },
    1e6,
  )
}

/** The hours only: the rent behind the dollars is not printed. */
export function fineTuning(row: Row): Ask {
  const { inputs = '' } = row
  const at = numbersIn(
    inputs,
    /([\d.]+)B, ([\d.]+)M(?: tokens)? x (\d+).*MFU ([\d.]+) \* ([\d.]+)e12/,
  )
  const hours = /([\d.]+) H100-h/.exec(row.expected ?? '')?.[1]
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

export function split(row: Row): Ask {
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
      output_usd_per_1m: /output ([\d.]+)/.exec(expected)?.[1],
      input_usd_per_1m: /input ([\d.]+)/.exec(expected)?.[1],
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

/** `5M tokens x 3 epochs at $3 per 1M`, or the tokens alone: `65.5M + 10M`, training and validation. */
export function fineTuningBill(row: Row): Ask {
  const { inputs = '', unit = '' } = row
  const tokens = numbersIn(inputs, /([\d.]+)M/)?.[0]
  if (tokens === undefined) return NOT_READ
  const given = {
    training_tokens: tokens * 1e6,
    epochs: numbersIn(inputs, /x ([\d.]+)/)?.[0] ?? 1,
    validation_tokens: (numbersIn(inputs, /\+ ([\d.]+)M/)?.[0] ?? 0) * 1e6,
    evaluations: 1,
    usd_per_1m_tokens: numbersIn(inputs, /\$([\d.]+)/)?.[0] ?? 0,
  }
  return unit.startsWith('M')
    ? one(row, 'fine-tuning-bill', 'tokens', given, 1e6)
    : one(row, 'fine-tuning-bill', 'usd', given)
}
