import { requireWithin } from '../domain.ts'
import { DomainError } from '../formula.ts'
import type { Range } from '../range.ts'
import { type Unknown, unknown } from '../unknown.ts'
import { embodiedImpact } from './embodied.ts'
import { generationLatency } from './generation-latency.ts'
import { gpusNeeded } from './gpus-needed.ts'
import { machineKwh } from './machine-energy.ts'
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
  /** Minerals and metals used up by the electricity, kgSbeq/kWh. */
  gridKgSbPerKwh?: number
  /** Primary energy of the electricity, MJ/kWh. */
  gridMjPerKwh?: number
}>

export type RequestFootprint = Readonly<{
  whPerRequest: Range
  latencyS: Range
  gpus: Range
  gCO2eUse: Range
  gCO2eEmbodied: Range
  /** Minerals and metals used up, use and making, kgSbeq. */
  kgSb: Range | Unknown
  /** Primary energy, use and making, MJ. */
  mjPrimary: Range | Unknown
  /** E_IT x (on-site + PUE x off-site): overhead counted once. */
  mLWater: Range | Unknown
  /** As upstream's code computes it, overhead counted twice; kept to reproduce its published values. */
  mLWaterUpstreamCode: Range | Unknown
}>

type Bound = 'low' | 'high'

/**
 * Electricity, time, carbon, minerals, primary energy and water of one request, after EcoLogits:
 * minima run with minima and maxima with maxima (a scenario range, not a confidence interval); the
 * central value is their mean. Leaves out input tokens, training, network and idle capacity.
 * Source: constants.ts; validity: dense up to about 200B active parameters, H100, 16-bit weights.
 * Errors: a factor of 2 either way, 5 outside that validity; minerals are known to an order of magnitude.
 * Example: 44 to 132B active of 440B, 400 tokens at 37.8 tokens/s, PUE 1.2, 383.55 g/kWh -> 0.642 to 1.027 Wh.
 */
export function requestFootprint(r: ServedRequest): RequestFootprint {
  requireWithin('gridGPerKwh', r.gridGPerKwh, 0, 3000, 'gCO2e/kWh')
  requireWithin('pue', r.pue.low, 1, 3, 'ratio')
  requireWithin('pue', r.pue.high, 1, 3, 'ratio')
  const [low, high] = [bound(r, 'low'), bound(r, 'high')]
  const span = (pick: (b: typeof low) => number) => ordered(pick(low), pick(high))
  const { wueOnSite, waterLPerKwh, gridKgSbPerKwh, gridMjPerKwh } = r
  const water = (kWh: (b: typeof low) => number): Range | Unknown => {
    if (!wueOnSite || waterLPerKwh === undefined) return unknown('no-water-factor')
    const litres = (b: typeof low, at: Bound) =>
      waterLitres(kWh(b), r.pue[at], wueOnSite[at], waterLPerKwh)
    return ordered(1000 * litres(low, 'low'), 1000 * litres(high, 'high'))
  }
  const lifeCycle = (perKwh: number | undefined, made: (b: typeof low) => number) =>
    perKwh === undefined
      ? unknown('no-grid-intensity')
      : span((b) => usePhase(b.kWh, perKwh) + made(b))
  return {
    whPerRequest: span((b) => 1000 * b.kWh),
    latencyS: span((b) => b.seconds),
    gpus: span((b) => b.gpus),
    gCO2eUse: span((b) => b.kWh * r.gridGPerKwh),
    gCO2eEmbodied: span((b) => 1000 * b.embodied.kgCO2e),
    kgSb: lifeCycle(gridKgSbPerKwh, (b) => b.embodied.kgSb),
    mjPrimary: lifeCycle(gridMjPerKwh, (b) => b.embodied.mj),
    mLWater: water((b) => b.itKWh),
    mLWaterUpstreamCode: water((b) => b.kWh),
  }
}

function bound(r: ServedRequest, at: Bound) {
  const { outputTokens, batch = 64, weightBits = 16 } = r
  const activeB = r.activeB[at]
  if (activeB > r.totalB[at])
    throw new DomainError(
      `activeB must be at most totalB, ${r.totalB[at]} billion parameters; received ${activeB}.`,
    )
  const gpus = gpusNeeded(r.totalB[at], weightBits)
  const { tokensPerSecond, timeToFirstTokenS, measuredLatencyS } = r
  const seconds = generationLatency({
    outputTokens,
    activeB,
    batch,
    tokensPerSecond,
    timeToFirstTokenS,
    measuredLatencyS,
  })
  const itKWh = machineKwh({ outputTokens, activeB, batch, gpus, seconds })
  return {
    gpus,
    seconds,
    itKWh,
    kWh: r.pue[at] * itKWh,
    embodied: embodiedImpact(seconds, gpus, batch),
  }
}

function usePhase(kWh: number, perKwh: number): number {
  requireWithin('factor of the grid', perKwh, 0, 1000, 'per kWh')
  return kWh * perKwh
}

/** Both ends were computed from checked arguments, so they need no second check. */
function ordered(a: number, b: number): Range {
  return { low: Math.min(a, b), central: (a + b) / 2, high: Math.max(a, b) }
}
