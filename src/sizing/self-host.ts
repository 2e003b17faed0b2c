import type { Defaults } from '../catalog/defaults.ts'
import type { Accelerator, Model } from '../catalog/types.ts'
import { selfHostingUsdPerMonth } from '../engine/cost/self-hosting.ts'
import { exactly, type Range, range } from '../engine/range.ts'
import { gpusNeeded } from '../engine/serving/gpus-needed.ts'
import { kvCacheGB } from '../engine/serving/kv-cache.ts'
import { totalParameters } from '../engine/serving/parameters.ts'
import { decode } from '../engine/serving/roofline.ts'
import { weightsGB } from '../engine/serving/weights.ts'
import { type Unknown, unknown } from '../engine/unknown.ts'
import type { SizingRequest } from './request.ts'

const SECONDS_PER_MONTH = 730 * 3600

/** Beyond this nobody rents by the hour, and the figure would mean nothing. */
const MOST_GPUS = 1e6

/** A fleet that carries the workload, and what it costs. */
export type Fleet = Readonly<{
  gpusPerReplica: number
  replicas: Range
  weightsGB: number
  kvCacheGB: number
  tokensPerSecondPerReplica: Range
  tpotMs: Range
  latencyMs: Range
  usdPerMonth: Range
  rentUsdPerHour: Range
  rentAsOf: string
  rentSource: string
  accelerator: Accelerator
}>

/** Sizes whole replicas for the workload's average rate at the assumed duty; rents are a dated range. */
export function fleetFor(
  model: Model,
  accelerator: Accelerator,
  request: SizingRequest,
  defaults: Defaults,
): Fleet | Unknown {
  if (!model.dimensions) return unknown('no-dimensions', model.id)
  if (!accelerator.rent) return unknown('no-rent', accelerator.id)
  const [input, output] = [request.inputTokens.value, request.outputTokens.value]
  const bytesPerValue = defaults.precision === 'bf16' ? 2 : 1
  const weights = weightsGB(totalParameters(model.dimensions), defaults.precision)
  const kv = kvCacheGB(model.dimensions, input + output, defaults.concurrency, bytesPerValue)
  const gpus = gpusNeeded(weights, kv, accelerator.spec)
  if (gpus === undefined) return unknown('does-not-apply', `${model.id} on ${accelerator.id}`)
  const speed = decode({
    dimensions: model.dimensions,
    precision: defaults.precision,
    spec: accelerator.spec,
    gpus,
    inputTokens: input,
    outputTokens: output,
    concurrency: defaults.concurrency,
  })
  const tokensPerSecond = (request.volume.value * output) / SECONDS_PER_MONTH
  const replicas = (perReplica: number, duty: number) =>
    Math.max(1, Math.ceil(tokensPerSecond / (perReplica * duty)))
  const fleet = range(
    replicas(speed.tokensPerSecond.high, defaults.duty.high),
    replicas(speed.tokensPerSecond.central, defaults.duty.central),
    replicas(speed.tokensPerSecond.low, defaults.duty.low),
  )
  if (fleet.high * gpus > MOST_GPUS)
    return unknown('does-not-apply', `${model.id} on ${accelerator.id}`)
  const rent = accelerator.rent
  const monthly = (count: number, usdPerHour: number, staffShare: number) =>
    selfHostingUsdPerMonth({
      gpus: count * gpus,
      usdPerGpuHour: exactly(usdPerHour),
      staffShare,
      staffUsdPerYear: defaults.staff_usd_per_year,
    }).central
  return {
    gpusPerReplica: gpus,
    replicas: fleet,
    weightsGB: weights,
    kvCacheGB: kv,
    tokensPerSecondPerReplica: speed.tokensPerSecond,
    tpotMs: speed.tpotMs,
    latencyMs: range(
      speed.ttftLowerBoundMs + speed.tpotMs.low * output,
      speed.ttftLowerBoundMs + speed.tpotMs.central * output,
      speed.ttftLowerBoundMs + speed.tpotMs.high * output,
    ),
    usdPerMonth: range(
      monthly(fleet.low, rent.usdPerHour.low, defaults.staff_share.low),
      monthly(fleet.central, rent.usdPerHour.central, defaults.staff_share.central),
      monthly(fleet.high, rent.usdPerHour.high, defaults.staff_share.high),
    ),
    rentUsdPerHour: rent.usdPerHour,
    rentAsOf: rent.asOf,
    rentSource: `rent:${accelerator.id}`,
    accelerator,
  }
}
