import type { Defaults } from '../../catalog/defaults.ts'
import type { Catalog, Region } from '../../catalog/types.ts'
import type { Estimate } from '../../engine/estimate.ts'
import { exactly, scale } from '../../engine/range.ts'
import { isUnknown, unknown } from '../../engine/unknown.ts'
import { footprintOf } from '../../sizing/footprint.ts'
import type { Option, Recommendation } from '../../sizing/recommendation.ts'

/** One option's monthly emissions in a place, and that place's grid. */
export function placed(
  option: Option,
  { request }: Recommendation,
  region: Region,
  catalog: Catalog,
  defaults: Defaults,
): { region: Region; carbon: Estimate; grid: Estimate } {
  const model = catalog.model(option.model ?? '')
  const calls = model ? [{ model, share: 1, outputTokens: request.outputTokens.value }] : []
  const print = footprintOf(calls, option.provider, region, catalog, defaults)
  const grid = region.averageIntensity
  return {
    region,
    carbon: {
      id: `${option.id}@${region.id}.carbon`,
      quantity: 'carbon',
      subject: `${option.id}@${region.id}`,
      unit: 'kgCO2e/month',
      value: isUnknown(print.gCO2ePerRequest)
        ? print.gCO2ePerRequest
        : scale(print.gCO2ePerRequest, request.volume.value / 1000),
      kind: print.kind,
      formula: 'inference-carbon',
      inputs: { ...print.inputs, requests_per_month: request.volume.value },
      sources: [...print.sources, 'ecologits-2026', 'grid-carbon'],
    },
    grid: {
      id: `${region.id}.grid`,
      quantity: 'grid-intensity',
      subject: region.id,
      unit: 'gCO2e/kWh',
      value: grid ? exactly(grid.gPerKwh) : unknown('no-grid-intensity', region.id),
      kind: 'cited',
      inputs: {},
      sources: grid ? ['grid-carbon', grid.source] : [],
    },
  }
}
