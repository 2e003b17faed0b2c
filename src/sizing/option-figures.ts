import type { Defaults } from '../catalog/defaults.ts'
import type { Catalog } from '../catalog/types.ts'
import type { Estimate, Kind, Quantity, Unit } from '../engine/estimate.ts'
import { exactly, type Range, scale } from '../engine/range.ts'
import { isUnknown, type Unknown, unknown } from '../engine/unknown.ts'
import { draftControl } from './control-rules.ts'
import type { Draft } from './draft.ts'
import { footprintOf } from './footprint.ts'
import type { Option } from './recommendation.ts'
import type { SizingRequest } from './request.ts'
import type { Standing } from './standing.ts'

/** What a formula calls the requests of a month. */
const REQUESTS: Readonly<Record<string, string>> = { 'api-price': 'requests' }

/** Draws up a draft: six figures, each with its formula, inputs and sources. */
export function drawUp(
  draft: Draft,
  quality: Estimate,
  standing: Standing | undefined,
  request: SizingRequest,
  catalog: Catalog,
  defaults: Defaults,
): Option {
  const volume = request.volume.value
  const region = catalog.region(request.region.value)
  const print = footprintOf(
    draft.calls,
    draft.selfHosted ? undefined : draft.provider,
    region,
    catalog,
    defaults,
  )
  const figure = (
    name: string,
    quantity: Quantity,
    unit: Unit,
    value: Range | Unknown,
    kind: Kind,
    formula: string,
    extra: Partial<Estimate>,
  ): Estimate => ({
    id: `${draft.id}.${name}`,
    quantity,
    subject: draft.id,
    unit,
    value,
    kind,
    formula,
    inputs: {},
    sources: [],
    ...extra,
  })
  const working = draft.working()
  const costKind: Kind = working.assumed ? 'assumed' : 'computed'
  const cost = {
    inputs: { ...working.inputs, [REQUESTS[working.formula] ?? 'requests_per_month']: volume },
    sources: working.sources,
    ...(working.asOf ? { asOf: working.asOf } : {}),
  }
  const monthly = (perRequest: Range | Unknown, unitFactor: number) =>
    isUnknown(perRequest) ? perRequest : scale(perRequest, volume * unitFactor)
  const climate = {
    inputs: { ...print.inputs, requests_per_month: volume },
    sources: print.sources,
  }
  const option: Option = {
    id: draft.id,
    choice: draft.choice,
    label: draft.label,
    model: draft.model.id,
    ...(draft.provider === undefined || draft.selfHosted ? {} : { provider: draft.provider }),
    figures: {
      usdPerMonth: figure(
        'usdPerMonth',
        'cost',
        'USD/month',
        monthly(draft.usdPerRequest, 1),
        costKind,
        working.formula,
        cost,
      ),
      qualityPoints: quality,
      latencyMs: figure(
        'latencyMs',
        'latency',
        'ms',
        draft.latencyMs,
        'computed',
        draft.selfHosted ? 'decode' : 'api-latency',
        {
          inputs: { answer_tokens: request.outputTokens.value },
          sources: draft.latencySource ? [draft.latencySource] : [],
        },
      ),
      energyKwhPerMonth: figure(
        'energyKwhPerMonth',
        'energy',
        'kWh/month',
        monthly(print.whPerRequest, 1e-3),
        print.kind,
        'inference-energy',
        climate,
      ),
      co2eKgPerMonth: figure(
        'co2eKgPerMonth',
        'carbon',
        'kgCO2e/month',
        monthly(print.gCO2ePerRequest, 1e-3),
        print.kind,
        'inference-carbon',
        climate,
      ),
      waterLPerMonth: figure(
        'waterLPerMonth',
        'water',
        'L/month',
        monthly(print.mLPerRequest, 1e-3),
        print.kind,
        'inference-water',
        climate,
      ),
    },
    usdPerRequest: figure(
      'usdPerRequest',
      'cost',
      'USD/request',
      draft.usdPerRequest,
      costKind,
      working.formula,
      cost,
    ),
    bearers: region?.bearers ?? [],
    control: draftControl(draft, catalog),
    ...(draft.refused ? { refused: draft.refused } : {}),
    ...standing,
  }
  return option
}

/** Doing nothing: no bill, no right answers; the yardstick that every option must beat. */
export function noAiOption(): Option {
  const nothing = (
    name: string,
    quantity: Quantity,
    unit: Unit,
    value: Range | Unknown,
  ): Estimate => ({
    id: `no-ai.${name}`,
    quantity,
    subject: 'no-ai',
    unit,
    value,
    kind: 'computed',
    formula: 'net-value',
    inputs: { requests_answered: 0 },
    sources: [],
  })
  return {
    id: 'no-ai',
    choice: 'no-ai',
    label: { en: 'No AI', ko: 'AI 사용 안 함' },
    figures: {
      usdPerMonth: nothing('usdPerMonth', 'cost', 'USD/month', exactly(0)),
      qualityPoints: nothing(
        'qualityPoints',
        'quality',
        'percent',
        unknown('needs-own-measurement'),
      ),
      latencyMs: nothing('latencyMs', 'latency', 'ms', unknown('does-not-apply')),
      energyKwhPerMonth: nothing('energyKwhPerMonth', 'energy', 'kWh/month', exactly(0)),
      co2eKgPerMonth: nothing('co2eKgPerMonth', 'carbon', 'kgCO2e/month', exactly(0)),
      waterLPerMonth: nothing('waterLPerMonth', 'water', 'L/month', exactly(0)),
    },
    usdPerRequest: nothing('usdPerRequest', 'cost', 'USD/request', exactly(0)),
    bearers: [],
  }
}
