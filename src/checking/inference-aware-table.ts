import { chinchillaLoss } from '../engine/scaling/chinchilla.ts'
import { CHINCHILLA_FITS } from '../engine/scaling/constants.ts'
import { usdPerOperation } from '../engine/scaling/inference-aware-cost.ts'
import { numberIn } from './columns.ts'
import type { Case, LeftOut, Row, Table } from './table.ts'

const SARDANA = CHINCHILLA_FITS['sardana-2024']
/** Peaks of an A100, TFLOP/s, that the rows name by its format. */
const A100 = { bf16: 312, int8: 624 } as const
const SCALES: Readonly<Record<string, number>> = { K: 1e3, M: 1e6, B: 1e9, T: 1e12 }

/** Sizes for models that will be used much; quality is that of a baseline model. */
export const INFERENCE_AWARE: Table = {
  name: 'inference-aware sizes',
  columns: [
    'case',
    'inputs',
    'baseline_params',
    'baseline_tokens',
    'optimal_params',
    'total_cost_ratio',
  ],
  cases: (row) => [asked(row)],
}

function asked(row: Row): Case | LeftOut {
  const { case: name = '', inputs = '', note = '', rel_tol = '', source_url = '' } = row
  const [parameters, tokens] = [numberIn(row, 'baseline_params'), numberIn(row, 'baseline_tokens')]
  if (parameters === undefined || tokens === undefined)
    return { row: name, leftOut: 'no baseline model is printed' }
  const common = { row: name, tolerance: { relative: Number(rel_tol) }, source: source_url }
  const printedLoss = /loss [\d.]+ \(([\d.]+)\)/.exec(note)?.[1]
  if (name.startsWith('loss') && printedLoss)
    return {
      ...common,
      formula: 'chinchilla-loss',
      arguments: { parameters, tokens, fit: 'sardana-2024' },
      expected: { loss: Number(printedLoss) },
    }
  const [best, data, ratio] = ['optimal_params', 'optimal_tokens', 'total_cost_ratio'].map(
    (column) => numberIn(row, column),
  )
  if (best === undefined || data === undefined || ratio === undefined)
    return { row: name, leftOut: 'its prices stand in a note and contradict each other' }
  const loss = chinchillaLoss(parameters, tokens, SARDANA)
  const used = /([\d.]+)([KMBT]) inference tokens/.exec(name)
  if (used) {
    const use = Number(used[1]) * (SCALES[used[2] ?? ''] ?? Number.NaN)
    return {
      ...common,
      formula: 'inference-aware-optimum',
      arguments: { loss, inference_tokens: use },
      expected: {
        parameters: best,
        tokens: data,
        flops: ratio * parameters * (6 * tokens + 2 * use),
      },
    }
  }
  return inMoney({ ...common, inputs, loss, parameters, tokens, best, data, ratio })
}

type Priced = Pick<Case, 'row' | 'tolerance' | 'source'> &
  Readonly<{
    inputs: string
    loss: number
    parameters: number
    tokens: number
    best: number
    data: number
    ratio: number
  }>

/** "17.5B requests (70 in + 215 out)" on machines such as "A100-80 $1.50/h bf16 50% MFU train; INT8 A100-40 at $1.00/h, 50% prefill, 1% decode". */
function inMoney(asked: Priced): Case | LeftOut {
  const { row, tolerance, source, inputs, loss, parameters, tokens, best, data, ratio } = asked
  const use = /([\d.]+)([KMBT]) requests \((\d+) in \+ (\d+) out\)/.exec(row)
  const machines =
    /\$([\d.]+)\/h bf16 (\d+)% MFU train; INT8 A100\S* at \$([\d.]+)\/h, (\d+)% prefill, (\d+)% decode/.exec(
      inputs,
    )
  if (!use || !machines) return { row, leftOut: 'its machines and prices cannot be read' }
  const [train, mfu, serve, read, write] = machines.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const requests = Number(use[1]) * (SCALES[use[2] ?? ''] ?? Number.NaN)
  const [promptTokens, answerTokens] = [requests * Number(use[3]), requests * Number(use[4])]
  const machine = (usdPerHour: number, peakTflops: number, percent: number) => ({
    usdPerHour,
    peakTflops,
    utilisation: percent / 100,
  })
  const [training, prefill, decode] = [
    machine(train, A100.bf16, mfu),
    machine(serve, A100.int8, read),
    machine(serve, A100.int8, write),
  ]
  const baseline =
    parameters *
    (6 * tokens * usdPerOperation('training', training) +
      2 * promptTokens * usdPerOperation('prefill', prefill) +
      2 * answerTokens * usdPerOperation('decode', decode))
  return {
    row,
    tolerance,
    source,
    formula: 'inference-aware-cost',
    arguments: {
      loss,
      prompt_tokens: promptTokens,
      answer_tokens: answerTokens,
      training_usd_per_hour: training.usdPerHour,
      training_peak_tflops: training.peakTflops,
      training_utilisation: training.utilisation,
      prefill_usd_per_hour: prefill.usdPerHour,
      prefill_peak_tflops: prefill.peakTflops,
      prefill_utilisation: prefill.utilisation,
      decode_usd_per_hour: decode.usdPerHour,
      decode_peak_tflops: decode.peakTflops,
      decode_utilisation: decode.utilisation,
    },
    expected: { parameters: best, tokens: data, usd: ratio * baseline },
  }
}
