import type { Defaults } from '../catalog/defaults.ts'
import { pilotUsd } from '../engine/cost/one-off.ts'
import { valueOfInformation } from '../engine/decision/expected-value-of-information.ts'
import { pilotItems } from '../engine/decision/pilot-size.ts'
import type { Estimate } from '../engine/estimate.ts'
import { exactly } from '../engine/range.ts'
import { isUnknown } from '../engine/unknown.ts'
import type { Decision } from './decide.ts'
import type { Draft } from './draft.ts'
import type { Pilot } from './recommendation.ts'
import type { SizingRequest } from './request.ts'

/** Gaps that a pilot is made to see, as shares: smaller ones cost too many labels, larger ones show anyway. */
const SMALLEST_GAP = 0.03
const LARGEST_GAP = 0.1

/**
 * The two options that a pilot of these two runs. A router sends every request to one of its two models:
 * what both say on the same items tries it before it is built, and a pilot of the two is told as such.
 */
function tried(one: string, other: string, drafts: readonly Draft[]): readonly [string, string] {
  const modelOf = (id: string, against: string): string => {
    const [small, large] = drafts.find((d) => d.id === id)?.between ?? [id, id]
    return large === against ? small : large
  }
  const first = modelOf(one, other)
  return [first, modelOf(other, first)]
}

/**
 * A pilot of the two options that keep the decision open, or of the chosen one against the reference:
 * one that can see the uplift which would pay, what it costs, and what it is expected to be worth over
 * the horizon, net of that cost.
 */
export function pilotFor(
  decision: Decision,
  request: SizingRequest,
  defaults: Defaults,
  reference: string | undefined,
): Pilot | undefined {
  const { id, doubt } = decision.chosen
  const { against: one = id, rival: another = reference } = doubt?.() ?? {}
  if (one === undefined || another === undefined) return undefined
  const [chosen, other] = tried(one, another, decision.drafts)
  const drafts = decision.drafts.filter((d) => d.id === chosen || d.id === other)
  const usd = (option: string) => drafts.find((d) => d.id === option)?.usdPerRequest
  const [own, others] = [usd(chosen), usd(other)]
  if (!own || !others || chosen === other || isUnknown(own) || isUnknown(others)) return undefined
  const { pilot_discordance: discordance, usd_per_label, horizon_months } = defaults
  const [big, small] = own.central > others.central ? [chosen, other] : [other, chosen]
  const stakesUsd = request.value.central + request.errorCost.central
  const extraUsd = Math.abs(own.central - others.central)
  const required = stakesUsd > 0 ? extraUsd / stakesUsd : 0
  const gap = Math.min(LARGEST_GAP, Math.max(SMALLEST_GAP, required))
  const items = pilotItems({ discordance, gap })
  const cost = {
    items,
    usd_per_label,
    usd_per_request_a: own.central,
    usd_per_request_b: others.central,
    usd_to_make: drafts.reduce((sum, d) => sum + (d.oneOffUsd?.central ?? 0), 0),
  }
  const { mean, sd } = decision.gap(big, small)
  const usdPerItem = usd_per_label + own.central + others.central
  const information = {
    stakes_usd: stakesUsd,
    extra_usd: extraUsd,
    uplift_mean: mean / 100,
    uplift_sd: sd / 100,
    discordance: Math.max(discordance, (mean / 100) ** 2),
    items,
    usd_per_item: usdPerItem,
    requests: request.volume.value * horizon_months,
  }
  const worth = valueOfInformation(
    { stakesUsd, extraUsd, upliftMean: information.uplift_mean, upliftSd: information.uplift_sd },
    { discordance: information.discordance, items, usdPerItem, requests: information.requests },
  )
  const money = (id: string, quantity: Estimate['quantity'], value: number): Estimate => ({
    id,
    quantity,
    unit: 'USD',
    value: exactly(value),
    kind: 'assumed',
    formula: 'value-of-information',
    inputs: information,
    sources: ['required-uplift'],
  })
  return {
    between: [chosen, other],
    made: drafts.filter((d) => (d.oneOffUsd?.central ?? 0) > 0).map((d) => d.id),
    items: {
      id: 'pilot.items',
      quantity: 'pilot-items',
      unit: 'items',
      value: exactly(items),
      kind: 'computed',
      formula: 'pilot-size',
      inputs: { discordance, gap, power: 0.8, alpha: 0.05 },
      sources: ['required-uplift'],
    },
    usd: {
      ...money(
        'pilot.usd',
        'pilot-cost',
        pilotUsd(items, usd_per_label, own.central, others.central, cost.usd_to_make),
      ),
      formula: 'pilot-cost',
      inputs: cost,
      sources: [],
    },
    worth: money('pilot.worth', 'information-value', worth.sampleUsd),
    worthAtMost: money('pilot.worthAtMost', 'perfect-information', worth.perfectUsd),
    horizon: {
      id: 'pilot.horizon',
      quantity: 'horizon',
      unit: 'months',
      value: exactly(horizon_months),
      kind: 'assumed',
      inputs: {},
      sources: [],
    },
  }
}

/** Whether a pilot is expected to be worth what it costs. */
export function paysToMeasure({ worth, usd }: Pilot): boolean {
  const central = ({ value }: Estimate) => (isUnknown(value) ? 0 : value.central)
  return central(worth) >= central(usd)
}
