import type { Arguments } from '../engine/formula.ts'
import { type Asked, read } from './read.ts'

/** "70B FP8 2xH100 at $3.64, 4205 output tok/s, duty 1.0" */
export function tokenPrice(inputs: string): Asked | string {
  const rent = read(/(\d+)x\S+ at \$([\d.]+)/, inputs)
  const speed = read(/([\d.]+) output tok\/s/, inputs)
  if (!rent || !speed) return 'its throughput stands in another table'
  const duty = Number(
    /duty ([\d.]+)/.exec(inputs)?.[1] ?? Number(/([\d.]+)% duty/.exec(inputs)?.[1] ?? 100) / 100,
  )
  return {
    formula: 'self-hosted-token-price',
    arguments: {
      gpus: rent[0],
      usd_per_gpu_hour: rent[1],
      tokens_per_second: speed[0],
      duty,
    } as Arguments,
    results: ['usd_per_1m_tokens'],
  }
}

/** "2xH100 at $3.64 24x7 (730 h) against API 0.59/0.79 per 1M, 1:1 mix", in millions of tokens */
export function breakEven(inputs: string): Asked | string {
  const n =
    /(\d+)x\S+ at \$([\d.]+) 24x7 \((\d+) h\) against API ([\d.]+)\/([\d.]+) per 1M, (\d+):(\d+) mix/.exec(
      inputs,
    )
  if (!n) return 'it refers to another row'
  const [gpus, rent, hours, input, output, read, written] = n.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return {
    formula: 'break-even-volume',
    arguments: {
      usd_per_replica_month: gpus * rent * hours,
      staff_usd_per_month: 0,
      api_usd_per_request: (input * read + output * written) / (read + written) / 1e6,
      // The row asks for the volume alone, so one replica is taken to carry whatever it is.
      requests_a_replica_carries: 1e18,
    },
    results: ['requests_per_month'],
    scale: 1e6,
  }
}

/** "LoRA 70B, 10M x 3: 4*N*D/(MFU 0.35 * 989e12)"; the dollars depend on a rent that is not printed. */
export function tuning(inputs: string): Asked | string {
  const n =
    /^(full|LoRA|QLoRA) ([\d.]+)B, ([\d.]+)M (?:tokens )?x (\d+)[^:]*: \d\*N\*D\/\(MFU ([\d.]+) \* ([\d.]+)e12\)/i.exec(
      inputs,
    )
  return n
    ? {
        formula: 'fine-tuning',
        arguments: {
          parameters: Number(n[2]) * 1e9,
          tokens: Number(n[3]) * 1e6,
          epochs: Number(n[4]),
          method: n[1] === 'full' ? 'full' : 'adapters',
          mfu: Number(n[5]),
          peak_tflops: Number(n[6]),
          usd_per_gpu_hour: 0,
        },
        results: ['gpu_hours'],
      }
    : 'its run cannot be read'
}

/** "2xH100 at $3.64/h; 4205 input tok/s and 4205 output tok/s; output:input cost ratio 4" */
export function split(inputs: string): Asked | string {
  const n =
    /(\d+)x\S+ at \$([\d.]+)\/h; ([\d.]+) input tok\/s and ([\d.]+) output tok\/s; output:input cost ratio ([\d.]+)/.exec(
      inputs,
    )
  return n
    ? {
        formula: 'token-price-split',
        arguments: {
          usd_per_hour: Number(n[1]) * Number(n[2]),
          read_per_second: Number(n[3]),
          written_per_second: Number(n[4]),
          ratio: Number(n[5]),
        },
        results: ['output_usd_per_1m', 'input_usd_per_1m'],
      }
    : 'its machine cannot be read'
}
