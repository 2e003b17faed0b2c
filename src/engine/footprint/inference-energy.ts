import { requireWithin } from '../domain.ts'
import { type Range, range } from '../range.ts'
import { type Unknown, unknown } from '../unknown.ts'
import { ECO } from './constants.ts'
import { embodiedKg } from './embodied.ts'
import { waterLitres } from './water.ts'

/** One request to a served model. Parameters in billions; ranges where a size is an outside estimate. */
export type ServedRequest = Readonly<{
  activeB: Range
  totalB: Range
  outputTokens: number
  /** Sequences served at once. */
  batch?: number
  weightBits?: number
  /** Published speed of the model, if any; otherwise speed follows from its size. */
  tokensPerSecond?: number
  timeToFirstTokenS?: number
  /** A measured time caps the estimated one. */
  measuredLatencyS?: number
  pue: Range
  /** On-site water, L/kWh. */
  wueOnSite?: Range
  gridGPerKwh: number
  /** Off-site water of electricity, L/kWh. */
  waterLPerKwh?: number
}>

export type RequestFootprint = Readonly<{
  whPerRequest: Range
  latencyS: Range
  gpus: Range
  gCO2eUse: Range
  gCO2eEmbodied: Range
  /** E_IT x (on-site + PUE x off-site): overhead counted once. */
  mLWater: Range | Unknown
  /** As upstream's code computes it, overhead counted twice; kept to reproduce its published values. */
  mLWaterUpstreamCode: Range | Unknown
}>

type Bound = 'low' | 'high'

/**
 * Electricity, time, carbon and water of one request, after EcoLogits: minima run with minima and
 * maxima with maxima (a scenario range, not a confidence interval); the central value is their mean.
 * Leaves out input tokens, training, network and idle capacity.
 * Source: constants.ts; validity: dense up to about 200B active parameters, H100, 16-bit weights.
 * Example: 44 to 132B active of 440B, 400 tokens at 37.8 tokens/s, PUE 1.2, 383.55 g/kWh -> 0.642 to 1.027 Wh.
 */
export function requestFootprint(r: ServedRequest): RequestFootprint {
  requireWithin('outputTokens', r.outputTokens, 0, 1e7, 'tokens')
  requireWithin('gridGPerKwh', r.gridGPerKwh, 0, 3000, 'gCO2e/kWh')
  requireWithin('activeB', r.activeB.low, Number.MIN_VALUE, r.activeB.high, 'billion parameters')
  requireWithin('totalB', r.totalB.low, Number.MIN_VALUE, r.totalB.high, 'billion parameters')
  requireWithin('pue', r.pue.low, 1, r.pue.high, 'ratio')
  requireWithin('batch', r.batch ?? 64, 1, 1e5, 'requests at once')
  const [low, high] = [bound(r, 'low'), bound(r, 'high')]
  const span = (pick: (b: typeof low) => number) => ordered(pick(low), pick(high))
  const { wueOnSite, waterLPerKwh } = r
  const noWater = unknown('no-water-factor')
  const water = (twice: boolean): Range | Unknown => {
    if (!wueOnSite || waterLPerKwh === undefined) return noWater
    const litres = (b: typeof low, at: Bound) =>
      waterLitres(twice ? b.kWh : b.itKWh, r.pue[at], wueOnSite[at], waterLPerKwh)
    return ordered(1000 * litres(low, 'low'), 1000 * litres(high, 'high'))
  }
  return {
    whPerRequest: span((b) => 1000 * b.kWh),
    latencyS: span((b) => b.latencyS),
    gpus: span((b) => b.gpus),
    gCO2eUse: span((b) => b.kWh * r.gridGPerKwh),
    gCO2eEmbodied: span((b) => 1000 * b.embodiedKg),
    mLWater: water(false),
    mLWaterUpstreamCode: water(true),
  }
}

function bound(r: ServedRequest, at: Bound) {
  const batch = r.batch ?? 64
  const gpus = gpusFor(r.totalB[at], r.weightBits ?? 16)
  const latencyS = latencyFor(r, r.activeB[at], batch)
  const whPerTokenAndGpu =
    ECO.energySlope.value * Math.exp(ECO.energyBatchDecay.value * batch) * r.activeB[at] +
    ECO.energyFloor.value
  const servers = gpus / ECO.gpusPerServer.value
  const serverKWh = ((latencyS / 3600) * ECO.serverPowerKw.value * servers) / batch
  const itKWh = serverKWh + (gpus * r.outputTokens * whPerTokenAndGpu) / 1000
  return {
    gpus,
    latencyS,
    itKWh,
    kWh: r.pue[at] * itKWh,
    embodiedKg: embodiedKg(latencyS, gpus, batch),
  }
}

/** The power of two of GPUs that holds the weights with some room. */
function gpusFor(totalB: number, weightBits: number): number {
  const memoryGB = (ECO.memoryOverhead.value * totalB * weightBits) / 8
  return 2 ** Math.ceil(Math.log2(Math.ceil(memoryGB / ECO.gpuMemoryGB.value)))
}

function latencyFor(r: ServedRequest, activeB: number, batch: number): number {
  const perToken =
    ECO.latencyPerParameter.value * activeB +
    ECO.latencyPerBatch.value * batch +
    ECO.latencyFloor.value
  const estimated =
    (r.tokensPerSecond === undefined
      ? r.outputTokens * perToken
      : r.outputTokens / r.tokensPerSecond) + (r.timeToFirstTokenS ?? 0)
  return Math.min(estimated, r.measuredLatencyS ?? Number.POSITIVE_INFINITY)
}

function ordered(a: number, b: number): Range {
  return range(Math.min(a, b), (a + b) / 2, Math.max(a, b))
}
