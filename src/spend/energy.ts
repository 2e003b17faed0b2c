import { requestFootprint, type ServedRequest } from '../engine/footprint/inference-energy.ts'
import { add, type Range, range, scale } from '../engine/range.ts'
import { isUnknown, type Unknown } from '../engine/unknown.ts'
import type { Charge } from './charge.ts'
import { groupBy } from './sums.ts'
import { billsTokens } from './tokens.ts'

/** Energy and carbon of the answers that models wrote, an order of magnitude. */
export type SpendFootprint = Readonly<{
  /** Absent when nothing about it is known. */
  kWh?: Range
  /** Use and making of the machines, average grid. */
  kgCO2e?: Range
  regions: readonly RegionFootprint[]
  /** Share of output tokens whose model's size is known or estimated, and of those with a grid besides, 0 to 1. */
  energyCoverage: number
  carbonCoverage: number
}>

export type RegionFootprint = Readonly<{
  region: string
  /** The bill does not say where; the provider's home region is taken. */
  assumed: boolean
  kWh: Range
  kgCO2e?: Range
}>

/** What is known of how and where a model is served; `factor` widens the range either way. */
export type Serving = Readonly<{
  served: Omit<ServedRequest, 'outputTokens' | 'gridGPerKwh'>
  factor: number
  region: string
  assumed: boolean
  /** Average grid, location-based, gCO2e/kWh. */
  gridGPerKwh?: number
}>

export type ServingOf = (
  call: Readonly<{ provider: string; model: string; region?: string }>,
) => Serving | Unknown

/** Tokens that a footprint is reckoned for at once; it grows in proportion to them. */
const TOKENS = 1_000

/**
 * Energy and CO2e of output tokens by region: tokens x the footprint of a thousand output tokens of the
 * model where it is served, x/÷ the factor. Input tokens, training and idle machines are left out;
 * tokens of models of unknown size are counted in no figure but in the coverage.
 * Source: engine/footprint/inference-energy.ts (EcoLogits). Range: an order of magnitude.
 * Example: 1M tokens of a model at 1.5 Wh a thousand: 1.5 kWh, at 400 g/kWh 0.6 kg and what the making adds.
 */
export function spendFootprint(usage: readonly Charge[], servingOf: ServingOf): SpendFootprint {
  const lines = usage.filter((c) => billsTokens(c) && (c.tokens.output ?? 0) > 0)
  const groups = groupBy(lines, (c) => `${c.provider}\n${c.model ?? ''}\n${c.region ?? ''}`)
  const byRegion = new Map<string, RegionFootprint>()
  let [all, sized, placed] = [0, 0, 0]
  for (const group of groups.values()) {
    const tokens = group.reduce((sum, c) => sum + (c.tokens.output ?? 0), 0)
    all += tokens
    const { provider = '', model, region } = group[0] ?? {}
    if (model === undefined) continue
    const serving = servingOf({ provider, model, ...(region === undefined ? {} : { region }) })
    if (isUnknown(serving)) continue
    sized += tokens
    if (serving.gridGPerKwh !== undefined) placed += tokens
    const own = footprintOf(serving, tokens)
    const key = `${own.region}\n${own.assumed}`
    const before = byRegion.get(key)
    byRegion.set(key, before ? plus(before, own) : own)
  }
  const regions = [...byRegion.values()].sort((a, b) => b.kWh.central - a.kWh.central)
  const carbon = regions.flatMap((r) => (r.kgCO2e ? [r.kgCO2e] : []))
  return {
    ...(regions.length === 0 ? {} : { kWh: regions.map((r) => r.kWh).reduce(add) }),
    ...(carbon.length === 0 ? {} : { kgCO2e: carbon.reduce(add) }),
    regions,
    energyCoverage: all === 0 ? 0 : sized / all,
    carbonCoverage: all === 0 ? 0 : placed / all,
  }
}

function footprintOf(
  { served, factor, region, assumed, gridGPerKwh }: Serving,
  tokens: number,
): RegionFootprint {
  const one = requestFootprint({
    ...served,
    outputTokens: TOKENS,
    gridGPerKwh: gridGPerKwh ?? 0,
  })
  const wide = (r: Range) =>
    scale(range(r.low / factor, r.central, r.high * factor), tokens / TOKENS / 1_000)
  return {
    region,
    assumed,
    kWh: wide(one.whPerRequest),
    ...(gridGPerKwh === undefined ? {} : { kgCO2e: wide(add(one.gCO2eUse, one.gCO2eEmbodied)) }),
  }
}

function plus(a: RegionFootprint, b: RegionFootprint): RegionFootprint {
  const kgCO2e = a.kgCO2e && b.kgCO2e ? add(a.kgCO2e, b.kgCO2e) : (a.kgCO2e ?? b.kgCO2e)
  return { ...a, kWh: add(a.kWh, b.kWh), ...(kgCO2e ? { kgCO2e } : {}) }
}
