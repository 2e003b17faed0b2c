import { requireWithin } from '../domain.ts'
import { DomainError } from '../formula.ts'
import { type Range, withFactor } from '../range.ts'
import { FP4_THROUGHPUT, ROOFLINE as R } from './constants.ts'
import type { AcceleratorSpec, ModelDimensions, Precision } from './dimensions.ts'
import { expertsTouched } from './experts-touched.ts'
import { firstTokenLowerBoundMs } from './first-token.ts'
import { fittingRequests, tightestRequests } from './fitting-requests.ts'
import { kvCacheGB } from './kv-cache.ts'
import { embeddingParameters, expertParameters, matmulParameters } from './parameters.ts'
import { peakFlops } from './peak-flops.ts'
import { type SpeedClass, speedBand, speedClass } from './speed-class.ts'
import { storedBytes } from './weights.ts'

/** A model on one tensor-parallel group, serving requests of one shape. */
export type Serving = Readonly<{
  dimensions: ModelDimensions
  precision: Precision
  spec: AcceleratorSpec
  gpus: number
  inputTokens: number
  outputTokens: number
  /** Requests served at once. */
  concurrency: number
  /** Bytes of a cached key or value; 2 beside bf16 and integer weights, else 1, unless said otherwise. */
  kvBytesPerValue?: number
}>

export type Speed = Readonly<{
  /** Time per output token. */
  tpotMs: Range
  /** Answer tokens per second of the whole group. */
  tokensPerSecond: Range
  /** Concurrency after the memory limit. */
  concurrency: number
  /** Requests whose KV cache fits beside the weights. */
  fitsConcurrency: number
  class: SpeedClass
  /** Least time to first token with no one waiting; under load it is longer by an amount nobody can promise. */
  ttftLowerBoundMs: number
}>

/**
 * Decode speed from a calibrated roofline: each step takes the longer of memory and compute time,
 * half of the shorter one, the all-reduces and fixed latencies; prompts of arriving requests ride along.
 * Source: fitted on published measurements (constants.ts); validity: dense models on Hopper to
 * about 8 % of the calibration rows' time and 13 % of unseen ones', wider elsewhere by the class's band.
 * Example: 70B fp8 on two H100, 5,000 in, 500 out, one request -> about 18.2 ms a token (18.58 measured).
 */
export function decode(s: Serving): Speed {
  requireWithin('inputTokens', s.inputTokens, 1, 1e7, 'tokens')
  requireWithin('outputTokens', s.outputTokens, 1, 1e6, 'tokens')
  requireWithin('concurrency', s.concurrency, 1, 1e5, 'requests')
  const fits = requestsThatFit(s)
  const concurrency = Math.min(s.concurrency, fits)
  const step = stepSeconds(s, concurrency)
  const of = speedClass(s.dimensions, s.spec)
  const band = speedBand(of).value
  return {
    tpotMs: withFactor(1000 * step, band),
    tokensPerSecond: withFactor((throughputShare(s) * concurrency) / step, band),
    concurrency,
    fitsConcurrency: fits,
    class: of,
    ttftLowerBoundMs: firstTokenLowerBoundMs(s),
  }
}

/** Requests at once by the plan of gpus-needed; a group too tight for the plan runs without its reserve. */
function requestsThatFit(s: Serving): number {
  const [bytes, context] = [valueBytes(s), meanContext(s)]
  const fits = fittingRequests(s, bytes, context) || tightestRequests(s, bytes, context)
  if (fits < 1)
    throw new DomainError(
      `gpus must be enough to hold the weights and one request; received ${s.gpus}. Use gpus-needed to size the group.`,
    )
  return fits
}

function stepSeconds(s: Serving, concurrency: number): number {
  const { dimensions: d, spec, gpus } = s
  const context = meanContext(s)
  const prompts = concurrency > 1 ? ((concurrency - 1) * s.inputTokens) / s.outputTokens : 0
  const kvBytes =
    (1e9 * kvCacheGB(d, context, concurrency, valueBytes(s))) / R.kvBandwidthShare.value
  const weightBytes = storedBytes(
    readParameters(d, concurrency + prompts),
    embeddingParameters(d),
    s.precision,
  )
  const memory =
    (weightBytes / R.weightBandwidthShare.value + kvBytes) /
    (gpus * spec.bandwidthGBPerSecond * 1e9)
  const attention = d.layers * d.queryHeads * d.headSize
  const flops =
    2 * matmulParameters(d) * (concurrency + prompts) +
    4 * attention * context * concurrency +
    2 * attention * s.inputTokens * prompts
  const compute = flops / (gpus * peakFlops(spec, s.precision) * R.decodeComputeShare.value)
  return (
    Math.max(memory, compute) +
    R.overlap.value * Math.min(memory, compute) +
    allReduceSeconds(d, gpus, concurrency + prompts) +
    R.stepSeconds.value +
    d.layers * R.layerSeconds.value
  )
}

/** Weights read in one step: all of a dense model, of a mixture the experts that answers and prompts touch. */
function readParameters(d: ModelDimensions, batch: number): number {
  const perExpert = expertParameters(d)
  if (!d.experts || perExpert === undefined) return matmulParameters(d)
  const { count, active } = d.experts
  return matmulParameters(d) + perExpert * (count * expertsTouched(active, count, batch) - active)
}

/** Tokens a running request has seen on average: the prompt and half the answer. */
function meanContext({ inputTokens, outputTokens }: Serving): number {
  return inputTokens + outputTokens / 2
}

/** Four-bit float formats reach less of their computed throughput than the fit says. */
function throughputShare({ dimensions, precision, spec, gpus }: Serving): number {
  const fp4 = precision === 'nvfp4' || precision === 'mxfp4'
  if (!fp4 || spec.fp4TeraFlops === undefined) return 1
  const crowded = gpus === 1 && dimensions.totalParameters >= FP4_THROUGHPUT.largeModel.value
  return crowded ? FP4_THROUGHPUT.largeOnOneGpu.value : FP4_THROUGHPUT.otherwise.value
}

function allReduceSeconds(d: ModelDimensions, gpus: number, tokens: number): number {
  if (gpus === 1) return 0
  const bytes = ((2 * (gpus - 1)) / gpus) * tokens * d.hidden * 2
  return 2 * d.layers * (R.allReduceSeconds.value + bytes / R.allReduceBytesPerSecond.value)
}

/** Weights beside which the KV cache is normally kept in two bytes; beside the others it takes one. */
const WIDE_CACHE: readonly Precision[] = ['bf16', 'int8', 'int4']

function valueBytes({ precision, kvBytesPerValue }: Serving): number {
  return kvBytesPerValue ?? (WIDE_CACHE.includes(precision) ? 2 : 1)
}
