import { requiredUplift } from '../engine/decision/required-uplift.ts'
import type { Estimate } from '../engine/estimate.ts'
import { exactly, range, scale, subtract } from '../engine/range.ts'
import { isUnknown } from '../engine/unknown.ts'
import type { Decision } from './decide.ts'
import type { Option } from './recommendation.ts'
import type { SizingRequest } from './request.ts'

/** The figures of the comparison of the dearer option with the cheaper one: saving, gap, required uplift, carbon. */
export function compare(
  decision: Decision,
  request: SizingRequest,
  reference: string,
  chosenId: string | undefined,
  options: readonly Option[],
): Estimate[] {
  const cheapest = decision.chosen.standings()[0]?.id
  const other = chosenId !== undefined && chosenId !== reference ? chosenId : cheapest
  if (other === undefined || other === reference) return []
  const [big, small] = [reference, other]
    .flatMap((id) => options.find((o) => o.id === id) ?? [])
    .sort((a, b) => centralUsd(b) - centralUsd(a))
  if (!big || !small || isUnknown(big.usdPerRequest.value) || isUnknown(small.usdPerRequest.value))
    return []
  const gap = decision.gap(big.id, small.id)
  const extra = big.usdPerRequest.value.central - small.usdPerRequest.value.central
  const stakes = request.value.central + request.errorCost.central
  const money =
    request.value.kind === 'yours' && request.errorCost.kind === 'yours' ? 'computed' : 'assumed'
  const carbon = [big.figures.co2eKgPerMonth.value, small.figures.co2eKgPerMonth.value] as const
  const base = {
    subject: `${big.id} > ${small.id}`,
    sources: [...big.usdPerRequest.sources, ...small.usdPerRequest.sources],
  }
  const figures: Estimate[] = [
    {
      ...base,
      id: 'compare.saving',
      quantity: 'saving',
      unit: 'USD/month',
      value: scale(
        subtract(big.usdPerRequest.value, small.usdPerRequest.value),
        request.volume.value,
      ),
      kind:
        big.usdPerRequest.kind === 'assumed' || small.usdPerRequest.kind === 'assumed'
          ? 'assumed'
          : 'computed',
      formula: 'monthly-saving',
      inputs: {
        dearer_usd: big.usdPerRequest.value.central,
        cheaper_usd: small.usdPerRequest.value.central,
        requests: request.volume.value,
      },
    },
    {
      ...base,
      id: 'compare.gap',
      quantity: 'quality-gap',
      unit: 'points',
      value: range(gap.mean - gap.sd, gap.mean, gap.mean + gap.sd),
      kind: 'computed',
      formula: 'quality-gap',
      inputs: {
        [big.id]: decision.quality(big.id),
        [small.id]: decision.quality(small.id),
        standard_deviation: gap.sd,
      },
      sources: big.figures.qualityPoints.sources,
    },
  ]
  if (extra > 0 && stakes > 0)
    figures.push({
      ...base,
      id: 'compare.required',
      quantity: 'required-uplift',
      unit: 'points',
      value: exactly(100 * requiredUplift(extra, request.value.central, request.errorCost.central)),
      kind: money,
      formula: 'required-uplift',
      inputs: {
        extra_usd: extra,
        value_usd: request.value.central,
        error_cost_usd: request.errorCost.central,
      },
    })
  if (!isUnknown(carbon[0]) && !isUnknown(carbon[1]))
    figures.push({
      ...base,
      id: 'compare.carbon',
      quantity: 'carbon-difference',
      unit: 'kgCO2e/month',
      value: range(
        Math.min(carbon[0].low - carbon[1].low, carbon[0].central - carbon[1].central),
        carbon[0].central - carbon[1].central,
        Math.max(carbon[0].high - carbon[1].high, carbon[0].central - carbon[1].central),
      ),
      kind:
        big.figures.co2eKgPerMonth.kind === 'assumed'
          ? 'assumed'
          : small.figures.co2eKgPerMonth.kind,
      formula: 'inference-carbon',
      inputs: { [big.id]: carbon[0].central, [small.id]: carbon[1].central },
      sources: big.figures.co2eKgPerMonth.sources,
    })
  return figures
}

function centralUsd({ usdPerRequest: { value } }: Option): number {
  return isUnknown(value) ? Number.NEGATIVE_INFINITY : value.central
}
