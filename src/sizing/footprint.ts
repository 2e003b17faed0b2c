import type { Defaults } from '../catalog/defaults.ts'
import type { Catalog, Model, ProviderFacts, Region } from '../catalog/types.ts'
import { requestFootprint } from '../engine/footprint/inference-energy.ts'
import { exactly, type Range, range, scale } from '../engine/range.ts'
import { isUnknown, type Unknown, unknown } from '../engine/unknown.ts'
import type { Calls } from './draft.ts'

/** What one average request of an option takes from the world. */
export type Footprint = Readonly<{
  whPerRequest: Range | Unknown
  gCO2ePerRequest: Range | Unknown
  mLPerRequest: Range | Unknown
  /** 'computed' from a disclosed size, 'assumed' when a size was guessed by others or borrowed. */
  kind: 'computed' | 'assumed'
  inputs: Readonly<Record<string, number | string>>
  sources: readonly string[]
}>

/** Energy, carbon and water of one average request in a region, summed over the option's calls. */
export function footprintOf(
  calls: Calls,
  provider: string | undefined,
  region: Region | undefined,
  catalog: Catalog,
  defaults: Defaults,
): Footprint {
  const facts = catalog.provider(provider ?? 'self-hosted')
  const parts = calls.map((call) =>
    callFootprint(call.model, call.outputTokens, call.share, facts, region, catalog, defaults),
  )
  const first = parts[0]
  if (!first) return { ...gap(unknown('does-not-apply')), kind: 'assumed', inputs: {}, sources: [] }
  return parts.slice(1).reduce(
    (sum, part) => ({
      whPerRequest: plus(sum.whPerRequest, part.whPerRequest),
      gCO2ePerRequest: plus(sum.gCO2ePerRequest, part.gCO2ePerRequest),
      mLPerRequest: plus(sum.mLPerRequest, part.mLPerRequest),
      kind: sum.kind === 'assumed' || part.kind === 'assumed' ? 'assumed' : 'computed',
      inputs: { ...part.inputs, ...sum.inputs },
      sources: [...new Set([...sum.sources, ...part.sources])],
    }),
    first,
  )
}

function callFootprint(
  model: Model,
  outputTokens: number,
  share: number,
  facts: ProviderFacts | undefined,
  region: Region | undefined,
  catalog: Catalog,
  defaults: Defaults,
): Footprint {
  const sized = sizeOf(model, catalog)
  if (isUnknown(sized)) return { ...gap(sized), kind: 'assumed', inputs: {}, sources: [] }
  const grid = region?.averageIntensity
  if (!facts)
    return { ...gap(unknown('no-grid-intensity')), kind: 'assumed', inputs: {}, sources: [] }
  const result = requestFootprint({
    activeB: sized.activeB,
    totalB: sized.totalB,
    outputTokens,
    ...(sized.model.speed
      ? {
          tokensPerSecond: sized.model.speed.tokensPerSecond,
          timeToFirstTokenS: sized.model.speed.timeToFirstTokenS,
        }
      : {}),
    pue: facts.pue,
    ...(facts.wueOnSite ? { wueOnSite: facts.wueOnSite } : {}),
    gridGPerKwh: grid?.gPerKwh ?? 0,
    ...(region?.waterLPerKwh ? { waterLPerKwh: region.waterLPerKwh.value } : {}),
  })
  const spread = (r: Range) =>
    scale(range(r.low / defaults.energy_factor, r.central, r.high * defaults.energy_factor), share)
  const carbon = (r: typeof result) =>
    spread(
      range(
        r.gCO2eUse.low + r.gCO2eEmbodied.low,
        r.gCO2eUse.central + r.gCO2eEmbodied.central,
        r.gCO2eUse.high + r.gCO2eEmbodied.high,
      ),
    )
  return {
    whPerRequest: spread(result.whPerRequest),
    gCO2ePerRequest: grid ? carbon(result) : unknown('no-grid-intensity', region?.id ?? ''),
    mLPerRequest:
      isUnknown(result.mLWater) || !region?.waterLPerKwh
        ? unknown('no-water-factor', region?.id ?? '')
        : spread(result.mLWater),
    kind: sized.basis === 'disclosed' ? 'computed' : 'assumed',
    inputs: {
      output_tokens: outputTokens,
      active_parameters_b: sized.activeB.central,
      total_parameters_b: sized.totalB.central,
      size_of: sized.model.id,
      pue: facts.pue.central,
      ...(grid ? { grid_g_per_kwh: grid.gPerKwh } : {}),
    },
    sources: [sized.source, ...(grid ? [grid.source] : []), facts.source],
  }
}

type Sized = Readonly<{
  model: Model
  activeB: Range
  totalB: Range
  basis: 'disclosed' | 'outside-estimate' | 'proxy'
  source: string
}>

/** A model's own size, else the published estimate of the model named as its stand-in. */
export function sizeOf(model: Model, catalog: Catalog): Sized | Unknown {
  if (model.dimensions)
    return {
      model,
      activeB: exactly(model.dimensions.activeParameters / 1e9),
      totalB: exactly(model.dimensions.totalParameters / 1e9),
      basis: 'disclosed',
      source: model.source.url,
    }
  if (model.size) return { model, ...model.size }
  const proxy = model.sizeProxy === undefined ? undefined : catalog.model(model.sizeProxy)
  return proxy?.size
    ? { model: proxy, ...proxy.size, basis: 'proxy' }
    : unknown('size-undisclosed', model.id)
}

function gap(
  reason: Unknown,
): Pick<Footprint, 'whPerRequest' | 'gCO2ePerRequest' | 'mLPerRequest'> {
  return { whPerRequest: reason, gCO2ePerRequest: reason, mLPerRequest: reason }
}

function plus(a: Range | Unknown, b: Range | Unknown): Range | Unknown {
  if (isUnknown(a)) return a
  if (isUnknown(b)) return b
  return range(a.low + b.low, a.central + b.central, a.high + b.high)
}
